import type { Tx } from '@vungmanh/platform/db/tx';
import { homeCellSql } from './home-cell.js';

/** What somebody has taken goes with them to the cell where they are now. */
export async function followPeople(tx: Tx, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await tx.query(
    `update past_attendance a set node_id = h.node_id
     from (select p.id, ${homeCellSql('p.id')} as node_id from unnest($1::uuid[]) as p(id)) h
     where a.person_id = h.id and h.node_id is not null and a.node_id <> h.node_id`,
    [people],
  );
}
