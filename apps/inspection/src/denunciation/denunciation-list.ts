import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import type { DenunciationPart } from '@vungmanh/contracts/inspection/denunciation-state';
import type { Actor } from '@vungmanh/platform/actor/actor';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Grants } from '@vungmanh/platform/scope/grants';
import { personOf } from '../discipline/discipline-list.js';
import type { DenunciationEntity } from './denunciation.entity.js';
import type { Standing } from './denunciation.rules.js';

interface Listed {
  readonly denunciationId: string;
  readonly personId: string;
  readonly part: DenunciationPart;
  /** The person who put them there. */
  readonly by: string;
}

/** Puts somebody on a list; who stands there already stays since then. Whoever calls it keeps `readers` in step. */
export async function putOnList(tx: Tx, { denunciationId, personId, part, by }: Listed): Promise<void> {
  await tx.query(
    `insert into denunciation_access (denunciation_id, person_id, part, since, by_id) select $1, $2, $3, $4, $5
     where not exists (select from denunciation_access a where a.denunciation_id = $1 and a.person_id = $2 and a.part = $3 and a.until is null)`,
    [denunciationId, personId, part, tx.clock.now(), by],
  );
}

/** Who stands on the lists today, in the order in which they came. */
export function peopleOn(reader: Reader, denunciationId: string): Promise<Denunciation['people']> {
  return reader.query(
    `select a.person_id as "personId", coalesce(p.name, '') as name, a.part, (a.since at time zone 'Asia/Ho_Chi_Minh')::date::text as since
     from denunciation_access a left join person_name p on p.person_id = a.person_id
     where a.denunciation_id = $1 and a.until is null order by a.since, p.sort_key, a.part`,
    [denunciationId],
  );
}

/** How the signed-in person stands to it; absent and not on the list are one answer. */
export async function standingOf(reader: Reader, grants: Grants, actor: Actor, found: DenunciationEntity): Promise<Standing> {
  const rows = await reader.query<{ part: DenunciationPart }>(
    'select part from denunciation_access where denunciation_id = $1 and person_id = $2 and until is null order by part',
    [found.id, personOf(actor)],
  );
  if (rows.length === 0) throw refuse('request/not-found');
  const right = (await grants.permissionsAt(actor, found.nodeId, reader)).has('inspection:discipline');
  return { parts: rows.map((row) => row.part), right };
}
