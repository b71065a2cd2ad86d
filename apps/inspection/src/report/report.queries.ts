import { Injectable } from '@nestjs/common';
import { exportReport, getReport, reportTrend, TREND_YEARS, type InspectionReport } from '@vungmanh/contracts/inspection/report';
import { reportPeriodText } from '@vungmanh/contracts/inspection/report-label';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { figuresIn, periodOf } from './report.rules.js';
import { ReportReader, type Asked } from './report-reader.js';
import { reportSheets } from './report-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Whose report it is, told to the person who asks for it. */
const asked = ({ input: { nodeId, period }, actor, scope }: Call<typeof getReport | typeof exportReport | typeof reportTrend>): Asked => ({
  nodeId,
  period,
  asker: actor.person ?? null,
  within: (column, params) => scope.within(column, params),
});

/** Reports as pages and as workbooks. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly reader: ReportReader,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(getReport)
  get(call: Call<typeof getReport>): Promise<InspectionReport> {
    return this.reader.report(asked(call));
  }

  @Rpc(exportReport)
  async export(call: Call<typeof exportReport>): Promise<OutputOf<typeof exportReport>> {
    const report = await this.reader.report(asked(call));
    const { fileId } = await this.files.put(streamOfWorkbook(reportSheets(report)), { by: 'service:inspection', type: XLSX });
    await this.trail.recordRead(call, { persons: [], node: report.nodeId });
    return { fileId, name: `Báo cáo kiểm tra, giám sát ${reportPeriodText(report.period)}, ${report.nodeName}`.slice(0, 190) + '.xlsx', type: XLSX };
  }

  @Rpc(reportTrend)
  async trend(call: Call<typeof reportTrend>): Promise<OutputOf<typeof reportTrend>> {
    const { period, measure, code, subject = null } = call.input;
    const { year } = periodOf(period);
    const first = year - TREND_YEARS + 1;
    const [{ tree }, rows] = await Promise.all([this.reader.tree(asked(call)), this.reader.counted(asked(call), first, year)]);
    const found = figuresIn(
      rows.filter((row) => row.measure === measure),
      tree,
    ).find((figure) => figure.code === code && figure.subject === subject);
    const years = Array.from({ length: TREND_YEARS }, (_, i) => first + i);
    return {
      years: years.map((of) => ({
        year: of,
        quarters: [1, 2, 3, 4].map((quarter) => {
          const count = found === undefined ? 0 : found.count(of, [quarter]);
          return { quarter, ...(count !== undefined && { count }) };
        }),
      })),
    };
  }
}
