import { Injectable } from '@nestjs/common';
import type { RecommendationAct, RecommendationStanding } from '@vungmanh/contracts/inspection/recommendation';
import { newId } from '@vungmanh/contracts/new-id';
import type { Command } from '@vungmanh/contracts/operation';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import type { z } from 'zod';
import { followsSql, isDoerSql } from './recommendation-page.js';
import { RecommendationEntity, recommendationText } from './recommendation.entity.js';
import type { Relation } from './recommendation.rules.js';
import { tellRecommendation } from './recommendation-told.js';

type RecommendationCommand = Command & { readonly input: z.ZodType<{ recommendationId: string }>; readonly output: typeof RecommendationStanding };
interface Open {
  readonly tx: Tx;
  readonly entity: RecommendationEntity;
  readonly relation: Relation;
}

/** One act on a recommendation: found for who has to do with it, locked, changed by its verbs, told to everybody. */
@Injectable()
export class RecommendationChange {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
  ) {}

  apply(
    call: Call<RecommendationCommand>,
    written: { act: RecommendationAct; text: string },
    act: (open: Open) => void | Promise<void>,
  ): Promise<RecommendationStanding> {
    return this.db.commit(call, async (tx) => {
      const { recommendationId } = call.input;
      const { person } = call.actor;
      if (person === undefined) throw refuse('request/not-found');
      const [relation] = await tx.query<Relation & { listed: boolean }>(
        `select ${isDoerSql} as doer, ${followsSql} as follows,
           exists (select 1 from inspection_case c where c.id = r.case_id and $1 = any(c.listed_ids)) as listed
         from recommendation r where r.id = $3`,
        [person, tx.clock.today(), recommendationId],
      );
      if (!relation || !Object.values(relation).includes(true)) throw refuse('request/not-found');
      countStatement();
      const entity = await tx.manager.findOne(RecommendationEntity, { where: { id: recommendationId }, lock: { mode: 'pessimistic_write' } });
      if (!entity) throw refuse('request/not-found');
      tx.expectVersion(call, entity);
      await act({ tx, entity, relation });
      await tx.update(entity);
      const id = newId(tx.clock.millis());
      await tx.query('insert into recommendation_step (id, recommendation_id, at, act, by_id, text_sealed) values ($1, $2, $3, $4, $5, $6)', [
        id,
        entity.id,
        tx.clock.now(),
        written.act,
        person,
        recommendationText.step.write(this.sealer, id, written.text),
      ]);
      await tellRecommendation(tx, entity);
      tx.about({ node: entity.nodeId, target: entity.id, persons: entity.doerId === null ? [] : [entity.doerId] });
      return { id: entity.id, version: entity.version, state: entity.state };
    });
  }
}
