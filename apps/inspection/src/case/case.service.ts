import { Injectable } from '@nestjs/common';
import { openCase, type CaseStanding } from '@vungmanh/contracts/inspection/case';
import { announceCase, decideCase, planCase, setTeam } from '@vungmanh/contracts/inspection/case-step';
import { newId } from '@vungmanh/contracts/new-id';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { CasePapers } from '../case-paper/case-papers.js';
import { checkTeam } from '../line/team.js';
import { CaseChange, type OpenCase } from './case-change.js';
import { CaseEntity } from './case.entity.js';
import { takeUpReport } from './case-handover.js';
import { checkLine } from './case-line.js';
import { checkPeriod, missingForDecision, mustReport } from './case-order.rules.js';
import { aimedAt, checkActor, checkConflicts } from './case-stand.js';
import { delist, enlist, tookStep } from './case-step.js';
import { announceBy, announcedLate, periodTooLong, teamTooLarge, termTooLong } from './case-term.rules.js';
import { caseText } from './case-text.js';
import { checkThematic } from './thematic.js';

/** A case is prepared: opened, its team named, planned, decided, and announced to its subject. */
@Injectable()
export class CaseService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly change: CaseChange,
    private readonly papers: CasePapers,
  ) {}

  @Rpc(openCase)
  async open(call: Call<typeof openCase>): Promise<CaseStanding> {
    try {
      return await this.opened(call);
    } catch (error) {
      // Another case on whose list the person need not be.
      if (broke(error, 'inspection_case_line')) throw fail(openCase, 'inspection/line-unfit');
      throw broke(error, 'inspection_case_report') ? fail(openCase, 'inspection/report-unfit') : error;
    }
  }

  private opened(call: Call<typeof openCase>): Promise<CaseStanding> {
    const { content, leaderId, teamIds, planLineId, fromReportId, dispersed, groups, ...order } = call.input;
    return this.db.commit(call, async (tx) => {
      const today = tx.clock.today();
      const { person, onBehalfOf } = call.actor;
      if (person === undefined || onBehalfOf !== undefined) throw fail(openCase, 'inspection/no-person');
      checkPeriod(order, today);
      await checkActor(tx, order.nodeId, order.actor);
      const aim = await aimedAt(tx, order, { from: order.periodFrom, today });
      const told = mustReport({ ...order, ...aim }, today);
      if (told !== undefined) throw fail(openCase, 'inspection/report-in-writing', { detail: told });
      // A line of the approved program was held against the condition when it was planned.
      if (planLineId === undefined) await checkThematic(tx, { ...order, dispersed, groups }, today);
      const team = [...(leaderId === undefined ? [] : [leaderId]), ...teamIds.filter((id) => id !== leaderId)];
      await checkTeam(tx, order.nodeId, { leaderId, teamIds });
      await checkConflicts(tx, order, [person, ...team], today);
      if (planLineId !== undefined) await checkLine(tx, planLineId, order);
      if (fromReportId !== undefined) await takeUpReport(tx, fromReportId, { ...order, person });
      const id = newId(tx.clock.millis());
      const entity: CaseEntity = Object.assign(new CaseEntity(), order, {
        id,
        planLineId: planLineId ?? null,
        fromReportId: fromReportId ?? null,
        leaderId: leaderId ?? null,
        teamIds: team.filter((one) => one !== leaderId),
        state: 'PLANNED',
        openedOn: today,
        lastOn: order.periodTo,
        extended: 0,
        decidedIds: [],
        contentSealed: caseText.content.write(this.sealer, id, content),
        listedIds: [...new Set([person, ...team])],
        innerIds: [...new Set([person, ...team])],
      });
      await tx.insert(entity);
      const open = { tx, entity, person, sealer: this.sealer };
      await enlist(open, [{ personId: person, part: 'DECIDER' }, ...partsOf(entity)], 'Lập hồ sơ cuộc kiểm tra, giám sát');
      await tookStep(open, 'open', { note: declared(dispersed, groups) });
      tx.about({ node: entity.nodeId, target: id });
      return { id, version: entity.version, state: entity.state };
    });
  }

  @Rpc(setTeam)
  setTeam(call: Call<typeof setTeam>): Promise<CaseStanding> {
    const { leaderId, reason } = call.input;
    return this.change.inside(
      call,
      async (open) => {
        const { tx, entity } = open;
        entity.check('set-team', open.parts);
        if (entity.state !== 'PLANNED' && reason === undefined) throw fail(setTeam, 'inspection/reason-missing');
        const teamIds = [...new Set(call.input.teamIds)].filter((id) => id !== leaderId);
        await checkTeam(tx, entity.nodeId, { leaderId, teamIds });
        await checkConflicts(tx, entity, [leaderId, ...teamIds], tx.clock.today());
        const context = await ruleContextOf(tx, entity.nodeId);
        const deviations = teamTooLarge(entity, teamIds.length + 1, entity.decidedOn ?? tx.clock.today(), context);
        Object.assign(entity, { leaderId, teamIds });
        await this.replaceTeam(open, reason ?? 'Phân công đoàn, tổ');
        await tookStep(open, 'set-team', { note: reason, deviations });
      },
      call.scope.where('c.node_id'),
    );
  }

  @Rpc(planCase)
  plan(call: Call<typeof planCase>): Promise<CaseStanding> {
    return this.change.inside(call, async (open) => {
      open.entity.check('plan', open.parts);
      open.entity.planSealed = caseText.plan.write(this.sealer, open.entity.id, JSON.stringify(call.input.plan));
      await tookStep(open, 'plan');
    });
  }

  @Rpc(decideCase)
  decide(call: Call<typeof decideCase>): Promise<CaseStanding> {
    const { reason: note, ...days } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity } = open;
      entity.check('decide', open.parts);
      const missing = missingForDecision({ leader: entity.leaderId !== null, planned: entity.planSealed !== null });
      if (missing.length > 0) throw fail(decideCase, 'inspection/decision-incomplete', { detail: missing.join(' ') });
      const context = await ruleContextOf(tx, entity.nodeId);
      const deviations = [
        ...teamTooLarge(entity, entity.teamIds.length + 1, days.decidedOn, context),
        ...periodTooLong(entity, entity.periodFrom, days.decidedOn, context),
        ...termTooLong(entity, { from: days.workFrom, to: days.workTo }, context),
      ];
      entity.decide(days, announceBy(days.decidedOn, context), tx.clock.today());
      await tookStep(open, 'decide', { onDay: days.decidedOn, note, deviations });
      await this.papers.number(open, ['DECISION', 'PLAN'], days.decidedOn);
    });
  }

  @Rpc(announceCase)
  announce(call: Call<typeof announceCase>): Promise<CaseStanding> {
    const { announcedOn, reason: note } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity } = open;
      entity.check('announce', open.parts);
      const today = tx.clock.today();
      const deviations = announcedLate(entity.decidedOn ?? announcedOn, announcedOn, await ruleContextOf(tx, entity.nodeId));
      entity.announce(announcedOn, today);
      const told = entity.subject === 'MEMBER' ? [entity.subjectId] : await speakersOf(open, entity.subjectId, today);
      const outside = told.filter((id) => !entity.innerIds.includes(id));
      if (outside.length === 0) throw fail(announceCase, 'inspection/nobody-to-tell');
      await enlist(
        open,
        outside.map((personId) => ({ personId, part: 'SUBJECT' })),
        'Triển khai quyết định đến đối tượng',
      );
      await tookStep(open, 'announce', { onDay: announcedOn, note, deviations });
    });
  }

  /** Whoever is not of the new team leaves the list, unless they have another part; the others come to it. */
  private async replaceTeam(open: OpenCase, reason: string): Promise<void> {
    const rows = await open.tx.query<{ id: string; personId: string; part: string }>(
      `select id, person_id as "personId", part from case_access where case_id = $1 and until is null and part in ('LEADER', 'TEAM')`,
      [open.entity.id],
    );
    const wanted = partsOf(open.entity);
    const gone = rows.filter((row) => !wanted.some((w) => w.personId === row.personId && w.part === row.part));
    await delist(
      open,
      gone.map((row) => row.id),
    );
    await enlist(open, wanted, reason);
  }
}

const partsOf = ({ leaderId, teamIds }: CaseEntity) => [
  ...(leaderId === null ? [] : [{ personId: leaderId, part: 'LEADER' } as const]),
  ...teamIds.map((personId) => ({ personId, part: 'TEAM' }) as const),
];

/** Who speaks for an organization: its secretary and deputies. */
async function speakersOf({ tx }: OpenCase, nodeId: string, today: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct s.person_id as id from seat_view s join body_view b on b.id = s.body_id
     where b.node_id = $1 and s.post in ('SECRETARY', 'STANDING_DEPUTY', 'DEPUTY')
       and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date)`,
    [nodeId, today],
  );
  return rows.map((row) => row.id);
}

/** What a cell said of itself for supervision by theme, as it stands with the first step. */
const declared = (dispersed: boolean, groups: number): string | undefined =>
  dispersed || groups > 0
    ? ['Chi bộ khai:', ...(dispersed ? ['đảng viên hoạt động phân tán'] : []), ...(groups > 0 ? [`${groups} tổ đảng`] : [])].join(' ')
    : undefined;
