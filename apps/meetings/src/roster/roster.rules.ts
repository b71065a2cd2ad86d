import type { RosterLine } from '@vungmanh/contracts/attendance';
import type { Post } from '@vungmanh/contracts/organization/body';

/** A line of a roster with what a list prints beside it. */
export interface RosterPerson extends RosterLine {
  readonly name: string;
  readonly birthYear?: number;
  /** The seat held in this body that day. */
  readonly post?: Post;
}
