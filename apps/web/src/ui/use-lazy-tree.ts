import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ChildrenOf, TreeItem } from './tree-rows.js';

type Branch = ReturnType<typeof branchOptions>;
const branchOptions = (key: string, id: string, load: (id: string) => Promise<readonly TreeItem[]>) => ({
  queryKey: [key, 'branch', id] as const,
  queryFn: () => load(id),
  staleTime: 60_000,
});

/** What is open, and the children of what is open, fetched once each. `key` is the subject of the query behind `load`. */
export function useLazyTree(key: string, load: (id: string) => Promise<readonly TreeItem[]>, firstOpen: readonly string[] = []) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(firstOpen));
  const ids = useMemo(() => [...open], [open]);
  const branches = useQueries({
    queries: ids.map((id): Branch => branchOptions(key, id, load)),
    combine: (results) => new Map(ids.map((id, i) => [id, results[i]?.data])),
  });
  const childrenOf = useCallback<ChildrenOf>((id) => branches.get(id), [branches]);
  const onToggle = useCallback((id: string, toOpen: boolean) => {
    setOpen((before) => {
      const after = new Set(before);
      if (toOpen) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  return { open, childrenOf, onToggle };
}
