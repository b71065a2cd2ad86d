import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { dutyRollUp, listDuties, myDuties, type DutyLine, type MyDuty } from '@vungmanh/contracts/training/duty';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { remindUntil, spanOf } from './duty.rules.js';
import { dutyRows } from './roll-up.js';

type Row = Omit<DutyLine, 'birthYear'> & { birthYear: number | null };

/** Who lacks what: by name for whose organization it is, in counts from above, and everybody's own. */
@Injectable()
export class DutyQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(listDuties)
  async list(call: Call<typeof listDuties>): Promise<Page<DutyLine>> {
    const { nodeId, courseId, span, cursor, limit } = call.input;
    const { from, to } = spanOf(span, this.clock.today());
    const after = readCursor(cursor, 2);
    const params: unknown[] = [nodeId];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const { conditionSql } = call.scope.below('d.node_id', '$1', params);
    const alsoSql = [
      courseId === undefined ? [] : `d.course_id = ${p(courseId)}`,
      from === undefined ? [] : `d.due_on >= ${p(from)}::date`,
      to === undefined ? [] : `d.due_on <= ${p(to)}::date`,
      after === undefined ? [] : `(d.due_on, d.id) > (${p(after[0])}::date, ${p(after[1])}::uuid)`,
    ]
      .flat()
      .map((sql) => ` and ${sql}`)
      .join('');
    const rows = await this.db.query<Row>(
      `with found as (select d.* from duty d where d.state = 'OPEN' and ${conditionSql}${alsoSql} order by d.due_on, d.id limit ${p(limit + 1)})
       select f.id, f.version, f.person_id as "personId", coalesce(n.name, '') as "personName", n.birth_year as "birthYear", f.node_id as "nodeId",
         coalesce(o.name, '') as "nodeName", f.position, f.course_id as "courseId", c.label as "courseLabel", f.since::text, f.due_on::text as "dueOn"
       from found f join course_type c on c.id = f.course_id left join person_name n on n.person_id = f.person_id left join node_view o on o.id = f.node_id
       order by f.due_on, f.id`,
      params,
    );
    const page = pageOf(rows, limit, (row) => [row.dueOn, row.id]);
    await this.trail.recordPage(call, { persons: page.items.map((row) => row.personId), node: nodeId });
    return { ...page, items: page.items.map(present) };
  }

  @Rpc(dutyRollUp)
  async rollUp({ input, scope }: Call<typeof dutyRollUp>): Promise<OutputOf<typeof dutyRollUp>> {
    const today = this.clock.today();
    const insideSql = (params: unknown[]): string => scope.within('t.descendant', params);
    return { items: await dutyRows(this.db, { ...input, today, soon: remindUntil(today), insideSql }) };
  }

  @Rpc(myDuties)
  async mine(call: Call<typeof myDuties>): Promise<Page<MyDuty>> {
    const { cursor, limit } = call.input;
    const after = readCursor(cursor, 2);
    const params: unknown[] = [call.actor.person];
    const afterSql = after ? `and (d.due_on, d.id) > ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<MyDuty>(
      `select d.id, d.position, d.course_id as "courseId", c.label as "courseLabel", coalesce(o.name, '') as "nodeName", d.due_on::text as "dueOn"
       from duty d join course_type c on c.id = d.course_id left join node_view o on o.id = d.node_id
       where d.person_id = $1 and d.state = 'OPEN' ${afterSql} order by d.due_on, d.id limit $${params.push(limit + 1)}`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.dueOn, row.id]);
  }
}
