import { Injectable } from '@nestjs/common';
import type { CaseStanding } from '@vungmanh/contracts/inspection/case';
import {
  escalateCase,
  extendCase,
  openHearing,
  receiveSelfReport,
  reportCase,
  terminateCase,
  verifyCase,
  writeCaseMinutes,
} from '@vungmanh/contracts/inspection/case-step';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { CasePapers } from '../case-paper/case-papers.js';
import { CaseChange } from './case-change.js';
import { handOn } from './case-handover.js';
import { tookStep } from './case-step.js';
import { extendedTooFar } from './case-term.rules.js';
import { caseText } from './case-text.js';

/** A case under way: from the self-report to the team's report, and the ways in which it leaves its course. */
@Injectable()
export class CaseCourseService {
  constructor(
    private readonly change: CaseChange,
    private readonly papers: CasePapers,
  ) {}

  @Rpc(receiveSelfReport)
  receive(call: Call<typeof receiveSelfReport>): Promise<CaseStanding> {
    const { receivedOn, reason: note } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity } = open;
      entity.check('receive-self-report', open.parts);
      const files = await tx.query(`select 1 from case_document where case_id = $1 and kind = 'SELF_REPORT' limit 1`, [entity.id]);
      if (files.length === 0 && note === undefined) throw fail(receiveSelfReport, 'inspection/self-report-missing');
      entity.step('SELF_REPORTED', receivedOn, tx.clock.today());
      await tookStep(open, 'receive-self-report', { onDay: receivedOn, note });
    });
  }

  @Rpc(verifyCase)
  verify(call: Call<typeof verifyCase>): Promise<CaseStanding> {
    return this.change.inside(call, async (open) => {
      open.entity.check('verify', open.parts);
      open.entity.step('VERIFYING', call.input.startedOn, open.tx.clock.today());
      await tookStep(open, 'verify', { onDay: call.input.startedOn });
    });
  }

  @Rpc(openHearing)
  openHearing(call: Call<typeof openHearing>): Promise<CaseStanding> {
    return this.change.inside(call, async (open) => {
      open.entity.check('open-hearing', open.parts);
      open.entity.step('HEARING', call.input.openedOn, open.tx.clock.today());
      await tookStep(open, 'open-hearing', { onDay: call.input.openedOn });
    });
  }

  @Rpc(writeCaseMinutes)
  writeMinutes(call: Call<typeof writeCaseMinutes>): Promise<CaseStanding> {
    const { minutes } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity, sealer } = open;
      entity.check('write-minutes', open.parts);
      if (minutes.heldOn > tx.clock.today()) throw fail(writeCaseMinutes, 'inspection/in-the-future');
      if (minutes.heldOn < entity.lastOn) throw fail(writeCaseMinutes, 'inspection/before-last-step');
      entity.minutesSealed = caseText.minutes.write(sealer, entity.id, JSON.stringify(minutes));
      await tookStep(open, 'write-minutes', { onDay: minutes.heldOn });
    });
  }

  @Rpc(reportCase)
  report(call: Call<typeof reportCase>): Promise<CaseStanding> {
    const { reportedOn, report } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity, sealer } = open;
      entity.check('report', open.parts);
      if (entity.minutesSealed === null) throw fail(reportCase, 'inspection/minutes-missing');
      const said = await tx.query('select 1 from case_statement where case_id = $1 limit 1', [entity.id]);
      if (said.length === 0 && report.unheard === undefined) throw fail(reportCase, 'inspection/subject-unheard');
      entity.report(reportedOn, { at: tx.clock.now(), today: tx.clock.today() });
      entity.reportSealed = caseText.report.write(sealer, entity.id, JSON.stringify(report));
      await tookStep(open, 'report', { onDay: reportedOn, note: report.unheard?.reason });
      await this.papers.number(open, ['MINUTES', 'REPORT'], reportedOn);
    });
  }

  @Rpc(extendCase)
  extend(call: Call<typeof extendCase>): Promise<CaseStanding> {
    const { workTo, reason: note } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity } = open;
      entity.check('extend', open.parts);
      const of = { actor: entity.actor, kind: entity.kind, startedOn: entity.announcedOn ?? entity.openedOn, used: entity.extended };
      const deviations = extendedTooFar(of, workTo, await ruleContextOf(tx, entity.nodeId));
      entity.extend(workTo);
      await tookStep(open, 'extend', { onDay: workTo, note, deviations });
    });
  }

  @Rpc(escalateCase)
  escalate(call: Call<typeof escalateCase>): Promise<CaseStanding> {
    return this.change.inside(call, async (open) => {
      open.entity.check('escalate', open.parts);
      open.entity.escalate(call.input.target);
      await handOn(open, call.input);
      await tookStep(open, 'escalate', { note: call.input.reason });
    });
  }

  @Rpc(terminateCase)
  terminate(call: Call<typeof terminateCase>): Promise<CaseStanding> {
    return this.change.inside(call, async (open) => {
      open.entity.check('terminate', open.parts);
      open.entity.go('TERMINATED');
      await tookStep(open, 'terminate', { note: call.input.reason });
    });
  }
}
