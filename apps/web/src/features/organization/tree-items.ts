import type { TreeLine } from '@vungmanh/contracts/organization/browse';
import type { PathStep } from '@vungmanh/contracts/organization/node';
import { showCount } from '../../text/numbers.js';
import type { TreeItem } from '../../ui/tree-rows.js';

/** A line of the tree as it is drawn: its name and how many cells are below. */
export function itemOf(line: TreeLine): TreeItem {
  return {
    id: line.id,
    label: line.status === 'ENDED' ? `${line.name} (đã kết thúc)` : line.name,
    hasChildren: line.children > 0,
    ...(line.cellsBelow > 0 ? { count: `${showCount(line.cellsBelow)} chi bộ` } : {}),
  };
}

const MORE = 'more:';

/** Stands for the next page of an organization with very many below it; opened like a branch. */
export const moreItem = (nodeId: string, cursor: string): TreeItem => ({
  id: `${MORE}${nodeId}:${cursor}`,
  label: 'Các tổ chức tiếp theo',
  hasChildren: true,
  closed: true,
});

/** Which page of which organization a branch of the tree stands for. */
export function branchOf(id: string): { nodeId: string; cursor?: string } {
  if (!id.startsWith(MORE)) return { nodeId: id };
  const [nodeId = '', ...cursor] = id.slice(MORE.length).split(':');
  return { nodeId, cursor: cursor.join(':') };
}

export interface Forest {
  readonly roots: readonly TreeItem[];
  /** Children of the ancestors that are only shown as the way down. */
  readonly closed: ReadonlyMap<string, readonly TreeItem[]>;
}

/** The person's own roots below the names of the organizations above them, which cannot be opened to read. */
export function forestOf(roots: readonly TreeLine[], pathOf: (id: string) => readonly PathStep[]): Forest {
  const top: TreeItem[] = [];
  const closed = new Map<string, TreeItem[]>();
  for (const root of roots) {
    let siblings = top;
    for (const { id, name, readable } of pathOf(root.id)) {
      if (readable) continue;
      if (!siblings.some((item) => item.id === id)) siblings.push({ id, label: name, hasChildren: true, closed: true });
      const below = closed.get(id) ?? [];
      closed.set(id, below);
      siblings = below;
    }
    siblings.push(itemOf(root));
  }
  return { roots: top, closed };
}

/** 'Đảng bộ tỉnh › Đảng bộ xã': where something stands, in one line. */
export const pathText = (path: readonly PathStep[]): string => path.map((step) => step.name).join(' › ');
