import type { Minutes } from '@vungmanh/contracts/meetings/minutes';
import { Broken } from '@vungmanh/platform/problem';

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
