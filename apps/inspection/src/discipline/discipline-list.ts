import type { DisciplinePart } from '@vungmanh/contracts/inspection/discipline-state';
import type { Actor } from '@vungmanh/platform/actor/actor';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken, refuse } from '@vungmanh/platform/problem';
import type { Grants } from '@vungmanh/platform/scope/grants';
import type { DisciplineEntity } from './discipline.entity.js';
import type { Standing } from './discipline.rules.js';

interface Listed {
  readonly disciplineId: string;
  readonly personId: string;
  readonly part: DisciplinePart;
  /** The person who put them there. */
  readonly by: string;
}

/**
 * Puts people on lists of a case; who stands there already stays since then, where whoever asks may see it. Whoever calls it keeps
 * `readers` of the case in step.
 */
export async function putOnList(tx: Tx, people: readonly Listed[]): Promise<void> {
  await tx.query(
    `insert into discipline_access (case_id, person_id, part, since, by_id)
     select p."disciplineId", p."personId", p.part, $2, p.by from jsonb_to_recordset($1::jsonb) as p("disciplineId" uuid, "personId" uuid, part text, by uuid)
     where not exists (select from discipline_access a where a.case_id = p."disciplineId" and a.person_id = p."personId" and a.part = p.part and a.until is null)`,
    [JSON.stringify(people), tx.clock.now()],
  );
}

/** Who stands on the lists of a case today, in the order in which they came. */
export function peopleOn(reader: Reader, disciplineId: string): Promise<{ personId: string; name: string; part: DisciplinePart; since: string }[]> {
  return reader.query(
    `select a.person_id as "personId", coalesce(p.name, '') as name, a.part, (a.since at time zone 'Asia/Ho_Chi_Minh')::date::text as since
     from discipline_access a left join person_name p on p.person_id = a.person_id
     where a.case_id = $1 and a.until is null order by a.since, p.sort_key, a.part`,
    [disciplineId],
  );
}

/** The signed-in person; `self` operations have one. */
export function personOf({ person }: Pick<Actor, 'person'>): string {
  if (person === undefined) throw refuse('request/forbidden');
  return person;
}

/** Who takes something on: an account that stands for nobody in particular cannot. */
export function workerOf({ person }: Pick<Actor, 'person'>): string {
  if (person === undefined) throw new Broken('inspection/person-missing');
  return person;
}

/**
 * How the signed-in person stands to a case. Whoever stands on no list of it is told of no case: absent and not on the list are one
 * answer.
 */
export async function standingOf(reader: Reader, grants: Grants, actor: Actor, found: DisciplineEntity): Promise<Standing> {
  const rows = await reader.query<{ part: DisciplinePart }>(
    'select part from discipline_access where case_id = $1 and person_id = $2 and until is null order by part',
    [found.id, personOf(actor)],
  );
  if (rows.length === 0) throw refuse('request/not-found');
  const holds = async (nodeId: string): Promise<boolean> => (await grants.permissionsAt(actor, nodeId, reader)).has('inspection:discipline');
  const right = await holds(found.nodeId);
  const { nodeId } = found.deciding;
  // Once it is settled its answer is still to be handed over.
  const [judging] = await reader.query<{ nodeId: string }>(
    'select node_id as "nodeId" from appeal where case_id = $1 order by at desc, id desc limit 1',
    [found.id],
  );
  return {
    parts: rows.map((row) => row.part),
    right,
    rightToDecide: nodeId === found.nodeId ? right : await holds(nodeId),
    rightToJudge: judging !== undefined && (await holds(judging.nodeId)),
  };
}
