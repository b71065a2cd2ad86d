import { acknowledgeRecovery, mySecondFactor } from '@vungmanh/contracts/identity/second-factor';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Note } from '../../ui/notes.js';

/** A code for an emergency was used: whoever owns the account reads it on the next page, until they say that they know. */
export function RecoveryNotice() {
  const factor = useQueryOf(mySecondFactor, {});
  const command = useCommand(acknowledgeRecovery, { changes: [mySecondFactor] });
  if (factor.data?.recoveryUsedAt === undefined) return null;
  const { recoveryUsedAt, recoveryLeft = 0 } = factor.data;
  return (
    <div className="page">
      <Note
        tone="warning"
        title={`Một mã dự phòng của tài khoản này đã được dùng lúc ${showInstant(recoveryUsedAt)}. Còn ${recoveryLeft} mã.`}
        actions={
          <Button size="small" busy={command.isPending} onClick={() => command.mutate({ input: {} })}>
            Tôi đã biết
          </Button>
        }
      >
        <p>Nếu không phải đồng chí dùng, hãy đổi mật khẩu ngay và báo cán bộ quản trị của cấp ủy.</p>
      </Note>
    </div>
  );
}
