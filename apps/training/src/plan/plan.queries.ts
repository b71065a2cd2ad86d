import { Injectable } from '@nestjs/common';
import {
  getTrainingPlan,
  givenQuotas,
  listTrainingPlans,
  type GivenQuota,
  type TrainingPlan,
  type TrainingPlanLine,
} from '@vungmanh/contracts/training/plan';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { PlanPage } from './plan-page.js';

/** Plans as lists and as pages, and what plans above give to an organization. */
@Injectable()
export class PlanQueries {
  constructor(
    private readonly db: Db,
    private readonly page: PlanPage,
  ) {}

  @Rpc(getTrainingPlan)
  get(call: Call<typeof getTrainingPlan>): Promise<TrainingPlan> {
    return this.page.of(this.db, call.actor, call.input.planId, (params) => call.scope.within('p.node_id', params));
  }

  /** By the organization's code. */
  @Rpc(listTrainingPlans)
  async list(call: Call<typeof listTrainingPlans>): Promise<Page<TrainingPlanLine>> {
    const { nodeId, year, below, cursor, limit } = call.input;
    const params: unknown[] = [nodeId, year];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const whereSql = below ? 'p.node_id in (select t.descendant from tree_now t where t.ancestor = $1)' : 'p.node_id = $1';
    const insideSql = call.scope.within('p.node_id', params);
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (n.code, p.id) > (${p(after[0])}, ${p(after[1])}::uuid)` : '';
    const rows = await this.db.query<TrainingPlanLine & { code: string }>(
      `select p.id, p.version, p.node_id as "nodeId", n.name as "nodeName", p.year, p.state, n.code, l.courses, l.places
       from training_plan p join node_view n on n.id = p.node_id
         cross join lateral (select count(*)::int as courses, coalesce(sum(c.places), 0)::int as places from planned_course c
           where c.plan_id = p.id and c.state = 'PLANNED') l
       where p.year = $2 and ${whereSql} and ${insideSql} ${afterSql} order by n.code, p.id limit ${p(limit + 1)}`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.code, row.id]);
  }

  /** By the day on which they begin. */
  @Rpc(givenQuotas)
  async given(call: Call<typeof givenQuotas>): Promise<Page<GivenQuota>> {
    const { nodeId, year, cursor, limit } = call.input;
    const params: unknown[] = [nodeId, year];
    const insideSql = call.scope.within('q.node_id', params);
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (c.from_on, c.id) > ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<GivenQuota>(
      `select c.id as "plannedId", coalesce(n.name, '') as "planNodeName", t.label as "courseLabel", c.from_on::text as "fromOn", c.to_on::text as "toOn",
         c.place, q.places
       from planned_quota q join planned_course c on c.id = q.planned_id join training_plan p on p.id = c.plan_id join course_type t on t.id = c.course_id
         left join node_view n on n.id = p.node_id
       where q.node_id = $1 and p.year = $2 and p.state <> 'DRAFT' and c.state = 'PLANNED' and ${insideSql} ${afterSql}
       order by c.from_on, c.id limit $${params.push(limit + 1)}`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.fromOn, row.plannedId]);
  }
}
