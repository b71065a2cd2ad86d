import { Injectable } from '@nestjs/common';
import { memberChanged, rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { Clock } from '@vungmanh/platform/clock';
import { placeNewer, type CopyTable } from '@vungmanh/platform/db/place-newer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';

const PERSON_NAME: CopyTable = {
  tableSql: 'person_name',
  keyColumn: 'person_id',
  columns: { person_id: 'uuid', version: 'integer', name: 'text', birth_year: 'integer', cell_id: 'uuid', official: 'boolean' },
};

/** The names of those who sit and follow, and how many official members a cell has. Nothing else of a member is kept here. */
@Injectable()
export class PersonProjection {
  constructor(private readonly clock: Clock) {}

  @Project({ name: 'person', event: memberChanged, snapshot: rosterSnapshot, empty: ['delete from person_name'] })
  async apply(rows: RosterRow[], tx: Tx): Promise<void> {
    const today = this.clock.today();
    const holds = (period: { from: string; to?: string | undefined }): boolean =>
      period.from <= today && (period.to === undefined || period.to > today);
    await placeNewer(
      tx,
      PERSON_NAME,
      rows.map((row) => ({
        person_id: row.id,
        version: row.version,
        name: row.name,
        birth_year: row.birthYear,
        cell_id: row.enrollments.find((e) => e.kind === 'OFFICIAL' && holds(e))?.nodeId,
        official: row.statuses.find(holds)?.status === 'OFFICIAL',
      })),
    );
  }
}
