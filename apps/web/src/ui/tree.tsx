import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Icon } from './icon.js';
import { type ChildrenOf, type TreeItem, treeKey, treeRows } from './tree-rows.js';
import './tree.css';

interface TreeProps {
  readonly label: string;
  readonly roots: readonly TreeItem[];
  /** The children that are here already; `undefined` while they are being fetched. */
  readonly childrenOf: ChildrenOf;
  readonly open: ReadonlySet<string>;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** A tree of any size: only the rows in sight are drawn, only what is opened is fetched. Arrow keys as in a file manager. */
export function Tree({ label, roots, childrenOf, open, onToggle, selected, onSelect }: TreeProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => treeRows(roots, childrenOf, open), [roots, childrenOf, open]);
  const [focused, setFocused] = useState<string>();
  const at = Math.max(
    0,
    rows.findIndex((r) => r.item.id === (focused ?? selected)),
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => (frame.current ? 2.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize) : 45),
    overscan: 8,
    getItemKey: (i) => rows[i]?.item.id ?? i,
  });
  const { scrollToIndex } = virtual;
  const selectedAt = rows.findIndex((r) => r.item.id === selected);
  useEffect(() => {
    if (selectedAt >= 0) scrollToIndex(selectedAt);
  }, [selectedAt, scrollToIndex]);
  const rowId = (itemId: string) => `${id}-${itemId}`;
  return (
    <div
      ref={frame}
      className="tree"
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={rows[at] && rowId(rows[at].item.id)}
      onKeyDown={(e) => {
        const move = treeKey(e.key, rows, at);
        if (!move || e.ctrlKey || e.altKey || e.metaKey) return;
        e.preventDefault();
        if ('to' in move) {
          setFocused(rows[move.to]?.item.id);
          scrollToIndex(move.to);
        } else if ('toggle' in move) onToggle(move.toggle, !open.has(move.toggle));
        else if (!rows[at]?.item.closed) onSelect(move.choose);
      }}
    >
      <div role="none" className="tree-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((v) => {
          const row = rows[v.index];
          if (!row) return null;
          const { item } = row;
          return (
            <div
              key={v.key}
              id={rowId(item.id)}
              role="treeitem"
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-expanded={item.hasChildren ? row.open : undefined}
              aria-selected={item.id === selected}
              aria-busy={row.loading || undefined}
              className="tree-row"
              data-focused={v.index === at ? '' : undefined}
              data-closed={item.closed ? '' : undefined}
              style={{ transform: `translateY(${v.start}px)`, height: v.size, paddingInlineStart: `${(row.level - 1) * 1.1 + 0.25}rem` }}
              onClick={() => {
                setFocused(item.id);
                if (item.closed) onToggle(item.id, !row.open);
                else onSelect(item.id);
              }}
            >
              <span
                className="tree-mark"
                data-open={row.open ? '' : undefined}
                onClick={(e) => {
                  if (!item.hasChildren) return;
                  e.stopPropagation();
                  setFocused(item.id);
                  onToggle(item.id, !row.open);
                }}
              >
                {item.hasChildren && <Icon name="right" />}
              </span>
              <span className="tree-label">{item.label}</span>
              {item.hint !== undefined && <span className="tree-hint">{item.hint}</span>}
              {item.count !== undefined && <span className="tree-count">{item.count}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
