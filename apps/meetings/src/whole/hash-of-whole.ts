import type { WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { hashOfInput } from '@vungmanh/platform/db/idempotency';

/** Tells a submission that is sent again, by whichever key, from one that was changed since. */
export const hashOfWhole = (meeting: WholeMeeting): string => hashOfInput(meeting).toString('base64url');
