import { useQueries } from '@tanstack/react-query';
import { myRoots, nodeDetail } from '@vungmanh/contracts/organization/browse';
import { useMemo } from 'react';
import { ask, useQueryOf } from '../../api/queries.js';
import { type Forest, forestOf } from './tree-items.js';

/** With more roots than these the way down to each would cost too many questions; they then stand side by side. */
const ROOTS_WITH_WAY = 8;

/** The person's own roots with the way down to them, once known. */
export function useForest() {
  const roots = useQueryOf(myRoots, {});
  const lines = useMemo(() => roots.data?.items ?? [], [roots.data]);
  const asked = lines.length <= ROOTS_WITH_WAY ? lines : [];
  const ways = useQueries({
    queries: asked.map((line) => ask(nodeDetail, { nodeId: line.id })),
    combine: (results) => ({ ready: results.every((r) => !r.isPending), details: results.map((r) => r.data) }),
  });
  const forest = useMemo<Forest | undefined>(
    () => (roots.data && ways.ready ? forestOf(lines, (id) => ways.details.find((d) => d?.id === id)?.path ?? []) : undefined),
    [roots.data, lines, ways],
  );
  // A single cell needs no tree to choose from.
  const alone = lines.length === 1 && lines[0]?.children === 0;
  return { forest, first: lines[0]?.id, alone, problem: roots.error, reload: () => void roots.refetch() };
}
