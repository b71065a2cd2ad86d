/** One thing in a tree. */
export interface TreeItem {
  readonly id: string;
  readonly label: string;
  /** Code or type, beside the label. */
  readonly hint?: string;
  /** A figure at the end of the row, such as how many members are below. */
  readonly count?: string;
  readonly hasChildren: boolean;
  /** An ancestor that is shown only as the way to what the person may see. */
  readonly closed?: boolean;
}

export interface TreeRow {
  readonly item: TreeItem;
  readonly parent: string | undefined;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly open: boolean;
  /** Open, and its children are not here yet. */
  readonly loading: boolean;
}

export type ChildrenOf = (id: string) => readonly TreeItem[] | undefined;

/** The rows that are in sight, in order; a subtree that is not open costs nothing. */
export function treeRows(roots: readonly TreeItem[], childrenOf: ChildrenOf, open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (items: readonly TreeItem[], level: number, parent: string | undefined): void => {
    items.forEach((item, i) => {
      const isOpen = item.hasChildren && open.has(item.id);
      const children = isOpen ? childrenOf(item.id) : undefined;
      rows.push({ item, parent, level, position: i + 1, siblings: items.length, open: isOpen, loading: isOpen && children === undefined });
      if (children) add(children, level + 1, item.id);
    });
  };
  add(roots, 1, undefined);
  return rows;
}

export type TreeMove = { readonly to: number } | { readonly toggle: string } | { readonly choose: string };

/** What a key does on row `at`, as the tree pattern of WAI-ARIA says. */
export function treeKey(key: string, rows: readonly TreeRow[], at: number): TreeMove | undefined {
  const row = rows[at];
  if (!row) return undefined;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(at + 1, last) };
    case 'ArrowUp':
      return { to: Math.max(at - 1, 0) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
    case 'PageDown':
      return { to: Math.min(at + 10, last) };
    case 'PageUp':
      return { to: Math.max(at - 10, 0) };
    case 'ArrowRight':
      if (row.item.hasChildren && !row.open) return { toggle: row.item.id };
      return row.open && !row.loading ? { to: Math.min(at + 1, last) } : undefined;
    case 'ArrowLeft':
      if (row.open) return { toggle: row.item.id };
      return row.parent === undefined ? undefined : { to: rows.findIndex((r) => r.item.id === row.parent) };
    case 'Enter':
    case ' ':
      return { choose: row.item.id };
    default:
      return undefined;
  }
}
