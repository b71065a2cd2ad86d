import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { Minutes } from '@vungmanh/contracts/meetings/minutes';
import { Broken } from '@vungmanh/platform/problem';
import type { Verb } from '../meeting/meeting.rules.js';

type As = Minutes['confirmations'][number]['as'];

/** A confirmation as it is stored: who, as what, when; a name is looked up when it is shown. */
export interface StoredConfirmation {
  readonly personId: string;
  readonly as: As;
  readonly at: string;
}

/** Who may confirm: the chair and the minute-taker of the meeting, two different people. */
export interface Confirmers {
  readonly chairId: string | null;
  readonly minuteTakerId: string | null;
}

/** As what this person confirms. Throws `meetings/not-yours-to-confirm` for anybody else. */
export function confirmsAs(person: string | undefined, { chairId, minuteTakerId }: Confirmers): As {
  if (person !== undefined && person === chairId) return 'CHAIR';
  if (person !== undefined && person === minuteTakerId) return 'MINUTE_TAKER';
  throw new Broken('meetings/not-yours-to-confirm');
}

/** Both have confirmed: nobody confirms for the other. */
export const bothConfirmed = (confirmations: readonly StoredConfirmation[]): boolean =>
  confirmations.some((c) => c.as === 'CHAIR') && confirmations.some((c) => c.as === 'MINUTE_TAKER');

/** From the first confirmation on nothing is changed; corrections are addenda. */
export const isLocked = (confirmations: readonly StoredConfirmation[]): boolean => confirmations.length > 0;

/** What has been confirmed, or came signed from before the platform, is only added to. */
export const takesAddenda = (state: MeetingState, confirmations: readonly StoredConfirmation[]): boolean =>
  isLocked(confirmations) || state === 'MINUTES_SIGNED' || state === 'PUBLISHED';

/** How far the papers of a meeting are, and who asks. */
export interface PaperStanding {
  readonly state: MeetingState;
  readonly confirmations: readonly StoredConfirmation[];
  /** Whether the resolution has been adopted. */
  readonly adopted: boolean;
  readonly confirmers: Confirmers;
  readonly person: string | undefined;
}

/** Whether minutes and resolution as they stand leave room for an act that the state of the meeting allows. */
export function papersAllow(verb: Verb, { state, confirmations, adopted, confirmers, person }: PaperStanding): boolean {
  switch (verb) {
    case 'write-minutes':
    case 'read-back':
      return !isLocked(confirmations);
    case 'confirm-minutes':
      return (
        [confirmers.chairId, confirmers.minuteTakerId].some((id) => id !== null && id === person) && !confirmations.some((c) => c.personId === person)
      );
    case 'declare-signed':
      return bothConfirmed(confirmations);
    case 'add-addendum':
      return takesAddenda(state, confirmations);
    case 'draft-resolution':
    case 'adopt-resolution':
      return !adopted;
    default:
      return true;
  }
}
