import { Injectable } from '@nestjs/common';
import {
  getSupervisionLine,
  listSupervisionLines,
  mySupervisions,
  type MySupervision,
  type SupervisionLine,
  type SupervisionRow,
} from '@vungmanh/contracts/inspection/supervision-line';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { taskCountsSql } from '../member-supervision/task-counts.js';
import { lineOf } from './line-page.js';
import { rowColumns, rowOf, type RowOfLine, rowTablesSql, seatedInSql } from './line-rows.js';

type Mine = Omit<MySupervision, 'proposal'> & { proposal: MySupervision['proposal'] | null };

/** Members' quarters, for the committee of their cell and for each of themselves. Nobody else finds them. */
@Injectable()
export class SupervisionLineQueries {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(listSupervisionLines)
  async list(call: Call<typeof listSupervisionLines>): Promise<Page<SupervisionRow>> {
    const { supervisionId, cursor, limit } = call.input;
    const after = readCursor(cursor, 2);
    const params: unknown[] = [call.actor.person, this.clock.today(), supervisionId];
    const afterSql = after ? `and (coalesce(p.sort_key, ''), l.id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<RowOfLine & { key: string; nodeId: string }>(
      `select ${rowColumns}, coalesce(p.sort_key, '') as key, l.node_id as "nodeId" from ${rowTablesSql}
       where l.supervision_id = $3 and ${seatedInSql} ${afterSql} order by coalesce(p.sort_key, ''), l.id limit $${params.push(limit + 1)}`,
      params,
    );
    if (rows.length === 0 && !after) throw refuse('request/not-found');
    const page = pageOf(rows, limit, (row) => [row.key, row.id]);
    await this.trail.recordPage(call, { persons: page.items.map((row) => row.personId), node: rows[0]?.nodeId ?? '', target: supervisionId });
    return { ...page, items: page.items.map(({ key: _key, nodeId: _nodeId, ...row }) => rowOf(this.sealer, row)) };
  }

  @Rpc(getSupervisionLine)
  async get(call: Call<typeof getSupervisionLine>): Promise<SupervisionLine> {
    const line = await lineOf(this.db, this.sealer, { lineId: call.input.supervisionLineId, person: call.actor.person, today: this.clock.today() });
    if (!line) throw refuse('request/not-found');
    if (!line.own) await this.trail.recordRead(call, { persons: [line.personId], node: line.nodeId, target: line.id });
    return line;
  }

  @Rpc(mySupervisions)
  async mine(call: Call<typeof mySupervisions>): Promise<Page<MySupervision>> {
    const { cursor, limit } = call.input;
    const after = readCursor(cursor, 2);
    const params: unknown[] = [call.actor.person, this.clock.today()];
    const afterSql = after ? `and (m.quarter, l.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<Mine>(
      `select l.id, l.node_id as "nodeId", coalesce(b.name, '') as "bodyName", m.quarter, m.state, ${taskCountsSql('$2')} as tasks, l.reminders, l.answers,
         l.proposal, l.reported_on is not null as reported
       from supervision_line l join member_supervision m on m.id = l.supervision_id left join body_view b on b.id = m.body_id
       where l.person_id = $1 and m.state <> 'DRAFT' ${afterSql} order by m.quarter desc, l.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    const page = pageOf(rows, limit, (row) => [row.quarter, row.id]);
    return { ...page, items: page.items.map(present) };
  }
}
