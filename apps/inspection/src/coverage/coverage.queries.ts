import { Injectable } from '@nestjs/common';
import { coverageOfChildren, exportCoverage } from '@vungmanh/contracts/inspection/coverage';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { coverageRows } from './coverage-rows.js';
import { coverageSheet } from './coverage-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How far programs reach, from above: figures alone, of what lies in the scope. */
@Injectable()
export class CoverageQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(coverageOfChildren)
  async children(call: Call<typeof coverageOfChildren>): Promise<OutputOf<typeof coverageOfChildren>> {
    return { items: await this.rows(call) };
  }

  @Rpc(exportCoverage)
  async export(call: Call<typeof exportCoverage>): Promise<OutputOf<typeof exportCoverage>> {
    const { nodeId, year } = call.input;
    const rows = await this.rows(call);
    const { fileId } = await this.files.put(streamOfWorkbook([coverageSheet(rows)]), { by: 'service:inspection', type: XLSX });
    await this.trail.recordRead(call, { persons: [], node: nodeId });
    return { fileId, name: `Kiểm tra, giám sát năm ${year}, ${rows[0]?.name ?? ''}`.slice(0, 190) + '.xlsx', type: XLSX };
  }

  private rows({ input, scope }: Call<typeof coverageOfChildren | typeof exportCoverage>) {
    return coverageRows(this.db, { ...input, today: this.clock.today(), insideSql: (params) => scope.within('t.descendant', params) });
  }
}
