import { Injectable } from '@nestjs/common';
import { disciplinePaperLabel, downloadDisciplinePaper } from '@vungmanh/contracts/inspection/discipline-paper';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { paperTypes } from '@vungmanh/platform/issued-papers';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { DisciplinePage } from '../discipline/discipline-page.js';
import { DisciplineIssue } from './discipline-issue.js';
import { paperRowsOf } from './paper-rows.js';

/** The papers of a case for who stands on its lists. Whoever is disciplined is in no name of a file. */
@Injectable()
export class DisciplinePaperService {
  constructor(
    private readonly db: Db,
    private readonly page: DisciplinePage,
    private readonly issue: DisciplineIssue,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(downloadDisciplinePaper)
  async download(call: Call<typeof downloadDisciplinePaper>): Promise<OutputOf<typeof downloadDisciplinePaper>> {
    const { disciplineId, kind, format, documentId } = call.input;
    const { found, shown } = await this.page.of(call.actor, disciplineId);
    const listed = shown.papers.findLast((paper) => paper.kind === kind && (documentId === undefined || paper.documentId === documentId));
    const row = (await paperRowsOf(this.db, disciplineId)).find((one) => one.documentId === listed?.documentId);
    const drawn = row ?? (listed && (kind === 'BALLOT' || kind === 'DECISION') ? { kind } : undefined);
    const fileId = drawn && (await this.issue.file(found, drawn, format));
    if (fileId === undefined) throw fail(downloadDisciplinePaper, 'inspection/paper-not-ready');
    const { personId, nodeId, id } = found;
    await this.trail.recordRead(call, { persons: personId === null ? [] : [personId], node: nodeId, target: id });
    return { fileId, name: `${disciplinePaperLabel[kind]}.${format}`, type: paperTypes[format] };
  }
}
