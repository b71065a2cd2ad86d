import { Injectable } from '@nestjs/common';
import { memberChanged, rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { EMPTY_ROSTER, placeRoster } from '@vungmanh/platform/copies/roster-copy';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';

/** This service's copy of who belongs to which cell on which day, who is managed by a committee above it, and the names to print. */
@Injectable()
export class RosterView {
  @Project({ name: 'roster', event: memberChanged, snapshot: rosterSnapshot, empty: ['delete from roster_managed', ...EMPTY_ROSTER] })
  async apply(rows: RosterRow[], tx: Tx): Promise<void> {
    const newer = await placeRoster(tx, rows);
    await tx.query('delete from roster_managed where person_id = any($1::uuid[])', [newer.map((row) => row.id)]);
    const managed = newer.flatMap(({ id, managed: periods = [] }) => periods.map((period) => ({ ...period, personId: id })));
    if (managed.length === 0) return;
    await tx.query(
      `insert into roster_managed (person_id, node_id, valid_from, valid_to)
       select m."personId", m."nodeId", m."from", m."to"
       from jsonb_to_recordset($1::jsonb) as m("personId" uuid, "nodeId" uuid, "from" date, "to" date)`,
      [JSON.stringify(managed)],
    );
  }
}
