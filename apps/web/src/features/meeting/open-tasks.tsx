import { TaskState, taskStateLabel } from '@vungmanh/contracts/meetings/task';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { showDate, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { dueMark } from '../task/due.js';

function Due({ task }: { task: Meeting['openTasks'][number] }) {
  const state = TaskState.safeParse(task.state);
  const mark = state.success ? dueMark({ ...task, state: state.data }, today()) : undefined;
  return mark && <Badge tone={mark.tone}>{mark.text}</Badge>;
}

const labelOf = (state: string): string => {
  const known = TaskState.safeParse(state);
  return known.success ? taskStateLabel[known.data] : state;
};

/** Tasks of earlier resolutions that are still open: the first matter of the meeting. */
export function OpenTasksCard({ tasks }: { tasks: Meeting['openTasks'] }) {
  if (tasks.length === 0) return null;
  return (
    <Card tone="notice" title={`Nhiệm vụ còn mở từ nghị quyết trước (${tasks.length})`}>
      <ul className="stack">
        {tasks.map((t) => (
          <li key={t.id} className="stack tight">
            <span>{t.content}</span>
            <span className="row small">
              <Due task={t} />
              <span className="soft">
                {t.doers} · hạn {showDate(t.deadline)} · {labelOf(t.state).toLowerCase()}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
