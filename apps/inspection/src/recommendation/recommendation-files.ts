import { Injectable } from '@nestjs/common';
import type { downloadRecommendationEvidence } from '@vungmanh/contracts/inspection/recommendation';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { opened } from '../case/case-text.js';
import { isDoerSql } from './recommendation-page.js';
import { recommendationText } from './recommendation.entity.js';

/** The evidence of what was done: for its doer, and for who is on the list of the case. */
@Injectable()
export class RecommendationFiles {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly trail: ReadTrail,
    private readonly clock: Clock,
  ) {}

  async download(call: Call<typeof downloadRecommendationEvidence>): Promise<OutputOf<typeof downloadRecommendationEvidence>> {
    const { recommendationId, documentId } = call.input;
    const [found] = await this.db.query<{ fileId: string; name_sealed: string; type: string; nodeId: string; doerId: string | null }>(
      `select e.file_id as "fileId", e.name_sealed, e.type, r.node_id as "nodeId", r.doer_id as "doerId"
       from recommendation_evidence e join recommendation r on r.id = e.recommendation_id
       where r.id = $3 and e.id = $4
         and (${isDoerSql} or exists (select 1 from inspection_case c where c.id = r.case_id and $1 = any(c.inner_ids)))`,
      [call.actor.person ?? null, this.clock.today(), recommendationId, documentId],
    );
    if (!found) throw refuse('request/not-found');
    await this.trail.recordRead(call, { persons: found.doerId === null ? [] : [found.doerId], node: found.nodeId, target: documentId });
    return { fileId: found.fileId, name: opened(recommendationText.evidence, this.sealer, documentId, found.name_sealed), type: found.type };
  }
}
