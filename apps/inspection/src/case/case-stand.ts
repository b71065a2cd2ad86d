import type { SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import type { Reader } from '@vungmanh/platform/db/reader';
import { Broken } from '@vungmanh/platform/problem';
import { actorsOf } from '../program/program.rules.js';
import { conflicted, type Stand } from './case-order.rules.js';

interface Aim {
  readonly nodeId: string;
  readonly subject: SubjectKind;
  readonly subjectId: string;
}

/** Refuses who would look into their own matter: `inspection/conflict-of-interest`. */
export async function checkConflicts(
  reader: Reader,
  { subject, subjectId }: Omit<Aim, 'nodeId'>,
  people: readonly string[],
  today: string,
): Promise<void> {
  const stands = await reader.query<Stand>(
    `select p.id as "personId", p.id = $2 as "isSubject",
       exists (select 1 from seat_view s join body_view b on b.id = s.body_id where b.node_id = $2 and s.person_id = p.id
         and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)) as seated,
       exists (select 1 from roster_line l join tree_now t on t.descendant = l.node_id and t.ancestor = $2 where l.person_id = p.id
         and l.valid_from <= $3::date and (l.valid_to is null or l.valid_to > $3::date)) as belongs
     from unnest($1::uuid[]) p(id)`,
    [people, subjectId, today],
  );
  if (conflicted(subject, stands).length > 0) throw new Broken('inspection/conflict-of-interest');
}

/** What is known of the subject as this body stands to it; throws `inspection/subject-outside` for one that is not below it. */
export async function aimedAt(
  reader: Reader,
  { nodeId, subject, subjectId }: Aim,
  period: { from: string; today: string },
): Promise<{ managed: boolean }> {
  if (subject === 'ORGANIZATION') {
    const below = await reader.query('select 1 from tree_now t where t.ancestor = $1 and t.descendant = $2 and t.depth > 0', [nodeId, subjectId]);
    if (below.length === 0) throw new Broken('inspection/subject-outside');
    return { managed: false };
  }
  // Who has left or retired remains a subject for the time that is looked into.
  const [member] = await reader.query<{ managed: boolean }>(
    `select exists (select 1 from roster_managed m join tree_now u on u.ancestor = m.node_id and u.descendant = $1 and u.depth > 0
       where m.person_id = $2 and m.valid_from <= $4::date and (m.valid_to is null or m.valid_to > $4::date)) as managed
     from roster_line r join tree_now t on t.descendant = r.node_id and t.ancestor = $1
     where r.person_id = $2 and r.valid_from <= $4::date and (r.valid_to is null or r.valid_to > $3::date) limit 1`,
    [nodeId, subjectId, period.from, period.today],
  );
  if (!member) throw new Broken('inspection/subject-outside');
  return member;
}

/** Refuses a body that the organization does not have: `inspection/actor-unfit`. */
export async function checkActor(reader: Reader, nodeId: string, actor: ProgramActor): Promise<void> {
  const [node] = await reader.query<{ traits: NodeTraits }>('select traits from node_view where id = $1', [nodeId]);
  if (!node || !actorsOf(node.traits).includes(actor)) throw new Broken('inspection/actor-unfit');
}
