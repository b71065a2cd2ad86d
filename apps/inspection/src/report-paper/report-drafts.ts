import { Injectable } from '@nestjs/common';
import type { InspectionReport } from '@vungmanh/contracts/inspection/report';
import type { ReportPaper } from '@vungmanh/contracts/inspection/report-paper';
import { toDocx } from '@vungmanh/documents/docx';
import type { Paper } from '@vungmanh/documents/paper';
import { numberIn } from '@vungmanh/documents/papers/body-names';
import { inspectionReportPaper } from '@vungmanh/documents/papers/inspection-report';
import { toPdf } from '@vungmanh/documents/pdf';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { IssuedPapers, type PaperFormat } from '@vungmanh/platform/issued-papers';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ReportFacts } from './report-facts.js';
import type { ReportPaperEntity } from './report-paper.entity.js';
import { ReportPapers } from './report-papers.js';
import { figureRowsOf, resultsOf, termOf } from './report-text.rules.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;

type Scoped = Pick<Call, 'scope'>;
type Content = Pick<ReportPaper, 'results' | 'figures' | 'remarks'> & { report: InspectionReport };

/** What stands in a report, on the page and on the paper. */
@Injectable()
export class ReportDrafts {
  constructor(
    private readonly papers: ReportPapers,
    private readonly issued: IssuedPapers,
    private readonly facts: ReportFacts,
    private readonly sealer: Sealer,
  ) {}

  /** With the figures of its issue, or with those of now. */
  async content(call: Scoped, entity: ReportPaperEntity): Promise<Content> {
    const report = entity.figures ?? (await this.papers.figures(call, entity));
    return { report, results: resultsOf(report), figures: figureRowsOf(report), remarks: entity.remarks(this.sealer) };
  }

  /** Drawn on demand while it may still change; kept with its hash once it has its number. */
  async file(call: Scoped, entity: ReportPaperEntity, format: PaperFormat): Promise<string> {
    const draw = async () => drawn[format](await this.paper(call, entity));
    if (entity.number === null) return this.issued.passing(format, await draw());
    const issue = { tableSql: 'issued_report_paper', ownerId: entity.id, kind: 'REPORT', edition: 0, format };
    return (await this.issued.find(issue)) ?? this.issued.issue(issue, await draw());
  }

  private async paper(call: Scoped, entity: ReportPaperEntity): Promise<Paper> {
    const { report, remarks, ...content } = await this.content(call, entity);
    const about = await this.facts.of(entity, report.to);
    const number = numberIn(entity.number);
    return inspectionReportPaper({
      ...about,
      ...content,
      ...remarks,
      ...(number === undefined ? {} : { number }),
      ...(entity.issuedOn === null ? {} : { date: entity.issuedOn }),
      term: termOf(report),
    });
  }
}
