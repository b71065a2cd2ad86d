import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { exportTrainingReport, getTrainingReport, type TrainingReport } from '@vungmanh/contracts/training/report';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ReportReader } from './report-reader.js';
import { reportSheets } from './report-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The report as a page and as a workbook. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly reader: ReportReader,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(getTrainingReport)
  get(call: Call<typeof getTrainingReport>): Promise<TrainingReport> {
    return this.reader.report(call);
  }

  @Rpc(exportTrainingReport)
  async export(call: Call<typeof exportTrainingReport>): Promise<OutputOf<typeof exportTrainingReport>> {
    const report = await this.reader.report(call);
    const { fileId } = await this.files.put(streamOfWorkbook(reportSheets(report)), { by: 'service:training', type: XLSX });
    await this.trail.recordRead(call, { persons: [], node: report.nodeId });
    return { fileId, name: `Số liệu đào tạo, bồi dưỡng năm ${report.year}, ${report.nodeName}`.slice(0, 190) + '.xlsx', type: XLSX };
  }
}
