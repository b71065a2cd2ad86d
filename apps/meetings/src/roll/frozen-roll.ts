import type { RollCounts, RosterLine } from '@vungmanh/contracts/attendance';
import type { RollPageLine } from '@vungmanh/contracts/meetings/roll';

/** How a person stood when the roll was closed; without the name, which is looked up by id. */
export type FrozenLine = RosterLine & Omit<RollPageLine, keyof RosterLine | 'name' | 'birthYear'>;

/** The roll as it was closed: roster, statuses and denominators of that day. Never changed. */
export interface FrozenRoll {
  readonly lines: readonly FrozenLine[];
  readonly guests: readonly { id: string; name: string; office?: string | undefined }[];
  readonly counts: RollCounts;
  /** What a majority is a share of (294-QĐ/TW pt 9.3.2). */
  readonly denominator: number;
  /** Who may vote. */
  readonly voters: readonly string[];
}
