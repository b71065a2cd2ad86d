import { Injectable } from '@nestjs/common';
import { bodyChanged, bodySnapshot, type BodyRow } from '@vungmanh/contracts/organization/body';
import { Clock } from '@vungmanh/platform/clock';
import type { Tx } from '@vungmanh/platform/db/tx';
import { placeNewer, type CopyTable } from '@vungmanh/platform/db/place-newer';
import { Project } from '@vungmanh/platform/events/project';
import { monthOf } from '@vungmanh/regulations/calendar';
import { drawUp } from '../plan/draw-up.js';

const bodies: CopyTable = {
  tableSql: 'body_view',
  keyColumn: 'id',
  columns: {
    id: 'uuid',
    version: 'integer',
    node_id: 'uuid',
    kind: 'text',
    name: 'text',
    meets: 'boolean',
    term_number: 'text',
    term_from: 'date',
    term_to: 'date',
  },
};

/** This service's copy of the bodies that meet, who sits in them and who follows them. */
@Injectable()
export class BodyView {
  constructor(private readonly clock: Clock) {}

  @Project({
    name: 'body',
    event: bodyChanged,
    snapshot: bodySnapshot,
    empty: ['delete from seat_view', 'delete from follower_view', 'delete from body_view'],
  })
  async apply(rows: BodyRow[], tx: Tx): Promise<void> {
    const placed = new Set(await placeNewer(tx, bodies, rows.map(columnsOf)));
    const newer = rows.filter((row) => placed.has(row.id));
    await tx.query(
      `with gone as (delete from seat_view where body_id = any($1::uuid[])), left_over as (delete from follower_view where body_id = any($1::uuid[]))
       select 1`,
      [[...placed]],
    );
    await tx.query(
      `with seats as (
         insert into seat_view (body_id, person_id, post, valid_from, valid_to)
         select s."bodyId", s."personId", s.post, s."from", s."to"
         from jsonb_to_recordset($1::jsonb) as s("bodyId" uuid, "personId" uuid, post text, "from" date, "to" date)
       )
       insert into follower_view (body_id, person_id, valid_from, valid_to)
       select f."bodyId", f."personId", f."from", f."to"
       from jsonb_to_recordset($2::jsonb) as f("bodyId" uuid, "personId" uuid, "from" date, "to" date)`,
      [JSON.stringify(newer.flatMap((b) => ofBody(b, b.seats))), JSON.stringify(newer.flatMap((b) => ofBody(b, b.followers)))],
    );
    // Whether a body meets decides what it owes from now on.
    await tx.query(
      `insert into month_dirty (body_id, month)
       select id, $2 from unnest($1::uuid[]) as b(id) union select m.body_id, m.month from meeting m where m.body_id = any($1::uuid[]) and m.month > $2`,
      [[...placed], monthOf(this.clock.today())],
    );
    const appeared = newer.filter((b) => b.meets).map((b) => b.id);
    if (appeared.length > 0) await drawUp(tx, { year: Number(this.clock.today().slice(0, 4)), bodyIds: appeared });
  }
}

const columnsOf = (b: BodyRow) => ({
  id: b.id,
  version: b.version,
  node_id: b.nodeId,
  kind: b.kind,
  name: b.name,
  meets: b.meets,
  term_number: b.term?.number,
  term_from: b.term?.from,
  term_to: b.term?.to,
});

const ofBody = <Row extends object>(body: BodyRow, rows: readonly Row[]) => rows.map((row) => ({ ...row, bodyId: body.id }));
