import type { HeldMeeting } from '@vungmanh/contracts/meetings/held';
import { createHash } from 'node:crypto';

/**
 * The meetings whose minutes are to be read, in the order of their days. Drawn by lot: the same seed and meetings give the same, whatever
 * order they come in, and nobody can tell beforehand which they are.
 */
export function drawn(seed: string, meetings: readonly HeldMeeting[], size: number): HeldMeeting[] {
  const lot = ({ id }: HeldMeeting): string => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  return meetings
    .toSorted((a, b) => lot(a).localeCompare(lot(b)))
    .slice(0, size)
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn) || a.id.localeCompare(b.id));
}
