import { Injectable } from '@nestjs/common';
import { obligationSnapshot, type ObligationStanding, type TaskResult, type TaskState } from '@vungmanh/contracts/meetings/task';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { obligationOf } from './task-told.js';

interface Row {
  id: string;
  version: number;
  nodeId: string;
  doerIds: string[];
  deadline: string;
  state: TaskState;
  result: TaskResult | null;
}

const ROWS = `select t.id, t.version, t.node_id as "nodeId", t.doer_ids as "doerIds", t.deadline::text as deadline, t.state, t.result from task t`;

/** Tasks as other services keep them. */
@Injectable()
export class ObligationQueries {
  constructor(private readonly db: Db) {}

  @Rpc(obligationSnapshot)
  async snapshot({ input }: Call<typeof obligationSnapshot>): Promise<Page<ObligationStanding>> {
    const { ids, cursor, limit } = input;
    const after = readCursor(cursor, 1)?.[0];
    const rows = await (ids === undefined
      ? this.db.query<Row>(`${ROWS} where ($1::uuid is null or t.id > $1) order by t.id limit $2`, [after ?? null, limit + 1])
      : this.db.query<Row>(`${ROWS} where t.id = any($1::uuid[]) order by t.id`, [ids]));
    const page = pageOf(rows, ids === undefined ? limit : rows.length, (row) => [row.id]);
    return { ...page, items: page.items.map(standingOf) };
  }
}

const standingOf = (row: Row): ObligationStanding => ({
  ...obligationOf(row),
  ...(row.result === null ? {} : { result: row.result }),
  reported: row.state === 'REPORTED',
});
