import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { getMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { getRoll, markRoll, type Roll } from '@vungmanh/contracts/meetings/roll';
import { newId } from '@vungmanh/contracts/new-id';
import { useMemo } from 'react';
import { api, problemFrom } from '../../api/api.js';
import { ask, useQueryOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { Page } from '../../ui/page.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { showDate } from '../../text/dates.js';
import { dayAndTime } from '../meeting/agenda.js';
import { MeetingCrumbs } from '../meeting/meeting-crumbs.js';
import { useHold } from '../meeting/use-hold.js';
import { CloseRoll } from './close-roll.js';
import { RollFigures } from './figures.js';
import { type Occasion, RollScreen } from './roll-screen.js';
import '../../ui/chips.css';
import './roll.css';
import { type RollDoor, useRollCall } from './use-roll-call.js';

const route = getRouteApi('/app/meetings/$meetingId/roll');

const Suspended = ({ of }: { of: NonNullable<Roll['suspended']> }) =>
  of.length > 0 && (
    <Note title="Không triệu tập, không tính vào danh sách">
      <p>{of.map((one) => one.name).join('; ')} đang bị đình chỉ sinh hoạt vào ngày họp.</p>
    </Note>
  );

const waitsOf = (meeting: Meeting) => {
  if (meeting.state === 'NOTIFIED')
    return (
      <Note title="Buổi sinh hoạt chưa khai mạc">
        <p>Ghi trước được đồng chí đã xin vắng. Điểm danh đủ và chốt sau khi khai mạc.</p>
      </Note>
    );
  if (meeting.may.includes('mark-roll')) return undefined;
  return (
    <Note title="Chưa điểm danh được">
      <p>Danh sách dưới đây lấy theo số đảng viên của ngày họp. Điểm danh mở sau khi gửi thông báo, cho người được giao ghi biên bản.</p>
    </Note>
  );
};

function Loaded({ meeting, roll }: { meeting: Meeting; roll: Roll }) {
  const client = useQueryClient();
  const meetingId = roll.id;
  const door = useMemo(
    (): RollDoor<Roll> => ({
      post: (events) => api(markRoll, { meetingId, events }, { key: newId(Date.now()) }),
      problem: (thrown) => problemFrom(markRoll, thrown),
      keep: (answer) => client.setQueryData(ask(getRoll, { meetingId }).queryKey, answer),
    }),
    [client, meetingId],
  );
  const call = useRollCall(roll, useSession().accountId, door);
  const occasion: Occasion = {
    day: meeting.startsAt === undefined ? meeting.plannedOn : dayAndTime(meeting.startsAt).day,
    mayMark: meeting.may.includes('mark-roll'),
    waits: (
      <>
        {waitsOf(meeting)}
        <Suspended of={call.base.suspended ?? []} />
      </>
    ),
    figures: <RollFigures {...call.shown} />,
    close: meeting.may.includes('close-roll') && <CloseRoll call={call} />,
    printHead: [meeting.bodyName, `Danh sách điểm danh – ${meetingKindLabel[meeting.kind]} ngày ${showDate(meeting.plannedOn)}`],
    counted: 'Triệu tập',
  };
  return <RollScreen occasion={occasion} call={call} />;
}

export function RollPage() {
  const { meetingId } = route.useParams();
  const meeting = useQueryOf(getMeeting, { meetingId });
  useHold(meeting.data);
  const roll = useQueryOf(getRoll, { meetingId });
  return (
    <Page
      title="Điểm danh"
      crumbs={<MeetingCrumbs meeting={meeting.data} self={meetingId} />}
      actions={
        meeting.data?.rollClosedAt !== undefined && (
          <Link to="/meetings/$meetingId/minutes" params={{ meetingId }} className="button primary normal">
            Ghi biên bản
          </Link>
        )
      }
    >
      <ProblemNote problem={meeting.error ?? roll.error} onRetry={() => void Promise.all([meeting.refetch(), roll.refetch()])} />
      {/* Nothing can be tapped before the roll is here: an early tap would be lost under the late answer. */}
      {meeting.data && roll.data ? (
        <Loaded key={meetingId} meeting={meeting.data} roll={roll.data} />
      ) : (
        !meeting.error && !roll.error && <Skeleton lines={8} />
      )}
    </Page>
  );
}
