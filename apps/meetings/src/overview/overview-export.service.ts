import { Injectable } from '@nestjs/common';
import { exportOverview } from '@vungmanh/contracts/meetings/overview';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { quarterOf } from '@vungmanh/regulations/calendar';
import { readRows, rowOf } from './overview-rows.js';
import { overviewSheets } from './overview-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The figures as a workbook, drawn when it is asked for. Counts only: no person stands in it. */
@Injectable()
export class OverviewExportService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(exportOverview)
  async export(call: Call<typeof exportOverview>): Promise<OutputOf<typeof exportOverview>> {
    const { nodeId, month } = call.input;
    const rows = await readRows<{ depth: number }>(this.db, {
      nodeId,
      month,
      moreSql: 't.depth',
      insideSql: (params) => call.scope.within('t.descendant', params),
    });
    const sheets = overviewSheets(
      rows.map((row) => ({ ...rowOf(row), depth: row.depth })),
      quarterOf(month),
    );
    const { fileId } = await this.files.put(streamOfWorkbook(sheets), { by: 'service:meetings', type: XLSX });
    await this.trail.recordRead(call, { persons: [], node: nodeId });
    return { fileId, name: `Sinh hoạt tháng ${month.slice(5)}-${month.slice(0, 4)}, ${rows[0]?.name ?? ''}`.slice(0, 190) + '.xlsx', type: XLSX };
  }
}
