import { Injectable } from '@nestjs/common';
import { memberChanged, rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { EMPTY_ROSTER, placeRoster } from '@vungmanh/platform/copies/roster-copy';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';

/** This service's copy of what decides who belongs to which roll on which day, and the names to print on it. */
@Injectable()
export class RosterView {
  @Project({ name: 'roster', event: memberChanged, snapshot: rosterSnapshot, empty: ['delete from roster_suspension', ...EMPTY_ROSTER] })
  async apply(rows: RosterRow[], tx: Tx): Promise<void> {
    const newer = await placeRoster(tx, rows);
    await tx.query(
      `with gone as (delete from roster_suspension where person_id = any($1::uuid[]))
       insert into roster_suspension (person_id, kind, valid_from, valid_to)
       select s."personId", s.kind, s."from", s."to" from jsonb_to_recordset($2::jsonb) as s("personId" uuid, kind text, "from" date, "to" date)`,
      [
        newer.map((row) => row.id),
        JSON.stringify(newer.flatMap(({ id, suspensions = [] }) => suspensions.map((period) => ({ ...period, personId: id })))),
      ],
    );
  }
}
