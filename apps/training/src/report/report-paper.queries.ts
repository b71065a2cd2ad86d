import { Inject, Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { courseKindLabel } from '@vungmanh/contracts/training/course';
import { holderLevelLabel } from '@vungmanh/contracts/training/past-sheet';
import { downloadTrainingReport, theoryLevelLabel, type TrainingReport } from '@vungmanh/contracts/training/report';
import { toDocx } from '@vungmanh/documents/docx';
import { trainingReport } from '@vungmanh/documents/papers/training-report';
import { toPdf } from '@vungmanh/documents/pdf';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { IssuedPapers, paperTypes } from '@vungmanh/platform/issued-papers';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { issuingOf } from '../class-paper/issuing.js';
import { ReportReader } from './report-reader.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;

/** That a paper was handed out, and how one of today is marked. */
@Injectable()
export class HandedOut {
  constructor(
    private readonly trail: ReadTrail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get simulated(): boolean {
    return this.config.mode === 'trial';
  }

  /** Who signs is who holds the office on the last day of the year, or today. */
  lastDay(year: number): string {
    const last = `${year}-12-31`;
    const today = this.clock.today();
    return last < today ? last : today;
  }

  note(call: Call<typeof downloadTrainingReport>, node: string): Promise<void> {
    return this.trail.recordRead(call, { persons: [], node });
  }
}

/** The yearly report as a paper. */
@Injectable()
export class ReportPaperQueries {
  constructor(
    private readonly db: Db,
    private readonly reader: ReportReader,
    private readonly papers: IssuedPapers,
    private readonly handed: HandedOut,
  ) {}

  @Rpc(downloadTrainingReport)
  async paper(call: Call<typeof downloadTrainingReport>): Promise<OutputOf<typeof downloadTrainingReport>> {
    const { format, year, nodeId } = call.input;
    const report = await this.reader.report(call);
    const issuing = await issuingOf(this.db, nodeId, this.handed.lastDay(year));
    const paper = trainingReport({ ...issuing, simulated: this.handed.simulated, recipients: ['Cấp ủy cấp trên trực tiếp'], ...contentOf(report) });
    await this.handed.note(call, nodeId);
    return {
      fileId: await this.papers.passing(format, await drawn[format](paper)),
      name: `Báo cáo đào tạo, bồi dưỡng năm ${year}.${format}`,
      type: paperTypes[format],
    };
  }
}

const contentOf = ({ year, volumes, duties, theory }: TrainingReport) => ({
  year,
  volumes: volumes.map((row) => ({
    kind: courseKindLabel[row.kind],
    level: row.level === undefined ? 'Chưa ghi' : holderLevelLabel[row.level],
    before: row.years.at(-2)?.count,
    now: row.years.at(-1)?.count,
  })),
  duties: duties.map((row) => ({ course: row.courseLabel, done: row.done, open: row.open })),
  theory: theory.map((row) => ({ level: theoryLevelLabel[row.level], members: row.members })),
});
