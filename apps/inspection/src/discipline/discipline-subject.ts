import type { DisciplineSubject, Inspector } from '@vungmanh/contracts/inspection/kind';
import type { Reader } from '@vungmanh/platform/db/reader';

/** Whom a case would be about, as the copies of tree and rosters know them on the day. */
export interface FoundSubject {
  readonly subject: DisciplineSubject;
  readonly personId: string | null;
  readonly subjectNodeId: string;
  readonly managedByHigherLevel: boolean;
}

interface Asked {
  readonly nodeId: string;
  readonly actor: Inspector;
  readonly personId?: string | undefined;
  readonly subjectNodeId?: string | undefined;
}

/**
 * The member, by the cell to which they belong or did last (whoever has left or retired remains a subject), or the organization.
 * Undefined for what does not lie below the body: its own members for a cell, for a committee whatever is below.
 */
export async function subjectOf(reader: Reader, { nodeId, actor, personId, subjectNodeId }: Asked, day: string): Promise<FoundSubject | undefined> {
  if (personId !== undefined) return memberOf(reader, nodeId, personId, day);
  if (subjectNodeId === undefined) return undefined;
  const found = await reader.query('select 1 from tree_now where ancestor = $1 and descendant = $2', [nodeId, subjectNodeId]);
  // A cell is told by the table of competences that it disciplines no organization.
  const outside = found.length === 0 || (subjectNodeId === nodeId && actor !== 'CELL' && actor !== 'CELL_COMMITTEE');
  return outside ? undefined : { subject: 'ORGANIZATION', personId: null, subjectNodeId, managedByHigherLevel: false };
}

async function memberOf(reader: Reader, nodeId: string, personId: string, day: string): Promise<FoundSubject | undefined> {
  const [row] = await reader.query<{ node_id: string; status: string | null; managed: boolean }>(
    `select e.node_id,
       (select s.status from roster_status s where s.person_id = $2 and s.valid_from <= $3::date order by s.valid_from desc limit 1) as status,
       exists (select from roster_managed m where m.person_id = $2 and m.node_id <> $1 and m.valid_from <= $3::date
         and (m.valid_to is null or m.valid_to > $3::date)) as managed
     from roster_enrollment e
     where e.person_id = $2 and e.kind = 'OFFICIAL' and e.valid_from <= $3::date
       and e.node_id in (select t.descendant from tree_now t where t.ancestor = $1)
     order by e.valid_from desc limit 1`,
    [nodeId, personId, day],
  );
  if (!row) return undefined;
  const subject = row.status === 'PROBATIONARY' ? 'PROBATIONARY_MEMBER' : 'OFFICIAL_MEMBER';
  return { subject, personId, subjectNodeId: row.node_id, managedByHigherLevel: row.managed };
}

/** How many have a vote that day: official members of the cell, or whoever sits in the committee; nobody who is suspended. */
export async function votersOn(reader: Reader, body: { nodeId: string; actor: Inspector }, day: string, exemptVoting = 0): Promise<number> {
  if (body.actor === 'CELL') {
    const [cell] = await reader.query<{ official: number; elsewhere: number; exempt: number; suspended: number }>(
      'select official, elsewhere, exempt, suspended from official_members($1, $2)',
      [body.nodeId, day],
    );
    const { official = 0, elsewhere = 0, exempt = 0, suspended = 0 } = cell ?? {};
    return official - elsewhere - suspended - Math.max(0, exempt - exemptVoting);
  }
  const [seats] = await reader.query<{ n: number }>('select seated_voters($1, $2) as n', [body.nodeId, day]);
  return seats?.n ?? 0;
}
