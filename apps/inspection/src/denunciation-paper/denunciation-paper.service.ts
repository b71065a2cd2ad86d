import { Injectable } from '@nestjs/common';
import { denunciationPaperLabel, downloadDenunciationPaper, isToDenunciant } from '@vungmanh/contracts/inspection/denunciation-paper';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { paperTypes } from '@vungmanh/platform/issued-papers';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { traced } from '../denunciation/denunciation-change.js';
import { DenunciationPage } from '../denunciation/denunciation-page.js';
import { DenunciationIssue } from './denunciation-issue.js';
import { paperRowsOf } from './paper-rows.js';

/** The papers of a denunciation for who stands on its lists; neither side is in the name of a file. */
@Injectable()
export class DenunciationPaperService {
  constructor(
    private readonly db: Db,
    private readonly page: DenunciationPage,
    private readonly issue: DenunciationIssue,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(downloadDenunciationPaper)
  async download(call: Call<typeof downloadDenunciationPaper>): Promise<OutputOf<typeof downloadDenunciationPaper>> {
    const { denunciationId, kind, format } = call.input;
    const { found, shown } = await this.page.of(call.actor, denunciationId);
    const listed = shown.papers.some((paper) => paper.kind === kind);
    const row = (await paperRowsOf(this.db, denunciationId)).find((one) => listed && one.kind === kind);
    const fileId = row && (await this.issue.file(found, row, format));
    if (fileId === undefined) throw fail(downloadDenunciationPaper, 'inspection/paper-not-ready');
    // That somebody writes to whoever denounces is not for the trail of whoever is denounced.
    await this.trail.recordRead(call, { persons: isToDenunciant(kind) ? [] : traced(found), node: found.nodeId, target: found.id });
    return { fileId, name: `${denunciationPaperLabel[kind]}.${format}`, type: paperTypes[format] };
  }
}
