import { Link } from '@tanstack/react-router';
import { type Account, listAccounts } from '@vungmanh/contracts/identity/account';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { may, nodesWith, useSession } from '../../session/session.js';
import { Badge } from '../../ui/badge.js';
import { Button, buttonClass } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { SearchField } from '../../ui/text-field.js';
import { useSettled } from '../../ui/use-settled.js';
import { AccountDetail } from './account-detail.js';
import { CreateAccountForm } from './create-account-form.js';
import { ExpiringGrants } from './expiring-grants.js';
import { rolesOf } from './grants.js';
import { WaitingGrants } from './waiting-grants.js';

function columnsOf(onOpen: (account: Account) => void): readonly Column<Account>[] {
  return [
    { key: 'name', header: 'Người dùng', cell: (a) => <span className="strong">{a.displayName}</span>, phone: 'title' },
    { key: 'username', header: 'Tên đăng nhập', cell: (a) => a.username },
    { key: 'roles', header: 'Vai trò', cell: (a) => rolesOf(a.grants).join('; ') },
    { key: 'state', header: 'Tình trạng', phone: 'mark', cell: (a) => (a.disabled ? <Badge tone="muted">Đã khóa</Badge> : <Badge>Đang dùng</Badge>) },
    {
      key: 'open',
      header: 'Quyền',
      cell: (a) => (
        <Button size="small" look="quiet" aria-label={`Xem quyền của ${a.displayName}`} onClick={() => onOpen(a)}>
          Xem quyền
        </Button>
      ),
    },
  ];
}

/** Accounts that hold something where the person gives grants. */
export function AccountsPage() {
  const session = useSession();
  const mayManage = may(session, 'identity:manage-grants');
  const managed = nodesWith(session, 'identity:manage-grants')[0];
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const [opened, setOpened] = useState<Account>();
  const [creating, setCreating] = useState(false);
  const { rows, problem, reload, loading, hasMore, more, loadingMore } = useListOf(listAccounts, search === '' ? {} : { search }, {
    when: mayManage,
  });
  // Another search may no longer find it; what is open stays open.
  const account = rows.find((a) => a.id === opened?.id) ?? opened;
  if (!mayManage) {
    return (
      <Page title="Tài khoản và quyền" narrow>
        <Note title="Đồng chí chưa được giao quyền quản lý tài khoản." />
      </Page>
    );
  }
  return (
    <Page
      title="Tài khoản và quyền"
      actions={
        <>
          <Button look="primary" icon="plus" onClick={() => setCreating(true)}>
            Mở tài khoản
          </Button>
          {managed !== undefined && (
            <Link to="/organizations/$nodeId/access" params={{ nodeId: managed }} className={buttonClass()}>
              Ai được xem tổ chức
            </Link>
          )}
          {may(session, 'identity:manage-roles') && (
            <Link to="/roles" className={buttonClass()}>
              Vai trò
            </Link>
          )}
        </>
      }
    >
      <WaitingGrants />
      <ExpiringGrants />
      <SearchField label="Tìm tài khoản theo tên" placeholder="Tìm tên hoặc tên đăng nhập" value={typed} onChange={setTyped} />
      {problem ? (
        <ProblemNote problem={problem} onRetry={reload} />
      ) : loading ? (
        <Skeleton lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState icon="lock" title={search === '' ? 'Chưa có tài khoản nào' : 'Không có tài khoản nào mang tên này'} />
      ) : (
        <DataTable
          caption="Tài khoản"
          columns={columnsOf(setOpened)}
          rows={rows}
          rowKey={(a) => a.id}
          {...(hasMore ? { more: { load: more, busy: loadingMore } } : {})}
        />
      )}
      <Dialog open={creating} title="Mở tài khoản" onClose={() => setCreating(false)}>
        <CreateAccountForm onClose={() => setCreating(false)} />
      </Dialog>
      <Dialog open={account !== undefined} title={account?.displayName ?? ''} onClose={() => setOpened(undefined)}>
        {account && <AccountDetail account={account} />}
      </Dialog>
    </Page>
  );
}
