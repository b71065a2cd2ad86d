import { Injectable } from '@nestjs/common';
import { exportStudy } from '@vungmanh/contracts/training/study-campaign';
import type { StudyLevelLine } from '@vungmanh/contracts/training/study-level';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { countRows } from './count-rows.js';
import { type FoundLevel, levelLines } from './level-line.js';
import { countsSheet, levelsSheet } from './study-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CHUNK = 5000;

/** A campaign as a workbook: counts, and every organization below, read in chunks while it is written. */
@Injectable()
export class StudyExportQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(exportStudy)
  async export(call: Call<typeof exportStudy>): Promise<OutputOf<typeof exportStudy>> {
    const { campaignId, nodeId } = call.input;
    const insideSql = (params: unknown[]): string => call.scope.within('t.descendant', params);
    const counts = await countRows(this.db, { campaignId, nodeId, today: this.clock.today(), insideSql });
    const sheets = [countsSheet(counts), levelsSheet(this.levels(call))];
    const { fileId } = await this.files.put(streamOfWorkbook(sheets), { by: 'service:training', type: XLSX });
    await this.trail.recordRead(call, { persons: [], node: nodeId, target: campaignId });
    return { fileId, name: `Học tập, quán triệt văn bản, ${counts[0]?.name ?? ''}`.slice(0, 190) + '.xlsx', type: XLSX };
  }

  private async *levels({ input: { campaignId, nodeId }, scope }: Call<typeof exportStudy>): AsyncIterable<StudyLevelLine> {
    let last: FoundLevel | undefined;
    do {
      const params: unknown[] = [campaignId, nodeId, CHUNK];
      const { conditionSql } = scope.below('l.node_id', '$2', params);
      const afterSql = last ? `(l.place, l.id) > ($${params.push(last.place)}, $${params.push(last.line.id)}::uuid)` : 'true';
      const rows = await levelLines(
        this.db,
        `where l.campaign_id = $1 and ${conditionSql} and l.ended_on is null and ${afterSql} order by l.place, l.id limit $3`,
        params,
        this.clock.today(),
      );
      for (const { line } of rows) yield line;
      last = rows.length === CHUNK ? rows.at(-1) : undefined;
    } while (last);
  }
}
