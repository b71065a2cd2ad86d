import { Broken } from '@vungmanh/platform/problem';

/** How long the two may read after the second has agreed: a choice of ours, no regulation speaks of it. */
const READABLE_MS = 15 * 60_000;

/** Who asked for the vault to be opened, who agreed and when. */
export interface TwoPeople {
  readonly id: string;
  readonly askedBy: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
}

export const isReadable = ({ confirmedAt }: Pick<TwoPeople, 'confirmedAt'>, nowMs: number): boolean =>
  confirmedAt !== null && nowMs - confirmedAt.getTime() <= READABLE_MS;

export const isOneOfTheTwo = ({ askedBy, confirmedBy }: Pick<TwoPeople, 'askedBy' | 'confirmedBy'>, person: string): boolean =>
  person === askedBy || person === confirmedBy;

/** Refuses to agree where nobody has asked, where somebody has agreed already, to another than the named one, and to whoever has asked. */
export function expectConfirmable<O extends TwoPeople>(opening: O | undefined, named: string, by: string): O {
  if (opening === undefined || opening.confirmedAt !== null) throw new Broken('inspection/opening-not-asked');
  if (opening.id !== named) throw new Broken('inspection/opening-replaced');
  if (opening.askedBy === by) throw new Broken('inspection/same-person');
  return opening;
}

/** Refuses to read before two have agreed, to anybody but the two, and once their time is over. */
export function expectReadable(opening: TwoPeople | undefined, person: string, nowMs: number): void {
  if (opening === undefined || opening.confirmedAt === null || !isOneOfTheTwo(opening, person)) throw new Broken('inspection/second-person-missing');
  if (!isReadable(opening, nowMs)) throw new Broken('inspection/opening-over');
}
