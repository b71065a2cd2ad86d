import { Injectable } from '@nestjs/common';
import { agendaTemplate } from '@vungmanh/contracts/meetings/agenda';
import { prepareMeeting, type AgendaItem, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { Broken } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { dayOf } from '@vungmanh/regulations/day-of';
import { citableIn } from '../handbook/citable.js';
import { mayCite } from '../handbook/citation.rules.js';
import { MeetingChange } from '../meeting/meeting-change.js';
import { rosterOf } from '../roster/roster-of.js';
import { unfitPeople } from './agenda.rules.js';

/** What a meeting is about, when and where, and who leads it. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly change: MeetingChange,
  ) {}

  @Rpc(prepareMeeting)
  prepare(call: Call<typeof prepareMeeting>): Promise<Meeting> {
    const { meetingId: _meetingId, ...preparation } = call.input;
    return this.change.apply(call, async (meeting, tx) => {
      const { agenda: before } = meeting;
      meeting.prepare(preparation);
      const chapters = await citableIn(tx, [preparation.agenda]);
      if (!mayCite(preparation.agenda, chapters, { before })) throw new Broken('meetings/chapter-not-in-force');
      const unfit = unfitPeople(preparation, await rosterOf(tx, meeting.bodyId, dayOf(preparation.startsAt)));
      if (unfit !== undefined) throw new Broken(unfit);
    });
  }

  /** The rows for this kind of cell, else those for all. */
  @Rpc(agendaTemplate)
  async template(call: Call<typeof agendaTemplate>): Promise<{ items: AgendaItem[] }> {
    const { kind, sector, coversThematic } = call.input;
    const items = await this.db.query<AgendaItem>(
      `with valid as (
         select * from agenda_template a where a.kind = $1 and a.covers_thematic = $3 and (a.sector is null or a.sector = $2)
           and a.valid_from <= $4 and (a.valid_to is null or a.valid_to > $4)
       )
       select title, area, planned_minutes as "plannedMinutes" from valid v
       where (v.sector is null) = not exists (select 1 from valid o where o.sector is not null) order by v.position`,
      [kind, sector ?? null, coversThematic && kind === 'REGULAR', this.clock.today()],
    );
    return { items };
  }
}
