import { Injectable } from '@nestjs/common';
import {
  extendRecommendation,
  recheckRecommendation,
  reportRecommendation,
  type RecommendationStanding,
} from '@vungmanh/contracts/inspection/recommendation';
import { newId } from '@vungmanh/contracts/new-id';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Files } from '@vungmanh/platform/files';
import { namesSecret } from '@vungmanh/platform/names-secret';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { RecommendationChange } from './recommendation-change.js';
import { recommendationText } from './recommendation.entity.js';

/** What becomes of a recommendation: its doer reports with evidence, the body looks again and closes or reopens it. */
@Injectable()
export class RecommendationService {
  constructor(
    private readonly change: RecommendationChange,
    private readonly files: Files,
    private readonly sealer: Sealer,
  ) {}

  @Rpc(reportRecommendation)
  async report(call: Call<typeof reportRecommendation>): Promise<RecommendationStanding> {
    const { text, evidence } = call.input;
    if (evidence.some((one) => one.classification !== 'ORDINARY' || namesSecret(one.name)))
      throw fail(reportRecommendation, 'inspection/secret-document');
    return this.change.apply(call, { act: 'report', text }, async ({ tx, entity, relation }) => {
      entity.report(relation);
      for (const { fileId, name } of evidence) {
        const file = await this.files.attach(fileId, call.actor.id);
        if (!file) throw fail(reportRecommendation, 'inspection/file-missing');
        const id = newId(tx.clock.millis());
        const attached = await tx.query(
          `insert into recommendation_evidence (id, recommendation_id, file_id, name_sealed, type, bytes, attached_at) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (file_id) do nothing returning id`,
          [id, entity.id, fileId, recommendationText.evidence.write(this.sealer, id, name), file.type, file.size, tx.clock.now()],
        );
        // A file belongs to one thing.
        if (attached.length === 0) throw fail(reportRecommendation, 'inspection/file-missing');
      }
    });
  }

  @Rpc(recheckRecommendation)
  recheck(call: Call<typeof recheckRecommendation>): Promise<RecommendationStanding> {
    const { note, closed, dueOn } = call.input;
    return this.change.apply(call, { act: 'recheck', text: note }, ({ tx, entity, relation }) =>
      entity.recheck({ closed, dueOn }, relation, tx.clock.today()),
    );
  }

  @Rpc(extendRecommendation)
  extend(call: Call<typeof extendRecommendation>): Promise<RecommendationStanding> {
    const { dueOn, reason } = call.input;
    return this.change.apply(call, { act: 'extend', text: reason }, ({ tx, entity, relation }) => entity.extend(dueOn, relation, tx.clock.today()));
  }
}
