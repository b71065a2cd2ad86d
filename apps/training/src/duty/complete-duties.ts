import { newId } from '@vungmanh/contracts/new-id';
import type { DutyPosition } from '@vungmanh/contracts/training/duty';
import type { Tx } from '@vungmanh/platform/db/tx';
import { countDuties } from './duty-figures.js';
import { tellDuties, WRITTEN_SQL, type WrittenDuty } from './duty-told.js';
import { nextDue } from './duty.rules.js';

interface Taken {
  readonly personIds: readonly string[];
  readonly courseId: string;
  /** The day on which they passed. */
  readonly on: string;
  /** What shows it, where no certificate of ours does. */
  readonly paper?: string;
}

interface Closed extends WrittenDuty {
  position: DutyPosition;
  originId: string;
  since: string;
}

/**
 * Closes every open duty of these persons for a course that they have passed, and begins the next where it is taken again and again. To be
 * called in the transaction that gives the certificate, or records one. Answers what it closed.
 */
export async function completeDuties(tx: Tx, { personIds, courseId, on, paper }: Taken): Promise<WrittenDuty[]> {
  const closed = await tx.query<Closed>(
    `update duty d set state = 'DONE', closed_on = $3, paper = $4, version = d.version + 1
     where d.state = 'OPEN' and d.person_id = any($1::uuid[]) and d.course_id = $2
     returning ${WRITTEN_SQL}, d.position, d.origin_id as "originId", d.since::text`,
    [personIds, courseId, on, paper ?? null],
  );
  const now = tx.clock.millis();
  const next = closed.flatMap(({ version: _, ...duty }) => {
    const dueOn = nextDue(duty.position, on);
    return dueOn === undefined ? [] : [{ ...duty, dueOn, id: newId(now), version: 1, state: 'OPEN' as const }];
  });
  await tx.query(
    `insert into duty (id, version, person_id, course_id, node_id, origin_id, position, since, due_on, state)
     select n.id, 1, n."personId", n."courseId", n."nodeId", n."originId", n.position, n.since, n."dueOn", 'OPEN'
     from jsonb_to_recordset($1::jsonb) as n(id uuid, "personId" uuid, "courseId" uuid, "nodeId" uuid, "originId" uuid, position text, since date, "dueOn" date)`,
    [JSON.stringify(next)],
  );
  await countDuties(tx, [
    ...closed.flatMap(({ nodeId, dueOn: day }) => [
      { nodeId, courseId, day, open: -1 },
      { nodeId, courseId, day: on, done: 1 },
    ]),
    ...next.map(({ nodeId, dueOn: day }) => ({ nodeId, courseId, day, open: 1 })),
  ]);
  tellDuties(tx, [...closed, ...next]);
  return closed;
}
