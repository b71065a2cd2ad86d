import type { Post } from '@vungmanh/contracts/organization/body';
import type { SeatOrigin } from '@vungmanh/contracts/organization/committee';
import type { Found } from '../../ui/find-field.js';

/** A line of the list while it is being made. */
export interface SeatDraft {
  readonly key: number;
  readonly person: Found | undefined;
  readonly post: Post | undefined;
  readonly origin: SeatOrigin;
}

export interface SeatInput {
  readonly personId: string;
  readonly post: Post;
  readonly origin: SeatOrigin;
}

/** The lines as the command takes them; those without a person are left out, one without a post is nothing yet. */
export function seatInputs(drafts: readonly SeatDraft[]): readonly SeatInput[] | undefined {
  const begun = drafts.filter((d) => d.person !== undefined);
  const whole = begun.flatMap(({ person, post, origin }) => (person && post ? [{ personId: person.id, post, origin }] : []));
  return whole.length === begun.length ? whole : undefined;
}
