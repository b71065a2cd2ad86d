import { Injectable } from '@nestjs/common';
import { caseRegister, exportCaseRegister, RegisterPart, type RegisterRow } from '@vungmanh/contracts/inspection/case-register';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { countedSql } from '../report/counted-sql.js';
import { BODY_OF, measureOf, OF_ACTOR, type Registered, REGISTERED_COLUMNS, REGISTERED_JOINS, registerRowOf } from './register-rows.js';
import { type RegisterCall, RegisterDesk } from './register-desk.js';
import { sheetOf } from './register-sheet.js';

/** Rows of one part that a workbook holds: more than one body has in a year. */
const MOST = 5000;

/** The book of one body for a year (sổ theo dõi), as far as whoever asks may read it. */
@Injectable()
export class CaseRegisterQueries {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly out: RegisterDesk,
  ) {}

  @Rpc(caseRegister)
  async list(call: Call<typeof caseRegister>): Promise<Page<RegisterRow>> {
    const { part, cursor, limit } = call.input;
    const rows = await this.rows(call, part, { after: readCursor(cursor, 2), limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [row.on, row.id]);
    await this.out.record(call, page.items);
    return { ...page, items: page.items.map((row) => registerRowOf(row, this.sealer)) };
  }

  @Rpc(exportCaseRegister)
  async export(call: Call<typeof exportCaseRegister>): Promise<OutputOf<typeof exportCaseRegister>> {
    const parts = await Promise.all(RegisterPart.options.map(async (part) => ({ part, rows: await this.rows(call, part, { limit: MOST }) })));
    await this.out.record(
      call,
      parts.flatMap(({ rows }) => rows),
    );
    return this.out.file(
      call,
      parts.map(({ part, rows }) =>
        sheetOf(
          part,
          rows.map((row) => registerRowOf(row, this.sealer)),
        ),
      ),
    );
  }

  private rows(call: RegisterCall, part: RegisterPart, { after, limit }: { after?: string[] | undefined; limit: number }): Promise<Registered[]> {
    const { nodeId, actor, year } = call.input;
    const params: unknown[] = [nodeId, `${year}-01-01`, `${year}-12-31`, this.out.today, call.actor.person ?? null, measureOf[part], actor];
    const nodeSql = BODY_OF[part];
    const insideSql = call.scope.within(nodeSql, params);
    const afterSql = after ? `and (k.on_day, k.id) > ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
    return this.db.query<Registered>(
      `select ${REGISTERED_COLUMNS} from (${countedSql({ from: '$2::date', to: '$3::date', today: '$4::date', asker: '$5::uuid' })}) k ${REGISTERED_JOINS}
       where ${nodeSql} = $1 and k.measure = $6 and ${OF_ACTOR} = $7 and k.mine and ${insideSql} ${afterSql}
       order by k.on_day, k.id limit $${params.push(limit)}`,
      params,
    );
  }
}
