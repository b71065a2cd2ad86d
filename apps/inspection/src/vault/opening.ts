import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';

export const openingReason = sealed('vault_opening.reason');

/** How long the two may read after the second has agreed: a choice of ours, no regulation speaks of it. */
const READABLE_MS = 15 * 60_000;

export interface Opening {
  readonly id: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly reason_sealed: string;
  readonly confirmedBy: string | null;
  readonly confirmedByName: string | null;
  readonly confirmedAt: Date | null;
}

/** The last time that somebody asked for the vault to be opened: an earlier one is over with it. */
export async function lastOpening(reader: Reader, denunciationId: string): Promise<Opening | undefined> {
  const [row] = await reader.query<Opening>(
    `select o.id, o.asked_by as "askedBy", coalesce(a.name, '') as "askedByName", o.asked_at as "askedAt", o.reason_sealed,
       o.confirmed_by as "confirmedBy", c.name as "confirmedByName", o.confirmed_at as "confirmedAt"
     from vault_opening o left join person_name a on a.person_id = o.asked_by left join person_name c on c.person_id = o.confirmed_by
     where o.denunciation_id = $1 order by o.asked_at desc, o.id desc limit 1`,
    [denunciationId],
  );
  return row;
}

export const isReadable = ({ confirmedAt }: Pick<Opening, 'confirmedAt'>, nowMs: number): boolean =>
  confirmedAt !== null && nowMs - confirmedAt.getTime() <= READABLE_MS;

export const isOneOfTheTwo = ({ askedBy, confirmedBy }: Pick<Opening, 'askedBy' | 'confirmedBy'>, person: string): boolean =>
  person === askedBy || person === confirmedBy;

/** As the people on the list see it. */
export function shownOpening(sealer: Sealer, opening: Opening, person: string, nowMs: number): NonNullable<Denunciation['opening']> {
  const mine = isOneOfTheTwo(opening, person);
  return {
    askedBy: opening.askedByName,
    askedAt: opening.askedAt.toISOString(),
    reason: openingReason.read(sealer, opening.id, opening.reason_sealed) ?? '',
    ...(opening.confirmedByName === null ? {} : { confirmedBy: opening.confirmedByName }),
    readable: mine && isReadable(opening, nowMs),
    mine,
  };
}
