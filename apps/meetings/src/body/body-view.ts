import { Injectable } from '@nestjs/common';
import { bodyChanged, bodySnapshot, type BodyRow } from '@vungmanh/contracts/organization/body';
import { Clock } from '@vungmanh/platform/clock';
import { EMPTY_BODIES, ofBody, placeBodies } from '@vungmanh/platform/copies/body-copy';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';
import { monthOf } from '@vungmanh/regulations/calendar';
import { drawUp } from '../plan/draw-up.js';

/** This service's copy of the bodies that meet, who sits in them and who follows them. */
@Injectable()
export class BodyView {
  constructor(private readonly clock: Clock) {}

  @Project({ name: 'body', event: bodyChanged, snapshot: bodySnapshot, empty: ['delete from follower_view', ...EMPTY_BODIES] })
  async apply(rows: BodyRow[], tx: Tx): Promise<void> {
    const newer = await placeBodies(tx, rows);
    const placed = newer.map((b) => b.id);
    await tx.query('delete from follower_view where body_id = any($1::uuid[])', [placed]);
    await tx.query(
      `insert into follower_view (body_id, person_id, valid_from, valid_to)
       select f."bodyId", f."personId", f."from", f."to"
       from jsonb_to_recordset($1::jsonb) as f("bodyId" uuid, "personId" uuid, "from" date, "to" date)`,
      [JSON.stringify(newer.flatMap((b) => ofBody(b, b.followers)))],
    );
    // Whether a body meets decides what it owes from now on.
    await tx.query(
      `insert into month_dirty (body_id, month)
       select id, $2 from unnest($1::uuid[]) as b(id) union select m.body_id, m.month from meeting m where m.body_id = any($1::uuid[]) and m.month > $2`,
      [placed, monthOf(this.clock.today())],
    );
    const appeared = newer.filter((b) => b.meets).map((b) => b.id);
    if (appeared.length > 0) await drawUp(tx, { year: Number(this.clock.today().slice(0, 4)), bodyIds: appeared });
  }
}
