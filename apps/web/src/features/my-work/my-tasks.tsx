import { Link } from '@tanstack/react-router';
import { myTasks, type Task } from '@vungmanh/contracts/meetings/task';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { showDate, today } from '../../text/dates.js';
import { LinkButton } from '../../ui/button.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { byUrgency, dueMark } from '../task/due.js';
import { TaskDialog } from '../task/task-dialog.js';

const SHOWN = 6;

/** What is asked of the person with this task now. */
function asked(task: Task, person: string | undefined): string {
  if (task.may.includes('acknowledge')) return 'Chờ đồng chí nhận việc';
  if (task.may.includes('check')) return 'Chờ đồng chí kiểm tra';
  if (person !== undefined && task.doerIds.includes(person)) return 'Đồng chí thực hiện';
  return 'Đồng chí kiểm tra, đôn đốc';
}

export function MyTasks() {
  const { personId } = useSession();
  const [open, setOpen] = useState<string>();
  const list = useListOf(myTasks, { limit: 50 });
  const tasks = list.rows.toSorted(byUrgency);
  const overdue = tasks.filter((t) => t.overdue).length;
  return (
    <Card
      title={`Nhiệm vụ của tôi${tasks.length > 0 ? ` (${tasks.length})` : ''}`}
      aside={overdue > 0 && <Badge tone="late">{overdue} quá hạn</Badge>}
    >
      {list.loading ? (
        <Skeleton />
      ) : list.problem ? (
        <ProblemNote problem={list.problem} onRetry={list.reload} />
      ) : tasks.length === 0 ? (
        <p className="soft">Đồng chí không có nhiệm vụ nào đang mở.</p>
      ) : (
        <div className="stack">
          <ul className="my-tasks">
            {tasks.slice(0, SHOWN).map((t) => {
              const mark = dueMark(t, today());
              return (
                <li key={t.id}>
                  <span>
                    <LinkButton onClick={() => setOpen(t.id)}>{t.content}</LinkButton>
                    <span className="soft small my-task-about">
                      {asked(t, personId)} · hạn {showDate(t.deadline)}
                    </span>
                  </span>
                  {mark && <Badge tone={mark.tone}>{mark.text}</Badge>}
                </li>
              );
            })}
          </ul>
          {tasks.length > SHOWN && <Link to="/tasks">Xem cả {tasks.length} nhiệm vụ</Link>}
        </div>
      )}
      <TaskDialog task={tasks.find((t) => t.id === open)} onClose={() => setOpen(undefined)} />
    </Card>
  );
}
