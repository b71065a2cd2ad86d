import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { getRoll, type Roll } from '@vungmanh/contracts/meetings/roll';
import { useQueryOf } from '../../api/queries.js';
import { postText } from './post.js';
import type { Choosable } from './person-field.js';

/** Who can be given a part in the meeting: everybody on its roll who is here. */
export function choosable(roll: Pick<Roll, 'lines'> | undefined): readonly Choosable[] {
  return (roll?.lines ?? [])
    .filter((line) => line.enrollment !== 'TEMPORARILY_ELSEWHERE')
    .map(({ personId, name, post, birthYear }) => {
      const about = [postText(post), birthYear === undefined ? undefined : `sinh ${birthYear}`].filter(Boolean).join(', ');
      return { id: personId, name, ...(about === '' ? {} : { about }) };
    });
}

/** The roll of a meeting as people to choose from; empty until it is here. */
export function usePeople(meetingId: string): readonly Choosable[] {
  return choosable(useQueryOf(getRoll, { meetingId }).data);
}

/** The name of somebody who has a part in the meeting. */
export const nameIn = (people: Meeting['people'], id: string | undefined): string | undefined =>
  id === undefined ? undefined : people.find((p) => p.id === id)?.name;
