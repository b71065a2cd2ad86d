import { Link, getRouteApi } from '@tanstack/react-router';
import { listMembers } from '@vungmanh/contracts/membership/member';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { useEffect, useState } from 'react';
import { useListOf, useQueryOf } from '../../api/queries.js';
import { may, nodesWith, useSession } from '../../session/session.js';
import { showDate, today } from '../../text/dates.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useSettled } from '../../ui/use-settled.js';
import { EnterMemberForm } from './enter-member-form.js';
import { MemberFilters } from './member-filters.js';
import { MemberTable } from './member-table.js';
import { MemberTotals } from './member-totals.js';

const route = getRouteApi('/app/members');

/** Members of an organization and all below it. */
export function MembersPage() {
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const nodeId = search.node ?? nodesWith(session, 'membership:list')[0];
  const node = useQueryOf(nodeDetail, { nodeId: nodeId ?? '' }, { when: nodeId !== undefined && may(session, 'organization:read') });
  const [typed, setTyped] = useState(search.q ?? '');
  const q = useSettled(typed.trim());
  const [entering, setEntering] = useState(false);
  const change = (part: Partial<typeof search>) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  useEffect(() => {
    void navigate({ search: (before) => ({ ...before, q: q || undefined }), replace: true });
  }, [q, navigate]);
  const list = useListOf(
    listMembers,
    {
      nodeId: nodeId ?? '',
      ...(q === '' ? {} : { q }),
      ...(search.status === undefined ? {} : { status: search.status }),
      ...(search.on === undefined ? {} : { asOf: search.on }),
    },
    { when: nodeId !== undefined },
  );
  if (nodeId === undefined) {
    return (
      <Page title="Đảng viên" narrow>
        <Note title="Đồng chí chưa được giao quyền xem danh sách đảng viên của tổ chức nào." />
      </Page>
    );
  }
  const isCell = node.data?.traits.meetsAsCell ?? false;
  const narrowed = q !== '' || search.status !== undefined || search.on !== undefined;
  return (
    <Page
      title="Đảng viên"
      about={
        <>
          <span>{node.data?.name}</span>
          {search.on !== undefined && search.on !== today() && <span className="strong">Danh sách ngày {showDate(search.on)}</span>}
        </>
      }
      actions={
        <>
          {may(session, 'membership:edit') && (
            <Button look="primary" icon="plus" onClick={() => setEntering(true)}>
              Ghi đảng viên vào danh sách
            </Button>
          )}
          {isCell && (
            <Link to="/organizations/$nodeId/roster" params={{ nodeId }} className={buttonClass()}>
              Danh sách chi bộ
            </Link>
          )}
        </>
      }
    >
      {(search.on === undefined || search.on === today()) && <MemberTotals nodeId={nodeId} />}
      <MemberFilters
        typed={typed}
        onTyped={setTyped}
        status={search.status}
        asOf={search.on}
        node={node.data && { id: node.data.id, name: node.data.name }}
        home={nodesWith(session, 'membership:list')[0]}
        onChange={change}
      />
      {list.problem ? (
        <ProblemNote problem={list.problem} onRetry={list.reload} />
      ) : list.loading ? (
        <Skeleton lines={8} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="people" title={narrowed ? 'Không có đảng viên nào đúng với điều kiện đã chọn' : 'Chưa có đảng viên nào trong danh sách'}>
          <p>
            {narrowed ? 'Đồng chí thử gõ một phần tên, không cần dấu, hoặc bỏ bớt điều kiện.' : 'Nhập danh sách từ tệp Excel hoặc ghi từng đồng chí.'}
          </p>
        </EmptyState>
      ) : (
        <MemberTable
          caption={`Đảng viên ${node.data?.name ?? ''}`}
          rows={list.rows}
          opens={may(session, 'membership:read')}
          withCell={!isCell}
          more={list.hasMore ? { load: list.more, busy: list.loadingMore } : undefined}
        />
      )}
      <Dialog open={entering} title="Ghi đảng viên vào danh sách" onClose={() => setEntering(false)}>
        <EnterMemberForm cell={isCell && node.data ? { id: node.data.id, name: node.data.name } : undefined} onClose={() => setEntering(false)} />
      </Dialog>
    </Page>
  );
}
