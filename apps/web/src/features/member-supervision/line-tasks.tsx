import type { SupervisionLine } from '@vungmanh/contracts/inspection/supervision-line';
import { listTasks, myTasks, type Task } from '@vungmanh/contracts/meetings/task';
import { quarterOf } from '@vungmanh/regulations/calendar';
import { type Listed, useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Card } from '../../ui/card.js';
import { ProblemNote } from '../../ui/notes.js';
import { TaskTable } from '../task/task-table.js';
import { fallenBehind, tasksText } from './supervision-text.js';

function Tasks({ line, list }: { line: SupervisionLine; list: Listed<Task> }) {
  const tasks = list.rows
    .filter((t) => t.nodeId === line.nodeId && t.doerIds.includes(line.personId) && quarterOf(t.deadline) === line.quarter)
    .toSorted((a, b) => a.deadline.localeCompare(b.deadline));
  return (
    <>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {tasks.length > 0 && (
        <TaskTable caption="Nhiệm vụ có hạn trong quý" tasks={tasks} {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })} />
      )}
    </>
  );
}

function OwnTasks({ line }: { line: SupervisionLine }) {
  return <Tasks line={line} list={useListOf(myTasks, { limit: 200, open: 'false' })} />;
}

function CellTasks({ line }: { line: SupervisionLine }) {
  return <Tasks line={line} list={useListOf(listTasks, { nodeId: line.nodeId, limit: 200 })} />;
}

/** What the cell gave the member to do by a day of the quarter, and what came of it. */
export function LineTasks({ line }: { line: SupervisionLine }) {
  const session = useSession();
  return (
    <Card title="Nhiệm vụ được giao" flush={line.tasks.given > 0}>
      <div className="stack">
        <p className={line.tasks.given > 0 ? 'supervision-lead' : undefined} data-behind={fallenBehind(line.tasks) > 0 || undefined}>
          {tasksText(line.tasks)}.
        </p>
        {line.tasks.given > 0 && (line.own ? <OwnTasks line={line} /> : may(session, 'meetings:read', line.nodeId) && <CellTasks line={line} />)}
      </div>
    </Card>
  );
}
