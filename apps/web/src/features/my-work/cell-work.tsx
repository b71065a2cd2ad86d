import { Link } from '@tanstack/react-router';
import { getMeeting, listMeetings, type MeetingLine } from '@vungmanh/contracts/meetings/meeting';
import { addMonthsTo } from '@vungmanh/regulations/calendar';
import { useListOf, useQueryOf } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Stepper } from '../../ui/stepper.js';
import { titleOf, whenOf } from '../meeting/meeting-title.js';
import { NextStepLink } from '../meeting/next-step.js';
import { inHand, nextStep, phases } from '../meeting/phase.js';

/** How far back a meeting that was never finished is still looked for, and how far ahead the next one. */
const MONTHS_BACK = -2;
const MONTHS_AHEAD = 1;

function InHand({ line, others }: { line: MeetingLine; others: number }) {
  const meeting = useQueryOf(getMeeting, { meetingId: line.id });
  const step = meeting.data && nextStep(meeting.data, today());
  return (
    <section className="cell-work" aria-labelledby={`cell-${line.id}`}>
      <div className="row apart">
        <h2 id={`cell-${line.id}`}>
          <Link to="/meetings/$meetingId" params={{ meetingId: line.id }}>
            {titleOf(line)}
          </Link>
        </h2>
        <span className="soft">{line.bodyName}</span>
      </div>
      <p className="cell-when">
        {whenOf(line)}
        {line.place !== undefined && `, ${line.place}`}
      </p>
      <Stepper label="Các bước của buổi sinh hoạt" phases={[...phases]} at={line.state} />
      {meeting.isPending && !meeting.error && <Skeleton lines={1} />}
      <ProblemNote problem={meeting.error} onRetry={() => void meeting.refetch()} />
      {step ? (
        <div className="cell-next">
          <p>{step.why}</p>
          <NextStepLink step={step} meetingId={line.id} />
        </div>
      ) : (
        meeting.data && <p className="soft">Bước này đồng chí khác đang làm. Đồng chí theo dõi ở trang buổi sinh hoạt.</p>
      )}
      {others > 0 && (
        <p>
          <Link to="/meetings">Còn {others} buổi khác chưa xong</Link>
        </p>
      )}
    </section>
  );
}

/** The work of one cell: where its meeting stands and the next step as one button. */
export function CellWork({ nodeId }: { nodeId: string }) {
  const month = today().slice(0, 7);
  const list = useListOf(listMeetings, { nodeId, from: addMonthsTo(month, MONTHS_BACK), to: addMonthsTo(month, MONTHS_AHEAD), limit: 50 });
  const line = inHand(list.rows);
  // Meetings of next month that nobody has touched are not "unfinished".
  const others = list.rows.filter((m) => m.id !== line?.id && m.month <= month && !['PUBLISHED', 'CANCELLED', 'MISSED'].includes(m.state)).length;
  if (list.loading) return <Skeleton lines={5} />;
  if (list.problem) return <ProblemNote problem={list.problem} onRetry={list.reload} />;
  if (line) return <InHand line={line} others={others} />;
  return (
    <Card title="Việc của chi bộ">
      {list.rows.length === 0 ? (
        <Note
          title="Chi bộ chưa có kế hoạch sinh hoạt"
          actions={
            <Link to="/meetings" className={buttonClass({ look: 'primary' })}>
              Lập kế hoạch năm
            </Link>
          }
        />
      ) : (
        <p>Các buổi sinh hoạt đến nay đã xong.</p>
      )}
    </Card>
  );
}
