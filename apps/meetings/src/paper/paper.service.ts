import { Injectable } from '@nestjs/common';
import { downloadPaper, paperKindLabel } from '@vungmanh/contracts/meetings/paper';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { toDocx } from '@vungmanh/documents/docx';
import { toPdf } from '@vungmanh/documents/pdf';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { IssuedPapers, paperTypes } from '@vungmanh/platform/issued-papers';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { formatVi } from '@vungmanh/regulations/calendar';
import { readMeeting } from '../meeting/read.js';
import { PaperDrafts, type Draft } from './paper-drafts.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;

/** The papers of a meeting in the prescribed form. */
@Injectable()
export class PaperService {
  constructor(
    private readonly db: Db,
    private readonly drafts: PaperDrafts,
    private readonly issued: IssuedPapers,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(downloadPaper)
  async download(call: Call<typeof downloadPaper>): Promise<OutputOf<typeof downloadPaper>> {
    const { meetingId, kind, format } = call.input;
    const meeting = await readMeeting(this.db, call, meetingId);
    const draft = await this.drafts.of(meeting, kind);
    if (!draft) throw fail(downloadPaper, 'meetings/paper-not-ready');
    // Whoever is named on a paper may see that it has gone out.
    await this.trail.recordRead(call, { persons: draft.persons, node: meeting.nodeId, target: meeting.id });
    const name = `${paperKindLabel[kind]} ${formatVi(meeting.day).replaceAll('/', '-')}, ${draft.paper.heading.body}`.slice(0, 190);
    return { fileId: await this.file(call.input, draft), name: `${name}.${format}`, type: paperTypes[format] };
  }

  private async file(asked: Call<typeof downloadPaper>['input'], { paper, edition }: Draft): Promise<string> {
    const draw = () => drawn[asked.format](paper);
    if (edition === undefined) return this.issued.passing(asked.format, await draw());
    const { meetingId: ownerId, kind, format } = asked;
    const issue = { tableSql: 'issued_paper', ownerId, kind, edition, format };
    return (await this.issued.find(issue)) ?? this.issued.issue(issue, await draw());
  }
}
