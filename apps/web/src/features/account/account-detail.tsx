import { Link } from '@tanstack/react-router';
import type { Account } from '@vungmanh/contracts/identity/account';
import type { HeldGrant } from '@vungmanh/contracts/identity/role';
import { useState } from 'react';
import { useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { showPeriod } from '../../text/periods.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/card.js';
import { EmptyState, Note } from '../../ui/notes.js';
import { DisableForm, EndGrantForm } from './ending-forms.js';
import { GiveGrantForm } from './give-grant-form.js';
import { isOwn, showGiving } from './grants.js';
import { SignInHelp } from './sign-in-help.js';
import { useNodeNames } from './node-names.js';
import './account.css';

type Doing = { readonly what: 'give' | 'disable' } | { readonly what: 'end'; readonly grant: HeldGrant };

/** What one account may do and where, and what can be changed of it; the forms take the place of the list. */
export function AccountDetail({ account }: { account: Account }) {
  const session = useSession();
  const [doing, setDoing] = useState<Doing>();
  const nameOf = useNodeNames(account.grants);
  const close = () => setDoing(undefined);
  if (doing?.what === 'give') return <GiveGrantForm account={account} onClose={close} />;
  if (doing?.what === 'disable') return <DisableForm account={account} onClose={close} />;
  if (doing?.what === 'end') return <EndGrantForm grant={doing.grant} where={nameOf(doing.grant.nodeId)} onClose={close} />;
  const own = isOwn(account, session);
  return (
    <>
      <Facts
        items={[
          ['Tên đăng nhập', account.username],
          ['Tình trạng', account.disabled ? 'Đã khóa' : 'Đang dùng'],
          ['Hồ sơ đảng viên', account.personId === undefined ? 'Tài khoản của cơ quan, không gắn hồ sơ' : 'Đã gắn hồ sơ'],
        ]}
      />
      <h3>Quyền đang giữ</h3>
      {account.grants.length === 0 ? (
        <EmptyState icon="lock" title="Không giữ quyền nào" />
      ) : (
        <ul className="grants">
          {account.grants.map((g) => (
            <li key={g.id}>
              <span>
                <span className="strong">{g.role.label}</span>
                {g.onBehalfOf && <>, thay mặt đồng chí {g.onBehalfOf.name}</>}
                <br />
                <Link to="/organizations/$nodeId/access" params={{ nodeId: g.nodeId }}>
                  {nameOf(g.nodeId)}
                </Link>
                {g.below && ' và các tổ chức trực thuộc'}
                <br />
                <span className="soft small">{g.validTo === undefined ? `từ ${showDate(g.validFrom)}` : showPeriod(g.validFrom, g.validTo)}</span>
                {g.endsSoon && (
                  <>
                    {' '}
                    <Badge tone="late">Sắp hết hạn</Badge>
                  </>
                )}
                <br />
                <span className="soft small">{showGiving(g)}</span>
              </span>
              {!own && (
                <Button size="small" look="danger" aria-label={`Thu hồi quyền ${g.role.label}`} onClick={() => setDoing({ what: 'end', grant: g })}>
                  Thu hồi
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {own ? (
        <Note title="Đây là tài khoản của đồng chí: việc giao, thu hồi quyền và khóa do cán bộ khác thực hiện." />
      ) : (
        !account.disabled && (
          <>
            <SignInHelp account={account} />
            <h3>Quyền và tài khoản</h3>
            <div className="row">
              <Button look="primary" icon="plus" onClick={() => setDoing({ what: 'give' })}>
                Giao quyền
              </Button>
              <Button look="danger" icon="lock" onClick={() => setDoing({ what: 'disable' })}>
                Khóa tài khoản
              </Button>
            </div>
          </>
        )
      )}
    </>
  );
}
