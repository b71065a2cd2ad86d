import { Injectable } from '@nestjs/common';
import { memberChanged, rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { EMPTY_ROSTER, placeRoster } from '@vungmanh/platform/copies/roster-copy';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';

/** This service's copy of what decides who belongs to which roll on which day, and the names to print on it. */
@Injectable()
export class RosterView {
  @Project({ name: 'roster', event: memberChanged, snapshot: rosterSnapshot, empty: EMPTY_ROSTER })
  async apply(rows: RosterRow[], tx: Tx): Promise<void> {
    await placeRoster(tx, rows);
  }
}
