import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { getRouteApi } from '@tanstack/react-router';
import { useQueryOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { OrganizationDetail } from './organization-detail.js';
import { OrganizationTree } from './organization-tree.js';
import { useForest } from './use-forest.js';
import './organization.css';

const route = getRouteApi('/app/organizations');

/** The tree at the left, the chosen organization at the right; on a phone one after the other. */
export function OrganizationsPage() {
  const { id: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const { forest, first, alone, problem, reload } = useForest();
  const id = chosen ?? first;
  const detail = useQueryOf(nodeDetail, { nodeId: id ?? '' }, { when: id !== undefined });
  const way = detail.data?.path.filter((step) => step.readable).map((step) => step.id) ?? [];
  const select = (next: string | undefined) => void navigate({ search: (before) => ({ ...before, id: next }), resetScroll: true });
  return (
    <Page title="Tổ chức đảng">
      <div className="with-tree organizations" data-step={chosen === undefined && !alone ? 'tree' : 'detail'}>
        <div className="organizations-tree">
          <Card flush>
            {problem ? (
              <ProblemNote problem={problem} onRetry={reload} />
            ) : forest === undefined ? (
              <div className="tree-head">
                <Skeleton lines={8} />
              </div>
            ) : forest.roots.length === 0 ? (
              <EmptyState icon="tree" title="Chưa có tổ chức đảng nào trong phạm vi của đồng chí" />
            ) : (
              <OrganizationTree forest={forest} selected={id} way={way} onSelect={select} />
            )}
          </Card>
        </div>
        <div className="stack organizations-detail">
          {!alone && (
            <div className="back-to-tree no-print">
              <Button look="quiet" icon="left" onClick={() => select(undefined)}>
                Về cây tổ chức
              </Button>
            </div>
          )}
          <ProblemNote problem={detail.error} onRetry={() => void detail.refetch()} />
          {detail.data ? <OrganizationDetail key={detail.data.id} node={detail.data} /> : id !== undefined && !detail.error && <Skeleton lines={8} />}
        </div>
      </div>
    </Page>
  );
}
