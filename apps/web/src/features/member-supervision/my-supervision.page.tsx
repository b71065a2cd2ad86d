import { mySupervisions } from '@vungmanh/contracts/inspection/supervision-line';
import { useListOf } from '../../api/queries.js';
import { Card } from '../../ui/card.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import './member-supervision.css';
import { MyQuarters } from './my-quarters.js';

/** The signed-in member's quarters, the latest first. */
export function MySupervisionPage() {
  const list = useListOf(mySupervisions, { limit: 20 });
  return (
    <Page title="Giám sát đối với tôi" narrow>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={5} />
      ) : list.rows.length === 0 ? (
        !list.problem && (
          <EmptyState icon="check" title="Chưa có kế hoạch giám sát nào">
            <p>Khi chi ủy thông báo kế hoạch giám sát của quý, phần của đồng chí hiện ở đây.</p>
          </EmptyState>
        )
      ) : (
        <Card>
          <MyQuarters list={list} />
        </Card>
      )}
    </Page>
  );
}
