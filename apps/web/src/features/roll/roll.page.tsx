import { getRouteApi, Link } from '@tanstack/react-router';
import { getMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { getRoll, type Roll } from '@vungmanh/contracts/meetings/roll';
import { useQueryOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { Page } from '../../ui/page.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { MeetingCrumbs } from '../meeting/meeting-crumbs.js';
import { useHold } from '../meeting/use-hold.js';
import { RollScreen } from './roll-screen.js';
import '../../ui/chips.css';
import './roll.css';
import { useRollCall } from './use-roll-call.js';

const route = getRouteApi('/app/meetings/$meetingId/roll');

function Loaded({ meeting, roll }: { meeting: Meeting; roll: Roll }) {
  const call = useRollCall(roll, useSession().accountId);
  return <RollScreen meeting={meeting} call={call} />;
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
