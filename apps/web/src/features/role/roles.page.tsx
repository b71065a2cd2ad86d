import { approveRole, type ManagedRole, managedRoles, rejectRole } from '@vungmanh/contracts/identity/role-change';
import { listRoles } from '@vungmanh/contracts/identity/role';
import { permissionLabel } from '@vungmanh/contracts/permission';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { EditorFactorCard } from './editor-factor-card.js';
import { RoleForm } from './role-form.js';

type Content = Pick<ManagedRole, 'permissions' | 'handsOn'>;

function Permissions({ content }: { content: Content }) {
  return (
    <Facts
      items={[
        ['Được làm', content.permissions.map((p) => permissionLabel[p]).join('; ') || 'Chưa có quyền nào'],
        ['Chỉ giao cho người khác', content.handsOn.map((p) => permissionLabel[p]).join('; ')],
      ]}
    />
  );
}

function Pending({ role, pending }: { role: ManagedRole; pending: NonNullable<ManagedRole['pending']> }) {
  const session = useSession();
  const approve = useCommand(approveRole, { changes: [managedRoles, listRoles] });
  const reject = useCommand(rejectRole, { changes: [managedRoles] });
  const about = { input: { code: role.code }, version: role.version };
  const own = pending.by.id === session.accountId;
  return (
    <Note
      tone="warning"
      title={`Thay đổi chờ duyệt: ${pending.label}`}
      actions={
        <>
          {!own && (
            <Button size="small" look="primary" busy={approve.isPending} onClick={() => approve.mutate(about)}>
              Duyệt
            </Button>
          )}
          <Button size="small" busy={reject.isPending} onClick={() => reject.mutate(about)}>
            {own ? 'Rút lại' : 'Không duyệt'}
          </Button>
        </>
      }
    >
      <p>
        Người đề nghị: {pending.by.name}, lúc {showInstant(pending.at)}.{' '}
        {pending.fourEyes ? 'Giao vai trò này cần hai người.' : 'Một người giao được.'}
      </p>
      <Permissions content={pending} />
      <ProblemNote problem={approve.error ?? reject.error} />
    </Note>
  );
}

/** Roles: what each is called, lets do and hand on, and what waits for a second person. */
export function RolesPage() {
  const mayManage = may(useSession(), 'identity:manage-roles');
  const roles = useQueryOf(managedRoles, {}, { when: mayManage });
  const [editing, setEditing] = useState<ManagedRole>();
  const [creating, setCreating] = useState(false);
  const close = () => {
    setEditing(undefined);
    setCreating(false);
  };
  return (
    <Page
      title="Vai trò"
      crumbs={
        <Crumbs>
          {[
            <Link key="accounts" to="/accounts">
              Tài khoản và quyền
            </Link>,
          ]}
        </Crumbs>
      }
      actions={
        mayManage && (
          <Button look="primary" icon="plus" onClick={() => setCreating(true)}>
            Thêm vai trò
          </Button>
        )
      }
    >
      {!mayManage && <Note title="Đồng chí chưa được giao quyền sửa vai trò." />}
      <ProblemNote problem={roles.error} onRetry={() => void roles.refetch()} />
      {roles.isLoading && <Skeleton lines={8} />}
      {roles.data?.items.length === 0 && <Note title="Vai trò dùng chung cho cả tỉnh, do cấp tỉnh quy định." />}
      <div className="stack">
        {(roles.data?.items.length ?? 0) > 0 && <EditorFactorCard />}
        {roles.data?.items.map((role) => (
          <Card
            key={role.code}
            title={role.label}
            aside={
              <Button size="small" icon="edit" aria-label={`Sửa vai trò ${role.label}`} onClick={() => setEditing(role)}>
                Sửa
              </Button>
            }
          >
            <p className="row">
              <span className="soft small">{role.holders} lượt giao đang có hiệu lực</span>
              {role.fourEyes && <Badge>Cần hai người</Badge>}
            </p>
            {role.pending && <Pending role={role} pending={role.pending} />}
            <Permissions content={role} />
          </Card>
        ))}
      </div>
      <Dialog open={creating || editing !== undefined} title={editing ? `Sửa vai trò ${editing.label}` : 'Thêm vai trò'} onClose={close}>
        {(creating || editing) && <RoleForm {...(editing ? { role: editing } : {})} onClose={close} />}
      </Dialog>
    </Page>
  );
}
