import { Injectable, type Type } from '@nestjs/common';
import { readersPages, type ReaderLine } from '@vungmanh/contracts/audit';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '../db/db.js';
import { pageOf, readCursor } from '../db/page.js';
import { refuse } from '../problem.js';
import type { Call } from '../rpc/call.js';
import { Rpc } from '../rpc/rpc.js';
import { AccountNames } from './account-names.js';
import { PAGE_COLUMNS, toldOf, type AuditPageRow } from './audit-rows.js';

/**
 * The rows that name a person, by the index on them, which holds the rows that name anybody: the newest first by another would read the
 * whole audit for who is seldom read.
 */
const ABOUT_ME = `
  with about as materialized (select a.id from audit a where a.persons <> '{}' and a.persons @> array[$1::uuid] and a.person_id is distinct from $1),
    newest as (select id from about where $2::uuid is null or id < $2 order by id desc limit $3)
  select ${PAGE_COLUMNS} from newest w join audit a on a.id = w.id left join node_view n on n.id = a.node_id order by a.id desc`;

/** The provider with which a service tells a person who has read or changed what it holds of them. */
export function readersOperation(service: keyof typeof readersPages): Type {
  const contract = readersPages[service];

  @Injectable()
  class ReadersOperation {
    constructor(
      private readonly db: Db,
      private readonly names: AccountNames,
    ) {}

    @Rpc(contract)
    async aboutMe({ input, actor, trace }: Call<typeof contract>): Promise<Page<ReaderLine>> {
      if (actor.person === undefined) throw refuse('request/forbidden');
      const rows = await this.db.query<AuditPageRow>(ABOUT_ME, [actor.person, readCursor(input.cursor, 1)?.[0] ?? null, input.limit + 1]);
      const { items, ...rest } = pageOf(rows, input.limit, (r) => [r.id]);
      const names = await this.names.of(
        items.map((r) => r.actorId),
        trace,
      );
      return { items: items.map((row) => lineOf(row, names)), ...rest };
    }
  }
  return ReadersOperation;
}

function lineOf({ id, at, operation, actorId, nodeName }: AuditPageRow, names: ReadonlyMap<string, string>): ReaderLine {
  const who = names.get(actorId) ?? (actorId.startsWith('service:') ? 'Phần mềm' : 'Tài khoản không còn tên');
  return { id, at, who, ...toldOf(operation), ...(nodeName === null ? {} : { nodeName }) };
}
