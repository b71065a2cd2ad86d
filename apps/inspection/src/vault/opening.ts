import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';
import { isOneOfTheTwo, isReadable } from './opening.rules.js';

export const openingReason = sealed('vault_opening.reason');

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

/** Who looks at an opening: the reason may give somebody away, so that it is for whoever works with the vault. */
interface Looking {
  readonly person: string;
  readonly keeps: boolean;
  readonly nowMs: number;
}

/** As the people on the list see it. */
export function shownOpening(sealer: Sealer, opening: Opening, { person, keeps, nowMs }: Looking): NonNullable<Denunciation['opening']> {
  const mine = isOneOfTheTwo(opening, person);
  return {
    id: opening.id,
    askedBy: opening.askedByName,
    askedAt: opening.askedAt.toISOString(),
    ...(keeps ? { reason: openingReason.read(sealer, opening.id, opening.reason_sealed) ?? '' } : {}),
    ...(opening.confirmedByName === null ? {} : { confirmedBy: opening.confirmedByName }),
    readable: mine && isReadable(opening, nowMs),
    mine,
  };
}
