import { Injectable } from '@nestjs/common';
import { listTasks, myTasks, type Task } from '@vungmanh/contracts/meetings/task';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { openStatesSql, owedStatesSql } from './open.js';
import { TaskPage } from './task-page.js';

/** Tasks as lists, the soonest deadline first. */
@Injectable()
export class TaskQueries {
  constructor(
    private readonly db: Db,
    private readonly page: TaskPage,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(listTasks)
  async list(call: Call<typeof listTasks>): Promise<Page<Task>> {
    const { nodeId, below, open, overdue } = call.input;
    const tasks = await this.pageOf(call, (params) => {
      const node = params.push(nodeId);
      const conditions = [
        below ? `t.node_id in (select d.descendant from tree_now d where d.ancestor = $${node})` : `t.node_id = $${node}`,
        call.scope.within('t.node_id', params),
      ];
      const overdueSql = `(t.state in ${owedStatesSql} and t.deadline < $2::date)`;
      if (open !== undefined) conditions.push(open ? `t.state in ${openStatesSql}` : `t.state not in ${openStatesSql}`);
      if (overdue !== undefined) conditions.push(overdue ? overdueSql : `not ${overdueSql}`);
      return conditions.join(' and ');
    });
    await this.trail.recordPage(call, { persons: [...new Set(tasks.items.flatMap((t) => [...t.doerIds, t.checkerId]))], node: nodeId });
    return tasks;
  }

  /** What the signed-in person does or checks; a task of the body is the work of whoever sits in it. */
  @Rpc(myTasks)
  async mine(call: Call<typeof myTasks>): Promise<Page<Task>> {
    const { open } = call.input;
    return this.pageOf(
      call,
      () => `t.id in (
        select d.id from task d where d.doer_ids @> array[$1::uuid]
        union all select c.id from task c where c.checker_id = $1
        union all select o.id from task o join seat_view s on s.body_id = o.body_id
          where o.doer_is_body and s.person_id = $1 and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date))
      and t.state ${open ? 'in' : 'not in'} ${openStatesSql}`,
    );
  }

  private async pageOf(call: Call<typeof listTasks | typeof myTasks>, conditionSqlOf: (params: unknown[]) => string): Promise<Page<Task>> {
    const { cursor, limit } = call.input;
    const after = readCursor(cursor, 2);
    const rows = await this.page.of(this.db, call.actor, (params) => {
      const conditionSql = conditionSqlOf(params);
      const afterSql = after ? `and (t.deadline, t.id) > ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
      return `where ${conditionSql} ${afterSql} order by t.deadline, t.id limit $${params.push(limit + 1)}`;
    });
    return pageOf(rows, limit, (t) => [t.deadline, t.id]);
  }
}
