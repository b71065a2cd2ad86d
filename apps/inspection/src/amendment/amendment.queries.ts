import { Injectable } from '@nestjs/common';
import { listAmendments, type AmendmentLine } from '@vungmanh/contracts/inspection/amendment';
import type { Page } from '@vungmanh/contracts/types';
import { AccountNames } from '@vungmanh/platform/audit/account-names';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { readProgram } from '../program/find-program.js';

type Row = Omit<AmendmentLine, 'at' | 'byName' | 'toQuarter' | 'subjectName'> & {
  at: Date;
  account_id: string;
  toQuarter: number | null;
  subjectName: string | null;
};

/** How a program was amended, the newest first. */
@Injectable()
export class AmendmentQueries {
  constructor(
    private readonly db: Db,
    private readonly names: AccountNames,
  ) {}

  @Rpc(listAmendments)
  async list(call: Call<typeof listAmendments>): Promise<Page<AmendmentLine>> {
    const { input, trace } = call;
    const program = await readProgram(this.db, call, input.programId);
    const params: unknown[] = [program.id];
    const after = readCursor(input.cursor, 1);
    const afterSql = after ? `and a.number < $${params.push(after[0])}::integer` : '';
    const rows = await this.db.query<Row>(
      `select a.number, a.at, a.account_id, a.type, a.reason, a.lines, a.kind, a.quarter, a.to_quarter as "toQuarter", coalesce(p.name, n.name) as "subjectName"
       from plan_amendment a left join person_name p on p.person_id = a.subject_id
         left join node_view n on n.id = a.subject_id
       where a.program_id = $1 ${afterSql} order by a.number desc limit $${params.push(input.limit + 1)}`,
      params,
    );
    const { items, ...rest } = pageOf(rows, input.limit, (row) => [String(row.number)]);
    const names = await this.names.of(
      items.map((row) => row.account_id),
      trace,
    );
    return {
      items: items.map(({ account_id, at, ...row }) => ({
        ...present(row),
        at: at.toISOString(),
        byName: names.get(account_id) ?? 'Tài khoản không còn tên',
      })),
      ...rest,
    };
  }
}
