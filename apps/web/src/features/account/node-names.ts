import { useQueries } from '@tanstack/react-query';
import type { HeldGrant } from '@vungmanh/contracts/identity/role';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { ask } from '../../api/queries.js';
import { nodesOf } from './grants.js';

/** Names of the organizations of a few grants; identity knows only their ids. One outside of the scope has none for this person. */
export function useNodeNames(grants: readonly HeldGrant[]): (nodeId: string) => string {
  const nodes = nodesOf(grants);
  const names = useQueries({
    queries: nodes.map((nodeId) => ask(nodeDetail, { nodeId })),
    combine: (results) =>
      new Map(nodes.map((id, i) => [id, results[i]?.data?.name ?? (results[i]?.isPending ? 'Đang tải tên…' : 'Tổ chức ngoài phạm vi của đồng chí')])),
  });
  return (nodeId) => names.get(nodeId) ?? '';
}
