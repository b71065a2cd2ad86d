import type { submitWholeMeeting } from '@vungmanh/contracts/meetings/whole';
import type { InputOf } from '@vungmanh/contracts/operation';
import { hashOfInput } from '@vungmanh/platform/db/idempotency';

/** A meeting as it was handed in, and whether it was held just now or before the platform came. */
export type Submitted = InputOf<typeof submitWholeMeeting>;

/** Tells a submission that is sent again, by whichever key, from one that was changed since. */
export const hashOfWhole = (submitted: Submitted): string => hashOfInput(submitted).toString('base64url');
