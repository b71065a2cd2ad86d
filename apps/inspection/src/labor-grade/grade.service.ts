import { Injectable } from '@nestjs/common';
import { importGrades, recordGrades } from '@vungmanh/contracts/inspection/labor-grade';
import type { MemberSupervision } from '@vungmanh/contracts/inspection/member-supervision';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { isMonthOpen } from '../member-supervision/supervision.rules.js';
import { supervisionOf } from '../member-supervision/supervision-page.js';
import { lockSupervision } from '../member-supervision/lock-supervision.js';
import { againstOf, type CellMember, namedIn, seatedIn, type SeatedIn, writeGrades } from './cell-grades.js';
import { GradeSheetReader } from './sheet-reader.js';
import { changesOf, judgeSheet, wrongIn } from './judge-sheet.js';

interface Grade {
  readonly lineId: string;
  readonly month: string;
  readonly grade?: string | undefined;
}

/** Monthly grades as the cell has decided them, typed or taken over from a sheet. They are written down, and worked out into nothing. */
@Injectable()
export class GradeService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly sheets: GradeSheetReader,
    private readonly clock: Clock,
  ) {}

  @Rpc(recordGrades)
  record(call: Call<typeof recordGrades>): Promise<MemberSupervision> {
    const { cells } = call.input;
    return this.change(call, async (tx, { quarter, scale }) => {
      if (scale.length === 0) throw fail(recordGrades, 'inspection/no-scale');
      const today = tx.clock.today();
      if (!cells.every(({ month }) => isMonthOpen(quarter, month, today))) throw fail(recordGrades, 'inspection/month-out-of-quarter');
      if (!cells.every(({ grade }) => grade === undefined || scale.includes(grade))) throw fail(recordGrades, 'inspection/grade-unknown');
      return cells;
    });
  }

  @Rpc(importGrades)
  async import(call: Call<typeof importGrades>): Promise<MemberSupervision> {
    const { fileId, supervisionId } = call.input;
    await seatedIn(this.db, { supervisionId, person: call.actor.person, today: this.clock.today() });
    const rows = await this.sheets.rows(fileId, call.actor.id);
    if (rows === undefined) throw fail(importGrades, 'inspection/file-unknown');
    if ('why' in rows) throw fail(importGrades, 'inspection/file-unread', { detail: rows.why });
    return this.change(call, async (tx, seated, members) => {
      if (seated.scale.length === 0) throw fail(importGrades, 'inspection/no-scale');
      const judged = judgeSheet(rows, await againstOf(tx, this.sealer, { supervisionId, today: tx.clock.today(), ...seated }, members));
      if ('why' in judged) throw fail(importGrades, 'inspection/file-unread', { detail: judged.why });
      if (wrongIn(judged) > 0) throw fail(importGrades, 'inspection/sheet-has-errors');
      return changesOf(judged);
    });
  }

  private change(
    call: Call<typeof recordGrades> | Call<typeof importGrades>,
    decide: (tx: Tx, seated: SeatedIn, members: readonly CellMember[]) => Promise<readonly Grade[]>,
  ): Promise<MemberSupervision> {
    const { supervisionId } = call.input;
    return this.db.commit<typeof recordGrades | typeof importGrades>(call, async (tx) => {
      const seated = await seatedIn(tx, { supervisionId, person: call.actor.person, today: tx.clock.today() });
      const supervision = await lockSupervision(tx, supervisionId);
      tx.expectVersion(call, supervision);
      supervision.check('record-grades');
      const members = await namedIn(tx, supervisionId);
      const grades = await decide(tx, seated, members);
      const persons = new Map(members.map((one) => [one.lineId, one.personId]));
      const about = [...new Set(grades.map((one) => persons.get(one.lineId)))];
      if (about.includes(undefined)) throw refuse('request/not-found');
      tx.about({ node: supervision.nodeId, target: supervision.id, persons: about.filter((id) => id !== undefined) });
      await writeGrades(tx, this.sealer, grades);
      await tx.update(supervision);
      const shown = await supervisionOf(tx, (params) => `m.id = $${params.push(supervisionId)}`);
      if (!shown) throw refuse('request/not-found');
      return shown;
    });
  }
}
