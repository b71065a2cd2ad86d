import { Injectable } from '@nestjs/common';
import { acknowledgeWrittenReport, answerWrittenReport, reportInWriting, WrittenReportStanding } from '@vungmanh/contracts/inspection/written-report';
import type { Command, OutputOf } from '@vungmanh/contracts/operation';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { z } from 'zod';
import { mustReport } from '../case/case-order.rules.js';
import { aimedAt, checkActor, checkConflicts } from '../case/case-stand.js';
import { lockReport } from './find-report.js';
import { reportText } from './report-text.js';
import { receiversOf } from './receivers.js';
import { sendReport } from './send-report.js';
import type { WrittenReportEntity } from './written-report.entity.js';

/** What a body may not look into itself, told in writing to the committee that is competent, and to nobody else; and what that committee does with it. */
@Injectable()
export class WrittenReportService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
  ) {}

  @Rpc(reportInWriting)
  send(call: Call<typeof reportInWriting>): Promise<OutputOf<typeof reportInWriting>> {
    const { nodeId, actor, kind, subjectId, datedOn, ...written } = call.input;
    return this.db.commit(call, async (tx) => {
      const today = tx.clock.today();
      const { person, onBehalfOf } = call.actor;
      if (person === undefined || onBehalfOf !== undefined) throw fail(reportInWriting, 'inspection/no-person');
      if (datedOn > today) throw fail(reportInWriting, 'inspection/in-the-future');
      await checkActor(tx, nodeId, actor);
      const aim = await aimedAt(tx, { nodeId, subject: 'MEMBER', subjectId }, { from: datedOn, today });
      if (mustReport({ actor, kind, subject: 'MEMBER', ...aim }, today) === undefined) throw fail(reportInWriting, 'inspection/competent-itself');
      const to = await receiversOf(tx, { nodeId, subjectId, today });
      if (!to) throw fail(reportInWriting, 'inspection/nobody-to-tell');
      const about = { nodeId, actor, kind, subject: 'MEMBER' as const, subjectId, datedOn, fromCaseId: null };
      const id = await sendReport(tx, this.sealer, { ...about, toNodeId: to.nodeId, receiverIds: to.personIds, by: person }, written);
      // Its subject is not told here: what becomes of it is the competent committee's to say.
      tx.about({ node: nodeId, target: id });
      return { id };
    });
  }

  @Rpc(acknowledgeWrittenReport)
  acknowledge(call: Call<typeof acknowledgeWrittenReport>): Promise<WrittenReportStanding> {
    const { handlerId } = call.input;
    return this.change(call, async (tx, report, person) => {
      report.acknowledge(person, tx.clock.now(), handlerId);
      if (handlerId === undefined) return;
      const known = await tx.query('select 1 from person_name where person_id = $1', [handlerId]);
      if (known.length === 0) throw fail(acknowledgeWrittenReport, 'inspection/handler-unknown');
      await checkConflicts(tx, report, [handlerId], tx.clock.today());
    });
  }

  @Rpc(answerWrittenReport)
  answer(call: Call<typeof answerWrittenReport>): Promise<WrittenReportStanding> {
    const { answer } = call.input;
    return this.change(call, (_tx, report, person) => report.answer(person, reportText.answer.write(this.sealer, report.id, answer)));
  }

  private change(
    call: Call<Command & { readonly input: z.ZodType<{ reportId: string }>; readonly output: typeof WrittenReportStanding }>,
    act: (tx: Tx, report: WrittenReportEntity, person: string) => void | Promise<void>,
  ): Promise<WrittenReportStanding> {
    return this.db.commit(call, async (tx) => {
      const { person } = call.actor;
      const report = person === undefined ? null : await lockReport(tx, call.input.reportId, person);
      if (!report || person === undefined) throw refuse('request/not-found');
      tx.expectVersion(call, report);
      await act(tx, report, person);
      await tx.update(report);
      tx.about({ node: report.toNodeId, target: report.id });
      return { id: report.id, version: report.version, state: report.state };
    });
  }
}
