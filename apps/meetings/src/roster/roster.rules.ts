import type { RosterLine } from '@vungmanh/contracts/attendance';
import type { Post } from '@vungmanh/contracts/organization/body';

/** A line of a roster with the seat that the person holds in this body that day. */
export interface SeatedLine extends RosterLine {
  readonly post?: Post;
}

/** The same with what a list prints beside it. */
export interface RosterPerson extends SeatedLine {
  readonly name: string;
  readonly birthYear?: number;
}
