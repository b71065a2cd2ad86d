import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { useQueries } from '@tanstack/react-query';
import { ask } from '../../api/queries.js';
import { nodesWith, useSession } from '../../session/session.js';

/** The province, where the person plans training for it; undefined where they work below it, or while it is asked. */
export function useProvince(): string | undefined {
  const nodes = nodesWith(useSession(), 'training:plan');
  const details = useQueries({ queries: nodes.map((nodeId) => ask(nodeDetail, { nodeId })) });
  return details.find((d) => d.data?.parentId === undefined && d.data !== undefined)?.data?.id;
}
