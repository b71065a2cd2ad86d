import type { inviteAccount } from '@vungmanh/contracts/identity/invitation';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { showInstant } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { Note } from '../../ui/notes.js';
import '../second-factor/second-factor.css';

/** The paper that an officer prints and hands over: where to go, who one is there, and the code, shown this once. */
export function InvitationSheet({ name, invitation, onDone }: { name: string; invitation: OutputOf<typeof inviteAccount>; onDone: () => void }) {
  const { username, code, expiresAt } = invitation;
  return (
    <div className="sheet">
      <h3>Giấy mời đặt mật khẩu</h3>
      <p>Kính gửi đồng chí {name}. Đồng chí mở địa chỉ dưới đây, nhập tên đăng nhập, mã mời rồi tự đặt mật khẩu của mình.</p>
      <Facts
        items={[
          ['Địa chỉ', <span key="address" className="secret">{`${location.origin}/invitation`}</span>],
          [
            'Tên đăng nhập',
            <span key="username" className="secret">
              {username}
            </span>,
          ],
          [
            'Mã mời',
            <span key="code" className="shown-code" data-invitation={code}>
              {code.slice(0, 5)}-{code.slice(5)}
            </span>,
          ],
          ['Dùng được đến', showInstant(expiresAt)],
        ]}
      />
      <p>Mã dùng một lần. Không ai được hỏi mật khẩu của đồng chí, kể cả cán bộ quản trị.</p>
      <div className="no-print">
        <Note tone="warning" title="Mã mời chỉ hiện một lần. In rồi trao tận tay." />
      </div>
      <div className="row no-print">
        <Button look="primary" icon="print" onClick={() => window.print()}>
          In giấy mời
        </Button>
        <Button onClick={onDone}>Xong</Button>
      </div>
    </div>
  );
}
