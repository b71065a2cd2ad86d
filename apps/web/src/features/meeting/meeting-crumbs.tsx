import { Link } from '@tanstack/react-router';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { Crumbs } from '../../ui/page.js';
import { titleOf } from './meeting-title.js';

/** The way back: the list, and from a page of a meeting (`self`) the meeting. */
export function MeetingCrumbs({ meeting, self }: { meeting: Meeting | undefined; self?: string }) {
  return (
    <Crumbs>
      {[
        <Link key="list" to="/meetings">
          Sinh hoạt chi bộ
        </Link>,
        ...(self === undefined
          ? []
          : [
              <Link key="meeting" to="/meetings/$meetingId" params={{ meetingId: self }}>
                {meeting ? titleOf(meeting) : 'Buổi sinh hoạt'}
              </Link>,
            ]),
      ]}
    </Crumbs>
  );
}
