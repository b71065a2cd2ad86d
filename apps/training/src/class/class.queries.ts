import { Injectable } from '@nestjs/common';
import { getClass, listClasses, type HeldClassLine, type TrainingClass } from '@vungmanh/contracts/training/class';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ClassPage, FROM_SQL, LINE_SQL } from './class-page.js';

/** Classes as lists and as pages. */
@Injectable()
export class ClassQueries {
  constructor(
    private readonly db: Db,
    private readonly page: ClassPage,
  ) {}

  @Rpc(getClass)
  get(call: Call<typeof getClass>): Promise<TrainingClass> {
    return this.page.of(this.db, call.actor, call.input.classId, (params) => call.scope.within('c.node_id', params));
  }

  /** Those above call for people: what is still being prepared there is not told. */
  @Rpc(listClasses)
  async list(call: Call<typeof listClasses>): Promise<Page<HeldClassLine>> {
    const { nodeId, state, cursor, limit } = call.input;
    const params: unknown[] = [nodeId, state ?? null];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const insideSql = call.scope.within('c.node_id', params);
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (c.from_on, c.id) < (${p(after[0])}::date, ${p(after[1])}::uuid)` : '';
    const rows = await this.db.query<HeldClassLine>(
      `select ${LINE_SQL}, c.node_id in (select b.descendant from tree_now b where b.ancestor = $1) as held from ${FROM_SQL}
       where ($2::text is null or c.state = $2) ${afterSql} and (
         (c.node_id in (select b.descendant from tree_now b where b.ancestor = $1) and ${insideSql})
         or (c.state <> 'PLANNED' and c.node_id in (select a.ancestor from tree_now a where a.descendant = $1)))
       order by c.from_on desc, c.id desc limit ${p(limit + 1)}`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.from, row.id]);
  }
}
