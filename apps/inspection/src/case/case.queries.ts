import { Injectable } from '@nestjs/common';
import { getCase, myCases, type CaseLine, type InspectionCase } from '@vungmanh/contracts/inspection/case';
import type { Page } from '@vungmanh/contracts/types';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { takesRight } from './case.rules.js';
import { openStatesSql, overdueStatesSql } from './case-states.js';
import { headsOf } from './case-head.js';
import { CasePage } from './case-page.js';

/** What is read of cases: one's own by those on the list, and how many there are by superiors. */
@Injectable()
export class CaseQueries {
  constructor(
    private readonly db: Db,
    private readonly grants: Grants,
    private readonly page: CasePage,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(myCases)
  async mine(call: Call<typeof myCases>): Promise<Page<CaseLine>> {
    const { cursor, limit, part, state, open, overdue } = call.input;
    const today = this.page.clock.today();
    const params: unknown[] = [call.actor.person];
    const conditions = ['c.listed_ids @> array[$1::uuid] and c.inner_ids @> array[$1::uuid]'];
    if (part !== undefined) {
      const partParam = params.push(part);
      conditions.push(
        `exists (select 1 from case_access p where p.case_id = c.id and p.person_id = $1 and p.until is null and p.part = $${partParam})`,
      );
    }
    if (state !== undefined) conditions.push(`c.state = $${params.push(state)}`);
    if (open !== undefined) conditions.push(open ? `c.state in ${openStatesSql}` : `c.state not in ${openStatesSql}`);
    if (overdue !== undefined) {
      const overdueSql = `coalesce(c.state in ${overdueStatesSql} and c.due_on < $${params.push(today)}::date, false)`;
      conditions.push(overdue ? overdueSql : `not ${overdueSql}`);
    }
    const after = readCursor(cursor, 1);
    if (after) conditions.push(`c.id < $${params.push(after[0])}::uuid`);
    const whereSql = `where ${conditions.join(' and ')} order by c.id desc limit $${params.push(limit + 1)}`;
    const rows = await headsOf(this.db, this.page.sealer, { whereSql, params, today });
    await Promise.all(rows.slice(0, limit).map(({ id, nodeId }) => this.trail.recordRead(call, { persons: [], node: nodeId, target: id })));
    return pageOf(
      rows.map(({ selfReportBy: _, ...line }) => line),
      limit,
      (line) => [line.id],
    );
  }

  @Rpc(getCase)
  async get(call: Call<typeof getCase>): Promise<InspectionCase> {
    const found = await this.page.whole(call.input.caseId, call.actor.person);
    if (!found) throw refuse('request/not-found');
    const persons = found.subject === 'MEMBER' && found.announcedOn !== undefined ? [found.subjectId] : [];
    await this.trail.recordRead(call, { persons, node: found.nodeId, target: found.id });
    return { ...found, may: (await this.conducts(call.actor, found.nodeId)) ? found.may : found.may.filter((act) => !takesRight.has(act)) };
  }

  /** Whether they hold the right to conduct cases there themselves, and not in another's name. */
  private async conducts(actor: Actor, nodeId: string): Promise<boolean> {
    return actor.onBehalfOf === undefined && (await this.grants.permissionsAt(actor, nodeId)).has('inspection:conduct');
  }
}
