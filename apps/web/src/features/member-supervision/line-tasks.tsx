import type { SupervisionLine } from '@vungmanh/contracts/inspection/supervision-line';
import { listTasks, myTasks, type Task, taskResultLabel } from '@vungmanh/contracts/meetings/task';
import { quarterOf } from '@vungmanh/regulations/calendar';
import { useState } from 'react';
import { type Listed, useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote } from '../../ui/notes.js';
import { dueMark } from '../task/due.js';
import { TaskDialog } from '../task/task-dialog.js';
import { fallenBehind, tasksText } from './supervision-text.js';

function Mark({ task }: { task: Task }) {
  const due = dueMark(task, today());
  if (due) return <Badge tone={due.tone}>{due.text}</Badge>;
  return task.result && <Badge tone={task.result === 'LATE' || task.result === 'NOT_DONE' ? 'late' : 'done'}>{taskResultLabel[task.result]}</Badge>;
}

function Tasks({ line, list }: { line: SupervisionLine; list: Listed<Task> }) {
  const [open, setOpen] = useState<string>();
  const tasks = list.rows
    .filter((t) => t.nodeId === line.nodeId && t.doerIds.includes(line.personId) && quarterOf(t.deadline) === line.quarter)
    .toSorted((a, b) => a.deadline.localeCompare(b.deadline));
  return (
    <>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      <ul className="supervision-said">
        {tasks.map((t) => (
          <li key={t.id} className="stack tight">
            <LinkButton onClick={() => setOpen(t.id)}>{t.content}</LinkButton>
            <p className="row">
              <span className="soft">Hạn {showDate(t.deadline)}</span>
              <Mark task={t} />
            </p>
          </li>
        ))}
      </ul>
      <MoreButton {...list} />
      <TaskDialog task={tasks.find((t) => t.id === open)} onClose={() => setOpen(undefined)} />
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
    <Card title="Nhiệm vụ được giao">
      <div className="stack">
        <p className={fallenBehind(line.tasks) > 0 ? 'strong' : 'soft'}>{tasksText(line.tasks)}.</p>
        {line.tasks.given > 0 && (line.own ? <OwnTasks line={line} /> : may(session, 'meetings:read', line.nodeId) && <CellTasks line={line} />)}
      </div>
    </Card>
  );
}
