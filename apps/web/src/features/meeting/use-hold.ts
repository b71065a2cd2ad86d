import { holdForMeeting } from '@vungmanh/contracts/gateway/session';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { useEffect } from 'react';
import { api, onlyMeeting } from '../../api/api.js';

const EVERY_MS = 5 * 60_000;

/** While a meeting is being held its page keeps the session alive for it: nobody signs in anew in the middle of an evening. */
export function useHold(meeting: Pick<Meeting, 'id' | 'state'> | undefined): void {
  const meetingId = meeting?.state === 'IN_SESSION' ? meeting.id : undefined;
  useEffect(() => {
    if (meetingId === undefined) return;
    onlyMeeting(meetingId);
    // What is refused here the next act says in words.
    const hold = () => void api(holdForMeeting, { meetingId }).catch(() => {});
    hold();
    const timer = setInterval(hold, EVERY_MS);
    return () => {
      clearInterval(timer);
      onlyMeeting(undefined);
    };
  }, [meetingId]);
}
