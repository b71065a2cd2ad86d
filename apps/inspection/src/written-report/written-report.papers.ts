import { Injectable } from '@nestjs/common';
import { downloadWrittenReport } from '@vungmanh/contracts/inspection/written-report';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { toDocx } from '@vungmanh/documents/docx';
import { toPdf } from '@vungmanh/documents/pdf';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { IssuedPapers, paperTypes } from '@vungmanh/platform/issued-papers';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { type StoredReport, WrittenReportDrafts } from './written-report-drafts.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;

/** A report in writing as a paper, for who has sent or received it. */
@Injectable()
export class WrittenReportPapers {
  constructor(
    private readonly db: Db,
    private readonly drafts: WrittenReportDrafts,
    private readonly issued: IssuedPapers,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(downloadWrittenReport)
  async download(call: Call<typeof downloadWrittenReport>): Promise<OutputOf<typeof downloadWrittenReport>> {
    const { reportId, format } = call.input;
    const [row] = await this.db.query<StoredReport>(
      `select w.node_id as "nodeId", coalesce(t.name, '') as "toName", w.actor, w.kind, w.subject_id as "subjectId", w.dated_on::text as "datedOn", w.text_sealed
       from written_report w left join node_view t on t.id = w.to_node_id where w.id = $1 and $2 = any(w.listed_ids) and w.from_case_id is null`,
      [reportId, call.actor.person ?? null],
    );
    if (!row) throw refuse('request/not-found');
    await this.trail.recordRead(call, { persons: [], node: row.nodeId, target: reportId });
    const paper = await this.drafts.of(reportId, row);
    return {
      fileId: await this.issued.passing(format, await drawn[format](paper)),
      name: `Báo cáo bằng văn bản.${format}`,
      type: paperTypes[format],
    };
  }
}
