import { Link } from '@tanstack/react-router';
import { myMeetings } from '@vungmanh/contracts/meetings/meeting';
import { meetingKindLabel, meetingStateLabel } from '@vungmanh/contracts/meetings/meeting-state';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { ReactNode } from 'react';
import { useListOf } from '../../api/queries.js';
import { daysBetween, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { buttonClass } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { titleOf, whenOf } from '../meeting/meeting-title.js';
import { stateTone } from '../meeting/phase.js';
import { coming, dayWord, published } from './next.js';

type Line = OutputOf<typeof myMeetings>['items'][number];

const expected: Record<Line['as'], string> = {
  MEMBER: 'Đồng chí được mời dự. Đọc trước chương trình và tài liệu; không dự được thì báo cáo lý do với bí thư chi bộ.',
  FOLLOWER: 'Đồng chí được phân công theo dõi chi bộ này và dự sinh hoạt.',
};

function NextMeeting({ meeting }: { meeting: Line }) {
  const params = { meetingId: meeting.id };
  return (
    <section className="my-next" aria-labelledby="my-next-title">
      <p className="my-next-when">{dayWord(daysBetween(today(), meeting.plannedOn))}</p>
      <h2 id="my-next-title">
        {meetingKindLabel[meeting.kind]}
        {meeting.coversThematic && ' kết hợp chuyên đề'}
      </h2>
      <p className="my-next-time">{whenOf(meeting)}</p>
      {meeting.place !== undefined && <p className="my-next-place">{meeting.place}</p>}
      <p className="soft">{meeting.bodyName}</p>
      <p>{expected[meeting.as]}</p>
      <div>
        <Link to="/my/meetings/$meetingId" params={params} className={buttonClass()}>
          Đọc thông báo
        </Link>
      </div>
    </section>
  );
}

interface MeetingLinksProps {
  title: string;
  meetings: readonly Line[];
  name: (meeting: Line) => string;
  beside: (meeting: Line) => ReactNode;
}

/** A card with a line for each meeting; nothing without meetings. */
function MeetingLinks({ title, meetings, name, beside }: MeetingLinksProps) {
  if (meetings.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="stack tight">
        {meetings.map((m) => (
          <li key={m.id} className="row apart">
            <Link to="/my/meetings/$meetingId" params={{ meetingId: m.id }}>
              {name(m)}
            </Link>
            {beside(m)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The meetings to which the person is called: the next one large, the others as lines. */
export function MyMeetings() {
  const list = useListOf(myMeetings, { limit: 20 });
  const { next, later } = coming(list.rows, today());
  const held = published(list.rows, 3);
  if (list.loading) return <Skeleton lines={4} />;
  if (list.problem) return <ProblemNote problem={list.problem} onRetry={list.reload} />;
  return (
    <>
      {next ? (
        <NextMeeting meeting={next} />
      ) : (
        <Card title="Lịch sinh hoạt của tôi">
          <p className="soft">Chưa có thông báo sinh hoạt nào sắp tới. Khi chi bộ gửi thông báo, giờ và địa điểm hiện ở đây.</p>
        </Card>
      )}
      <MeetingLinks
        title="Các buổi sau"
        meetings={later}
        name={(m) => `${meetingKindLabel[m.kind]}, ${m.bodyName}`}
        beside={(m) => (
          <span className="row">
            <span className="soft">{whenOf(m)}</span>
            <Badge tone={stateTone[m.state]}>{meetingStateLabel[m.state]}</Badge>
          </span>
        )}
      />
      <MeetingLinks title="Kết quả đã công bố" meetings={held} name={titleOf} beside={(m) => <span className="soft">{m.bodyName}</span>} />
    </>
  );
}
