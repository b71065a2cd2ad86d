import type { NewRecommendation } from '@vungmanh/contracts/inspection/recommendation';
import { newId } from '@vungmanh/contracts/new-id';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken } from '@vungmanh/platform/problem';
import type { OpenCase } from '../case/case-change.js';
import { RecommendationEntity, recommendationText } from './recommendation.entity.js';
import { tellRecommendation } from './recommendation-told.js';

/** Stores what a conclusion asks for. Throws `inspection/deadline-past`, `inspection/doer-unknown`. */
export async function insertRecommendations(
  { tx, entity, sealer }: OpenCase,
  asked: readonly NewRecommendation[],
  concludedOn: string,
): Promise<void> {
  for (const { content, doer, doerId, dueOn } of asked) {
    if (dueOn < concludedOn) throw new Broken('inspection/deadline-past');
    const id = newId(tx.clock.millis());
    const person = doer === 'PERSON';
    const recommendation = Object.assign(new RecommendationEntity(), {
      id,
      caseId: entity.id,
      nodeId: person ? await placeOf(tx, doerId) : await known(tx, doerId),
      doerId: person ? doerId : null,
      doerNodeId: person ? null : doerId,
      askedDueOn: dueOn,
      dueOn,
      state: 'OPEN' as const,
      contentSealed: recommendationText.content.write(sealer, id, content),
    });
    await tx.insert(recommendation);
    await tellRecommendation(tx, recommendation);
  }
}

/** The cell of a member today. */
async function placeOf(tx: Tx, personId: string): Promise<string> {
  const [row] = await tx.query<{ node_id: string }>(
    `select node_id from roster_line where person_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) limit 1`,
    [personId, tx.clock.today()],
  );
  if (!row) throw new Broken('inspection/doer-unknown');
  return row.node_id;
}

async function known(tx: Tx, nodeId: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>('select id from node_view where id = $1', [nodeId]);
  if (!row) throw new Broken('inspection/doer-unknown');
  return row.id;
}
