import { Injectable } from '@nestjs/common';
import {
  exportSupervisionCounts,
  quarterText,
  type SupervisionCounts,
  supervisionStateLabel,
} from '@vungmanh/contracts/inspection/member-supervision';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { streamOfWorkbook, type SheetColumn, type SheetValue } from '@vungmanh/documents/workbook/write';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { countColumns, type CountRow, countsOf, countTablesSql, OUTCOMES } from './count-rows.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CHUNK = 5000;

const columns: readonly SheetColumn[] = [
  { header: 'Mã', width: 14, kind: 'text' },
  { header: 'Chi bộ', width: 40, kind: 'text' },
  { header: 'Tình trạng', width: 18, kind: 'text' },
  { header: 'Đảng viên được giám sát', width: 14, kind: 'number' },
  ...['Biểu dương', 'Giúp đỡ', 'Nhắc nhở', 'Dấu hiệu vi phạm', 'Báo cáo cấp trên'].map((header) => ({ header, width: 14, kind: 'text' as const })),
];

/** The counts of all cells as a workbook, read in chunks while it is written; small counts are no more in it than on the page. */
@Injectable()
export class CountsExportQueries {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(exportSupervisionCounts)
  async export(call: Call<typeof exportSupervisionCounts>): Promise<OutputOf<typeof exportSupervisionCounts>> {
    const { nodeId, quarter } = call.input;
    const sheet = { name: quarterText(quarter), columns, rows: this.rows(call) };
    const { fileId } = await this.files.put(streamOfWorkbook([sheet]), { by: 'service:inspection', type: XLSX });
    await this.trail.recordRead(call, { persons: [], node: nodeId, target: nodeId });
    return { fileId, name: `Giám sát đảng viên ${quarterText(quarter)}.xlsx`, type: XLSX };
  }

  private async *rows({ input, scope }: Call<typeof exportSupervisionCounts>): AsyncIterable<SheetValue[]> {
    const params: unknown[] = [input.quarter];
    const insideSql = scope.below('b.node_id', `$${params.push(input.nodeId)}`, params).conditionSql;
    const after = params.length;
    let last: CountRow | undefined;
    do {
      const page: CountRow[] = await this.db.query<CountRow>(
        `select ${countColumns} from ${countTablesSql}
         where b.kind = 'CELL' and ${insideSql} and (n.code, b.node_id) > ($${after + 1}, $${after + 2}::uuid) order by n.code, b.node_id limit ${CHUNK}`,
        [...params, last?.code ?? '', last?.nodeId ?? '00000000-0000-0000-0000-000000000000'],
      );
      for (const row of page) yield cells(countsOf(row));
      last = page.length < CHUNK ? undefined : page.at(-1);
    } while (last !== undefined);
  }
}

function cells(row: SupervisionCounts): SheetValue[] {
  const { code, name, state, lines } = row;
  if (state === undefined) return [code, name, 'Chưa lập', 0, ...OUTCOMES.map(() => '')];
  return [
    code,
    name,
    supervisionStateLabel[state],
    lines,
    ...OUTCOMES.map((outcome) => (row[outcome] === undefined ? 'dưới 3' : String(row[outcome]))),
  ];
}
