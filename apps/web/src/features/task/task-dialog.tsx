import { Link } from '@tanstack/react-router';
import { type Task, taskResultLabel, taskStateLabel } from '@vungmanh/contracts/meetings/task';
import { may, useSession } from '../../session/session.js';
import { showDate, showInstant, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { dueMark } from './due.js';
import { TaskActs } from './task-acts.js';

/** One task with all that it asks for, what has been reported and found, and what can be done. */
export function TaskDialog({ task, onClose }: { task: Task | undefined; onClose: () => void }) {
  const session = useSession();
  const mark = task && dueMark(task, today());
  return (
    <Dialog open={task !== undefined} title="Nhiệm vụ" onClose={onClose}>
      {task && (
        <div className="stack" key={task.version}>
          <p className="strong">{task.content}</p>
          <p className="row">
            <Badge>{taskStateLabel[task.state]}</Badge>
            {mark && <Badge tone={mark.tone}>{mark.text}</Badge>}
            {task.result && (
              <Badge tone={task.result === 'NOT_DONE' || task.result === 'LATE' ? 'late' : 'done'}>{taskResultLabel[task.result]}</Badge>
            )}
          </p>
          <Facts
            items={[
              ['Yêu cầu', task.requirement],
              ['Biện pháp', task.measure],
              ['Mức độ hoàn thành', task.degree],
              ['Thời hạn', showDate(task.deadline)],
              ['Người thực hiện', task.doers],
              ['Người kiểm tra', task.checker],
              ['Tổ chức giao', task.bodyName],
            ]}
          />
          {task.carriedOver.map((c) => (
            <p key={`${c.from}${c.to}`} className="soft">
              Gia hạn từ {showDate(c.from)} sang {showDate(c.to)}: {c.reason}
            </p>
          ))}
          {task.report && (
            <section className="stack tight">
              <h3>Báo cáo kết quả</h3>
              <p className="pre-line">{task.report.text}</p>
              <p className="soft small">
                {showInstant(task.report.at)}
                {task.report.doneOn !== undefined && ` · hoàn thành ngày ${showDate(task.report.doneOn)}`}
              </p>
            </section>
          )}
          {task.verification && (
            <section className="stack tight">
              <h3>Kết quả kiểm tra</h3>
              {task.verification.note !== undefined && <p className="pre-line">{task.verification.note}</p>}
              <p className="soft small">{showInstant(task.verification.at)}</p>
            </section>
          )}
          <TaskActs task={task} />
          {may(session, 'meetings:read', task.nodeId) && (
            <p>
              <Link to="/meetings/$meetingId" params={{ meetingId: task.meetingId }}>
                Xem buổi sinh hoạt đã giao nhiệm vụ
              </Link>
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}
