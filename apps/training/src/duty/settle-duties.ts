import { newId } from '@vungmanh/contracts/new-id';
import type { Tx } from '@vungmanh/platform/db/tx';
import { countDuties } from './duty-figures.js';
import { tellDuties, WRITTEN_SQL, type WrittenDuty } from './duty-told.js';
import type { Wanted } from './duty.rules.js';

const wantedSql = (at: number): string =>
  `wanted as materialized (select w.*, c.id as course_id from jsonb_to_recordset($${at}::jsonb) as w(id uuid, "personId" uuid, "originId" uuid, "nodeId" uuid,
     position text, course text, since date, "dueOn" date, months integer) join course_type c on c.code = w.course)`;
const SAME_SQL = `w."personId" = d.person_id and w.course_id = d.course_id and w."originId" = d.origin_id`;

/**
 * Makes the duties of some origins (bodies or members) those that are wanted: what is no longer asked ends, what changes hands inside of the
 * body moves, what is new begins. Doing it twice changes nothing. Who has taken a course that is taken again and again owes it when its
 * months are over; who has taken one for good since then owes nothing.
 */
export async function settleDuties(tx: Tx, origins: readonly string[], wanted: readonly Wanted[]): Promise<void> {
  if (origins.length === 0) return;
  const now = tx.clock.millis();
  const listed = JSON.stringify(wanted.map((one) => ({ ...one, id: newId(now) })));
  const ended = await tx.query<WrittenDuty>(
    `with ${wantedSql(2)}
     update duty d set state = 'CANCELLED', closed_on = $3, version = d.version + 1
     where d.state = 'OPEN' and d.origin_id = any($1::uuid[]) and not exists (select from wanted w where ${SAME_SQL})
     returning ${WRITTEN_SQL}`,
    [origins, listed, tx.clock.today()],
  );
  const moved = await tx.query<WrittenDuty & { oldNodeId: string }>(
    `with ${wantedSql(1)}
     update duty d set node_id = w."nodeId", position = w.position, version = d.version + 1
     from wanted w join duty o on o.person_id = w."personId" and o.course_id = w.course_id and o.origin_id = w."originId" and o.state = 'OPEN'
     where d.id = o.id and (o.node_id, o.position) is distinct from (w."nodeId", w.position)
     returning ${WRITTEN_SQL}, o.node_id as "oldNodeId"`,
    [listed],
  );
  const begun = await tx.query<WrittenDuty>(
    `with ${wantedSql(1)}
     insert into duty as d (id, version, person_id, course_id, node_id, origin_id, position, since, due_on, state)
     select w.id, 1, w."personId", w.course_id, w."nodeId", w."originId", w.position, w.since,
       case when l.done_on is null or w.months is null then w."dueOn" else (l.done_on + make_interval(months => w.months))::date end, 'OPEN'
     from wanted w left join lateral (select max(o.closed_on) as done_on from duty o
       where o.person_id = w."personId" and o.course_id = w.course_id and o.state = 'DONE') l on true
     where not (w.months is null and l.done_on is not null and l.done_on >= w.since)
     on conflict (person_id, course_id, origin_id) where state = 'OPEN' do nothing
     returning ${WRITTEN_SQL}`,
    [listed],
  );
  const of = ({ courseId, dueOn: day }: WrittenDuty, nodeId: string, open: number) => ({ nodeId, courseId, day, open });
  await countDuties(tx, [
    ...ended.map((d) => of(d, d.nodeId, -1)),
    ...moved.flatMap((d) => [of(d, d.oldNodeId, -1), of(d, d.nodeId, 1)]),
    ...begun.map((d) => of(d, d.nodeId, 1)),
  ]);
  tellDuties(tx, [...ended, ...moved, ...begun]);
}
