import { Injectable } from '@nestjs/common';
import { previewGrades } from '@vungmanh/contracts/inspection/labor-grade';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { isPossible } from '../member-supervision/supervision.rules.js';
import { GradeView } from './grade-view.js';
import { GradeSheetReader } from './sheet-reader.js';
import { changesOf, judgeSheet, wrongIn } from './judge-sheet.js';

/** What an uploaded sheet would do; nothing is written for it. */
@Injectable()
export class GradePreviewQueries {
  constructor(
    private readonly view: GradeView,
    private readonly sheets: GradeSheetReader,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(previewGrades)
  async preview(call: Call<typeof previewGrades>): Promise<OutputOf<typeof previewGrades>> {
    const { supervisionId, fileId } = call.input;
    const { seated, against, members } = await this.view.of(supervisionId, call.actor.person);
    if (!isPossible('record-grades', seated.state)) throw fail(previewGrades, 'inspection/supervision-not-in-state');
    if (seated.scale.length === 0) throw fail(previewGrades, 'inspection/no-scale');
    const rows = await this.sheets.rows(fileId, call.actor.id);
    if (rows === undefined) throw fail(previewGrades, 'inspection/file-unknown');
    const judged = 'why' in rows ? rows : judgeSheet(rows, against);
    if ('why' in judged) throw fail(previewGrades, 'inspection/file-unread', { detail: judged.why });
    await this.trail.recordPage(call, { persons: members.map((one) => one.personId), node: seated.nodeId, target: supervisionId });
    return { items: judged, wrong: wrongIn(judged), changes: changesOf(judged).length };
  }
}
