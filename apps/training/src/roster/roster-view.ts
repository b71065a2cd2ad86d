import { Injectable } from '@nestjs/common';
import { memberChanged, rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { EMPTY_ROSTER, placeRoster } from '@vungmanh/platform/copies/roster-copy';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';
import { wantedOfMember } from '../duty/duty.rules.js';
import { followPeople } from '../past-attendance/follow-people.js';
import { settleDuties } from '../duty/settle-duties.js';

/** This service's copy of who belongs to which cell on which day; an admission or a recognition begins or ends a duty. */
@Injectable()
export class RosterView {
  @Project({ name: 'roster', event: memberChanged, snapshot: rosterSnapshot, empty: EMPTY_ROSTER })
  async apply(rows: RosterRow[], tx: Tx): Promise<void> {
    const newer = await placeRoster(tx, rows);
    await followPeople(
      tx,
      newer.map((row) => row.id),
    );
    const today = tx.clock.today();
    await settleDuties(
      tx,
      newer.map((row) => row.id),
      newer.flatMap((row) => wantedOfMember(row, today)),
    );
  }
}
