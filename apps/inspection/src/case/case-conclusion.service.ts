import { Injectable } from '@nestjs/common';
import type { CaseStanding } from '@vungmanh/contracts/inspection/case';
import { concludeCase, fileCase, followUpCase } from '@vungmanh/contracts/inspection/case-step';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { CasePapers } from '../case-paper/case-papers.js';
import { insertRecommendations } from '../recommendation/insert-recommendations.js';
import { CaseChange } from './case-change.js';
import { finishLineOf } from './case-line.js';
import { tookStep } from './case-step.js';
import { caseText } from './case-text.js';

/** The end of a case: what is concluded and asked for, how that is followed, and the file. */
@Injectable()
export class CaseConclusionService {
  constructor(
    private readonly change: CaseChange,
    private readonly papers: CasePapers,
  ) {}

  @Rpc(concludeCase)
  conclude(call: Call<typeof concludeCase>): Promise<CaseStanding> {
    const { concludedOn, conclusion, recommendations, reason: note } = call.input;
    return this.change.inside(
      call,
      async (open) => {
        const { tx, entity, sealer } = open;
        entity.check('conclude', open.parts);
        entity.conclude(concludedOn, tx.clock.today());
        entity.conclusionSealed = caseText.conclusion.write(sealer, entity.id, conclusion);
        await insertRecommendations(open, recommendations, concludedOn);
        await finishLineOf(tx, entity);
        await tookStep(open, 'conclude', { onDay: concludedOn, note });
        await this.papers.number(open, ['CONCLUSION'], concludedOn);
      },
      call.scope.where('c.node_id'),
    );
  }

  @Rpc(followUpCase)
  followUp(call: Call<typeof followUpCase>): Promise<CaseStanding> {
    return this.change.inside(call, async (open) => {
      open.entity.check('follow-up', open.parts);
      open.entity.go('FOLLOW_UP');
      await tookStep(open, 'follow-up');
    });
  }

  @Rpc(fileCase)
  file(call: Call<typeof fileCase>): Promise<CaseStanding> {
    const { filedOn } = call.input;
    return this.change.inside(call, async (open) => {
      const { tx, entity } = open;
      entity.check('file', open.parts);
      const left = await tx.query(`select 1 from recommendation where case_id = $1 and state <> 'CLOSED' limit 1`, [entity.id]);
      if (left.length > 0) throw fail(fileCase, 'inspection/recommendations-open');
      entity.step('FILED', filedOn, tx.clock.today());
      await tookStep(open, 'file', { onDay: filedOn });
    });
  }
}
