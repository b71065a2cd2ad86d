import { Injectable } from '@nestjs/common';
import { acceptAppeal, deliverAnswer, refuseAppeal, settleAppeal, submitAppeal } from '@vungmanh/contracts/inspection/appeal';
import type { DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import { newId } from '@vungmanh/contracts/new-id';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { disciplineForms } from '@vungmanh/regulations/discipline-vote';
import { appealBody } from '../discipline/appeal-body.js';
import { appealTerm } from '../discipline/clock.rules.js';
import { type Acting, DisciplineChange } from '../discipline/discipline-change.js';
import { addNote } from '../discipline/discipline-note.js';
import { dismissedBodies } from '../discipline/held-seats.js';
import { DisciplineNumbers } from '../discipline/discipline-numbers.js';
import { tellEnded, tellInEffect } from '../discipline/discipline-told.js';
import { expectDay } from '../discipline/discipline.rules.js';
import { AppealEntity } from './appeal.entity.js';
import { appealsOf } from './appeals-of.js';

/** Appeals against a decision: one level at a time, from the member to the commission above, whose answer changes the decision by its verbs. */
@Injectable()
export class AppealService {
  constructor(
    private readonly change: DisciplineChange,
    private readonly numbers: DisciplineNumbers,
  ) {}

  @Rpc(submitAppeal)
  submit(call: Call<typeof submitAppeal>): Promise<DisciplineStanding> {
    const { text, on, disciplineId } = call.input;
    return this.change.apply(call, 'appeal', async (acting) => {
      const { found, tx, today, by } = acting;
      expectDay(on, today, found.effectiveOn);
      // The member's own leaves today; on paper it may have been on its way.
      if (found.personId === by && on !== today) throw fail(submitAppeal, 'inspection/in-the-future');
      const settled = (await appealsOf(tx, disciplineId, today, {})).findLast((one) => one.shown.state === 'SETTLED');
      const term = appealTerm({ ...found, answer: settled?.shown.delivered ?? (settled && 'AWAITED') }, on);
      if (term !== undefined && term.until !== undefined && !term.open) throw fail(submitAppeal, 'inspection/appeal-too-late');
      const next = await appealBody(tx, settled?.nodeId ?? found.deciding.nodeId);
      if (next === undefined) throw fail(submitAppeal, 'inspection/appeal-beyond');
      found.appeal(next.nodeId);
      await tx.insert(
        Object.assign(new AppealEntity(), {
          id: newId(tx.clock.millis()),
          version: 1,
          disciplineId,
          nodeId: next.nodeId,
          at: new Date(tx.clock.millis()),
          onDay: on,
          state: 'SUBMITTED' as const,
          acceptedOn: null,
          closedOn: null,
          ground: null,
          outcome: null,
          form: null,
          delivery: null,
          deliveredOn: null,
        }),
      );
      await this.note(acting, 'APPEAL', text);
    });
  }

  @Rpc(acceptAppeal)
  accept(call: Call<typeof acceptAppeal>): Promise<DisciplineStanding> {
    const { on } = call.input;
    return this.change.apply(call, 'accept-appeal', async (acting) => {
      const appeal = await this.running(acting, (one) => one.accept(on, acting.today));
      await this.number(acting, 'APPEAL_NOTICE', { appeal, on });
    });
  }

  @Rpc(refuseAppeal)
  refuse(call: Call<typeof refuseAppeal>): Promise<DisciplineStanding> {
    const { on, ground, reason } = call.input;
    return this.change.apply(call, 'refuse-appeal', async (acting) => {
      const appeal = await this.running(acting, (one) => one.refuse(ground, on, acting.today));
      acting.found.closeAppeal();
      await this.note(acting, 'APPEAL_ANSWER', reason);
      await this.number(acting, 'APPEAL_REFUSAL', { appeal, on });
    });
  }

  @Rpc(settleAppeal)
  settle(call: Call<typeof settleAppeal>): Promise<DisciplineStanding> {
    const { on, outcome, form, dismissedFrom, reason } = call.input;
    return this.change.apply(call, 'settle-appeal', async (acting) => {
      const { found, tx, today } = acting;
      if ((outcome === 'CHANGED') !== (form !== undefined)) throw fail(settleAppeal, 'inspection/form-missing');
      if (form !== undefined && !disciplineForms(found.subject, on).includes(form)) throw fail(settleAppeal, 'inspection/form-unfit');
      const appeal = await this.running(acting, (one) => one.settle({ outcome, form, on }, today));
      found.closeAppeal();
      if (form !== undefined) {
        found.changeForm(form, await dismissedBodies(tx, found, { form, on, dismissedFrom }));
        tellInEffect(tx, found, { from: on });
      }
      if (outcome === 'ANNULLED') {
        found.annul(on);
        tellEnded(tx, found, true);
      }
      await this.note(acting, 'APPEAL_ANSWER', reason);
      await this.number(acting, 'APPEAL_DECISION', { appeal, on });
    });
  }

  @Rpc(deliverAnswer)
  deliver(call: Call<typeof deliverAnswer>): Promise<DisciplineStanding> {
    const { on, how } = call.input;
    return this.change.apply(call, 'deliver-answer', async (acting) => {
      await this.running(acting, (appeal) => appeal.deliver(how, on, acting.today));
    });
  }

  private number(
    { tx, found }: Acting,
    kind: 'APPEAL_NOTICE' | 'APPEAL_REFUSAL' | 'APPEAL_DECISION',
    { appeal, on }: { appeal: AppealEntity; on: string },
  ): Promise<unknown> {
    const { id: aboutId, nodeId } = appeal;
    return this.numbers.ask(tx, { disciplineId: found.id, kind, aboutId, nodeId, actor: 'INSPECTION_COMMISSION', date: on });
  }

  private async running({ found, tx }: Acting, act: (appeal: AppealEntity) => void): Promise<AppealEntity> {
    const last = await tx.manager.findOne(AppealEntity, { where: { disciplineId: found.id }, order: { at: 'DESC' } });
    if (last === null) throw fail(acceptAppeal, 'inspection/no-appeal');
    act(last);
    await tx.update(last);
    return last;
  }

  private note({ found, tx, by }: Acting, kind: 'APPEAL' | 'APPEAL_ANSWER', text: string): Promise<void> {
    return addNote(tx, this.change.sealer, { disciplineId: found.id, kind, by, text });
  }
}
