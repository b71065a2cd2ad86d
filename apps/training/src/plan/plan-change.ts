import { Injectable } from '@nestjs/common';
import type { Command } from '@vungmanh/contracts/operation';
import { type PlanAmendmentType, TrainingPlan } from '@vungmanh/contracts/training/plan';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import type { z } from 'zod';
import { PlanPage } from './plan-page.js';
import { TrainingPlanEntity } from './training-plan.entity.js';

type PlanCommand = Command & { readonly input: z.ZodType<{ planId: string }>; readonly output: typeof TrainingPlan };
type Changing = Command & { readonly input: z.ZodType<{ planId: string; reason?: string | undefined }>; readonly output: typeof TrainingPlan };

/** One act on a plan: found in scope, locked, changed, shown. */
@Injectable()
export class PlanChange {
  constructor(
    private readonly db: Db,
    private readonly page: PlanPage,
  ) {}

  apply<O extends PlanCommand>(call: Call<O>, act: (plan: TrainingPlanEntity, tx: Tx) => Promise<void>): Promise<TrainingPlan> {
    return this.db.commit<PlanCommand>(call, async (tx) => {
      const plan = await lockPlan(tx, call, call.input.planId);
      tx.expectVersion(call, plan);
      await act(plan, tx);
      await tx.update(plan);
      return this.page.of(tx, call.actor, plan.id, (params) => call.scope.within('p.node_id', params));
    });
  }

  /** The same for a change of what it holds: of an approved plan one more amendment with its reason. `act` answers which course it is about. */
  amend<O extends Changing>(
    call: Call<O>,
    type: PlanAmendmentType,
    act: (plan: TrainingPlanEntity, tx: Tx) => Promise<string>,
  ): Promise<TrainingPlan> {
    const { reason } = call.input;
    return this.apply(call, async (plan, tx) => {
      const number = plan.change(reason);
      const courseId = await act(plan, tx);
      if (number === undefined) return;
      await tx.query(
        'insert into training_amendment (plan_id, number, at, account_id, type, course_id, reason) values ($1, $2, $3, $4, $5, $6, $7)',
        [plan.id, number, tx.clock.now(), call.actor.id, type, courseId, reason],
      );
    });
  }
}

/** A plan of the caller's scope, locked until the transaction ends. Also says in the audit row what the command is about. */
async function lockPlan(tx: Tx, { scope }: Pick<Call, 'scope'>, planId: string): Promise<TrainingPlanEntity> {
  const { sql, parameters } = scope.where('p.node_id');
  const plan = await tx.manager
    .createQueryBuilder(TrainingPlanEntity, 'p')
    .setLock('pessimistic_write')
    .where('p.id = :planId', { planId })
    .andWhere(sql, parameters)
    .getOne();
  if (plan === null) throw refuse('request/not-found');
  tx.about({ node: plan.nodeId, target: plan.id });
  return plan;
}
