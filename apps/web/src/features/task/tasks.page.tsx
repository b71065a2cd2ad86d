import { listTasks, myTasks, type Task } from '@vungmanh/contracts/meetings/task';
import { useState } from 'react';
import { type Listed, useListOf } from '../../api/queries.js';
import { nodesWith, useSession } from '../../session/session.js';
import { today } from '../../text/dates.js';
import { Chips } from '../../ui/chips.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { WorkUnit } from '../plan/work-unit.js';
import { byUrgency, passes, type TaskFilter } from './due.js';
import { TaskTable } from './task-table.js';

const emptyTitle: Record<TaskFilter, string> = {
  ALL: 'Chưa có nhiệm vụ nào',
  OVERDUE: 'Không có nhiệm vụ quá hạn',
  SOON: 'Không có nhiệm vụ sắp đến hạn',
  MINE: 'Đồng chí không có nhiệm vụ đang làm',
  CHECKING: 'Đồng chí không có nhiệm vụ phải kiểm tra',
};

interface ListProps {
  readonly list: Listed<Task>;
  readonly withBody: boolean;
  readonly first: TaskFilter;
}

function TaskList({ list, withBody, first }: ListProps) {
  const { personId } = useSession();
  const [filter, setFilter] = useState<TaskFilter>(first);
  const now = today();
  const countOf = (one: TaskFilter) => list.rows.filter((t) => passes(t, one, personId, now)).length;
  const chip = (value: TaskFilter, label: string) => ({ value, label, count: countOf(value) });
  const rows = list.rows.filter((t) => passes(t, filter, personId, now)).toSorted(byUrgency);
  if (list.loading) return <Skeleton lines={6} />;
  return (
    <div className="stack">
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      <Chips
        required
        label="Lọc nhiệm vụ"
        value={filter}
        onChange={(next) => setFilter(next ?? 'ALL')}
        options={[
          chip('ALL', 'Tất cả'),
          { ...chip('OVERDUE', 'Quá hạn'), tone: 'red' },
          { ...chip('SOON', 'Sắp đến hạn'), tone: 'amber' },
          ...(personId === undefined ? [] : [chip('MINE', 'Của tôi'), chip('CHECKING', 'Tôi kiểm tra')]),
        ]}
      />
      {rows.length === 0 && !list.problem ? (
        <EmptyState icon="tasks" title={emptyTitle[filter]}>
          <p>Nhiệm vụ được giao từ nghị quyết của chi bộ sau khi thông qua.</p>
        </EmptyState>
      ) : (
        <TaskTable caption="Nhiệm vụ" tasks={rows} withBody={withBody} {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })} />
      )}
    </div>
  );
}

function UnitTasks({ nodeId, open, below }: { nodeId: string; open: boolean; below: boolean }) {
  const list = useListOf(listTasks, { nodeId, below: String(below), limit: 200, ...(open ? { open: 'true' } : {}) });
  return <TaskList list={list} withBody={below} first="ALL" />;
}

function OwnTasks({ open }: { open: boolean }) {
  const list = useListOf(myTasks, { limit: 200, open: String(open) });
  return <TaskList list={list} withBody first="ALL" />;
}

/** Tasks of the organization that one works for; for a member without an office, one's own. */
export function TasksPage() {
  const session = useSession();
  const nodes = nodesWith(session, 'meetings:read');
  const [closedToo, setClosedToo] = useState(false);
  const filter = (
    <button type="button" className="chip" aria-pressed={closedToo} onClick={() => setClosedToo(!closedToo)}>
      Cả việc đã xong
    </button>
  );
  return (
    <Page title="Nhiệm vụ" actions={filter}>
      {nodes.length === 0 ? (
        <OwnTasks open={!closedToo} />
      ) : (
        <WorkUnit permission="meetings:read">{(unit) => <UnitTasks nodeId={unit.nodeId} below={unit.below} open={!closedToo} />}</WorkUnit>
      )}
    </Page>
  );
}
