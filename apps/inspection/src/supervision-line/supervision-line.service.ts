import { Injectable } from '@nestjs/common';
import {
  answerSupervision,
  memberReferred,
  noteMonth,
  proposeForMember,
  remindMember,
  reportMember,
  type SupervisionLineStanding,
} from '@vungmanh/contracts/inspection/supervision-line';
import { newId } from '@vungmanh/contracts/new-id';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { sealNote } from '../labor-grade/grades-of.js';
import { isDayOf, isMonthOpen } from '../member-supervision/supervision.rules.js';
import { SupervisionLineChange } from './line-change.js';
import { answerText, reminderText } from './line-page.js';
import { offersAt } from './supervision-line.rules.js';

/** What the committee of the cell writes of a member's duties and tasks, and what the member says to it. */
@Injectable()
export class SupervisionLineService {
  constructor(private readonly change: SupervisionLineChange) {}

  @Rpc(noteMonth)
  note(call: Call<typeof noteMonth>): Promise<SupervisionLineStanding> {
    const { supervisionLineId: lineId, month, note } = call.input;
    return this.change.apply(call, 'note', async (_line, { tx, quarter, sealer, today }) => {
      if (!isMonthOpen(quarter, month, today)) throw fail(noteMonth, 'inspection/month-out-of-quarter');
      await tx.query(
        `insert into supervision_month (line_id, month, note_sealed) values ($1, $2, $3)
         on conflict (line_id, month) do update set note_sealed = excluded.note_sealed`,
        [lineId, month, sealNote(sealer, lineId, month, note)],
      );
    });
  }

  @Rpc(remindMember)
  remind(call: Call<typeof remindMember>): Promise<SupervisionLineStanding> {
    const { on, place, text } = call.input;
    return this.change.apply(call, 'remind', async (line, { tx, quarter, sealer, by, today }) => {
      if (!isDayOf(quarter, on, today)) throw fail(remindMember, 'inspection/day-refused');
      const id = newId(tx.clock.millis());
      line.reminded();
      await tx.query('insert into supervision_reminder (id, line_id, given_on, place, text_sealed, by_id) values ($1, $2, $3, $4, $5, $6)', [
        id,
        line.id,
        on,
        place,
        reminderText.write(sealer, id, text),
        by,
      ]);
    });
  }

  @Rpc(proposeForMember)
  propose(call: Call<typeof proposeForMember>): Promise<SupervisionLineStanding> {
    const { kind } = call.input;
    return this.change.apply(call, 'propose', (line, acting) => {
      line.propose(call.input, offersAt(acting.managedAbove, acting.today), acting);
      if (kind !== 'REFER') return;
      const { id, version, supervisionId, bodyId, nodeId, personId } = line;
      acting.tx.publish(memberReferred, { id, version: version + 1, supervisionId, bodyId, nodeId, personId, quarter: acting.quarter });
    });
  }

  @Rpc(reportMember)
  report(call: Call<typeof reportMember>): Promise<SupervisionLineStanding> {
    return this.change.apply(call, 'report', (line, acting) => {
      if (!isDayOf(acting.quarter, call.input.on, acting.today)) throw fail(reportMember, 'inspection/day-refused');
      line.reportInWriting(call.input, offersAt(acting.managedAbove, acting.today), acting);
    });
  }

  @Rpc(answerSupervision)
  answer(call: Call<typeof answerSupervision>): Promise<SupervisionLineStanding> {
    return this.change.apply(call, 'answer', async (line, { tx, sealer }) => {
      const id = newId(tx.clock.millis());
      line.answered();
      await tx.query('insert into supervision_answer (id, line_id, at, text_sealed) values ($1, $2, $3, $4)', [
        id,
        line.id,
        tx.clock.now(),
        answerText.write(sealer, id, call.input.text),
      ]);
    });
  }
}
