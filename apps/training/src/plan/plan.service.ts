import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { approveTrainingPlan, closeTrainingPlan, openTrainingPlan, type TrainingPlan } from '@vungmanh/contracts/training/plan';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { PlanChange } from './plan-change.js';
import { PlanNumbers } from './plan-numbers.js';
import { PlanPage } from './plan-page.js';
import { TrainingPlanEntity } from './training-plan.entity.js';

/** A plan from its draft to the end of its year. */
@Injectable()
export class PlanService {
  constructor(
    private readonly db: Db,
    private readonly change: PlanChange,
    private readonly page: PlanPage,
    private readonly numbers: PlanNumbers,
  ) {}

  @Rpc(openTrainingPlan)
  async open(call: Call<typeof openTrainingPlan>): Promise<TrainingPlan> {
    const { nodeId, year } = call.input;
    try {
      return await this.db.commit(call, async (tx) => {
        const params: unknown[] = [nodeId];
        const insideSql = call.scope.within('n.id', params);
        const [node] = await tx.query<{ traits: NodeTraits }>(`select n.traits from node_view n where n.id = $1 and ${insideSql}`, params);
        if (!node?.traits.mayHaveCommittee || node.traits.meetsAsCell) throw fail(openTrainingPlan, 'training/no-committee');
        const now = tx.clock.millis();
        const plan = TrainingPlanEntity.draft({ id: newId(now), nodeId, year, documentId: newId(now) });
        await tx.insert(plan);
        tx.about({ node: nodeId, target: plan.id });
        return this.page.of(tx, call.actor, plan.id, (p) => call.scope.within('p.node_id', p));
      });
    } catch (error) {
      throw broke(error, 'training_plan_once') ? fail(openTrainingPlan, 'training/plan-exists') : error;
    }
  }

  @Rpc(approveTrainingPlan)
  approve(call: Call<typeof approveTrainingPlan>): Promise<TrainingPlan> {
    const { approvedOn: on, meeting } = call.input;
    return this.change.apply(call, async (plan, tx) => {
      const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from planned_course where plan_id = $1 and state = 'PLANNED'`, [
        plan.id,
      ]);
      plan.approve({ on, meeting }, { today: tx.clock.today(), lines: row?.n ?? 0 });
      await this.numbers.ask(tx, plan);
    });
  }

  @Rpc(closeTrainingPlan)
  close(call: Call<typeof closeTrainingPlan>): Promise<TrainingPlan> {
    return this.change.apply(call, (plan, tx) => Promise.resolve(plan.close(tx.clock.now())));
  }
}
