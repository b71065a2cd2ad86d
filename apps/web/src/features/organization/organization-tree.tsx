import { childrenOf as childrenQuery, searchNodes } from '@vungmanh/contracts/organization/browse';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../api/api.js';
import { useListOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { SearchField } from '../../ui/text-field.js';
import { Tree } from '../../ui/tree.js';
import { useLazyTree } from '../../ui/use-lazy-tree.js';
import { useSettled } from '../../ui/use-settled.js';
import { branchOf, type Forest, itemOf, moreItem, pathText } from './tree-items.js';

interface OrganizationTreeProps {
  readonly forest: Forest;
  readonly selected: string | undefined;
  /** Organizations above the selected one: they are opened so that it is in sight. */
  readonly way: readonly string[];
  readonly onSelect: (id: string) => void;
}

function Branches({ forest, selected, way, onSelect }: OrganizationTreeProps) {
  const { closed } = forest;
  const load = useCallback(
    async (id: string) => {
      const known = closed.get(id);
      if (known) return known;
      const { nodeId, cursor } = branchOf(id);
      const page = await api(childrenQuery, { nodeId, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
      return [...page.items.map(itemOf), ...(page.next === undefined ? [] : [moreItem(nodeId, page.next)])];
    },
    [closed],
  );
  const own = forest.roots.length <= 3 ? forest.roots.map((r) => r.id) : [];
  const below = [...closed.values()].flat().map((item) => item.id);
  const { open, childrenOf, onToggle } = useLazyTree(childrenQuery.subject, load, [...own, ...closed.keys(), ...(below.length <= 3 ? below : [])]);
  const wayKey = way.join();
  useEffect(() => {
    for (const id of wayKey.split(',').filter(Boolean)) onToggle(id, true);
  }, [wayKey, onToggle]);
  return (
    <Tree
      label="Cây tổ chức đảng"
      roots={forest.roots}
      childrenOf={childrenOf}
      open={open}
      onToggle={onToggle}
      selected={selected}
      onSelect={(id) => onSelect(branchOf(id).nodeId)}
    />
  );
}

function Results({ text, selected, onSelect }: { text: string; selected: string | undefined; onSelect: (id: string) => void }) {
  const { rows, loading, problem, reload, hasMore, loadingMore, more } = useListOf(searchNodes, { text, limit: 20 });
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  if (loading) return <Skeleton lines={4} />;
  if (rows.length === 0) {
    return (
      <EmptyState icon="search" title="Không tìm thấy tổ chức nào">
        <p>Đồng chí thử gõ một phần tên hoặc mã, không cần dấu.</p>
      </EmptyState>
    );
  }
  return (
    <ul className="found-nodes" aria-label="Tổ chức tìm thấy">
      {rows.map((node) => (
        <li key={node.id}>
          <button type="button" aria-current={node.id === selected ? 'true' : undefined} onClick={() => onSelect(node.id)}>
            <span className="strong">{node.name}</span>
            <span className="soft small">
              {node.typeLabel} · mã {node.code}
            </span>
            {node.path.length > 0 && <span className="soft small">{pathText(node.path)}</span>}
          </button>
        </li>
      ))}
      {hasMore && (
        <li>
          <Button look="quiet" busy={loadingMore} onClick={more}>
            Xem thêm
          </Button>
        </li>
      )}
    </ul>
  );
}

/** Search on top; below it what was found or, while nothing is typed, the tree. */
export function OrganizationTree(props: OrganizationTreeProps) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim());
  const choose = (id: string) => {
    setTyped('');
    props.onSelect(id);
  };
  return (
    <>
      <div className="tree-head">
        <SearchField label="Tìm tổ chức đảng theo tên hoặc mã" placeholder="Tìm tên hoặc mã" value={typed} onChange={setTyped} />
      </div>
      {text === '' ? <Branches {...props} /> : <Results text={text} selected={props.selected} onSelect={choose} />}
    </>
  );
}
