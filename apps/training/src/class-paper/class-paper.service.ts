import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { classPaperLabel, downloadClassPaper, type ClassPaperKind } from '@vungmanh/contracts/training/class-paper';
import type { ClassState } from '@vungmanh/contracts/training/class-state';
import { toDocx } from '@vungmanh/documents/docx';
import { toPdf } from '@vungmanh/documents/pdf';
import { Db } from '@vungmanh/platform/db/db';
import { IssuedPapers, paperTypes } from '@vungmanh/platform/issued-papers';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ClassPage } from '../class/class-page.js';
import { PaperReading } from './paper-reading.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;
/** From which step on a paper has something to say. */
const since: Readonly<Record<ClassPaperKind, readonly ClassState[]>> = {
  DECISION: ['RUNNING', 'ASSESSED', 'CLOSED'],
  PARTICIPANTS: ['ENROLLING', 'RUNNING', 'ASSESSED', 'CLOSED'],
  INVITATION: ['ENROLLING', 'RUNNING', 'ASSESSED', 'CLOSED'],
  ATTENDANCE: ['RUNNING', 'ASSESSED', 'CLOSED'],
  MARKS: ['RUNNING', 'ASSESSED', 'CLOSED'],
  RECOGNITION: ['ASSESSED', 'CLOSED'],
};

/** The papers of a class in the prescribed form, drawn from what stands now. */
@Injectable()
export class ClassPaperService {
  constructor(
    private readonly db: Db,
    private readonly page: ClassPage,
    private readonly papers: IssuedPapers,
    private readonly read: PaperReading,
  ) {}

  @Rpc(downloadClassPaper)
  async download(call: Call<typeof downloadClassPaper>): Promise<OutputOf<typeof downloadClassPaper>> {
    const { classId, kind, format } = call.input;
    const found = await this.page.of(this.db, call.actor, classId, (params) => call.scope.within('c.node_id', params));
    if (!since[kind].includes(found.state)) throw fail(downloadClassPaper, 'training/paper-not-ready');
    const paper = await this.read.paper(call, found, kind);
    return {
      fileId: await this.papers.passing(format, await drawn[format](paper)),
      name: `${classPaperLabel[kind]}.${format}`,
      type: paperTypes[format],
    };
  }
}
