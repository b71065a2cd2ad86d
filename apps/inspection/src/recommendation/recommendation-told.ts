import type { ItemOf } from '@vungmanh/contracts/event';
import { obligationChanged } from '@vungmanh/contracts/inspection/obligation';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { RecommendationEntity } from './recommendation.entity.js';
import { isOwed, obligationState } from './recommendation.rules.js';

/** What the other services are told of a recommendation. One of an organization names nobody: whoever sits in its committee answers for it. */
const obligationOf = ({ id, version, nodeId, doerId, dueOn, state }: RecommendationEntity): ItemOf<typeof obligationChanged> => ({
  id,
  version,
  kind: 'INSPECTION_RECOMMENDATION',
  doerIds: doerId === null ? [] : [doerId],
  nodeId,
  due: dueOn,
  state: obligationState(state),
});

/** Tells everybody how it stands, and keeps what the bodies above may count of it. */
export async function tellRecommendation(tx: Tx, entity: RecommendationEntity): Promise<void> {
  tx.publish(obligationChanged, obligationOf(entity));
  await tx.query(
    `insert into recommendation_due (recommendation_id, node_id, due_on, owed) values ($1, $2, $3, $4)
     on conflict (recommendation_id) do update set due_on = excluded.due_on, owed = excluded.owed`,
    [entity.id, entity.nodeId, entity.dueOn, isOwed(entity.state)],
  );
}
