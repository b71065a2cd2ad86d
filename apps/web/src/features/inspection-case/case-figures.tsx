import { Link } from '@tanstack/react-router';
import { overdueRecommendations } from '@vungmanh/contracts/inspection/recommendation';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';

function Late({ nodeId }: { nodeId: string }) {
  const list = useListOf(overdueRecommendations, { nodeId, limit: 50 });
  return (
    <Card title="Kiến nghị quá hạn" flush={list.rows.length > 0}>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading && <Skeleton lines={3} />}
      {!list.loading && list.rows.length === 0 && !list.problem && <p className="soft">Không có kiến nghị nào quá hạn trong phạm vi.</p>}
      {list.rows.length > 0 && (
        <DataTable
          caption="Kiến nghị quá hạn theo tổ chức"
          rows={list.rows}
          rowKey={(r) => r.nodeId}
          columns={[
            { key: 'node', header: 'Tổ chức', phone: 'title', cell: (r) => r.nodeName },
            { key: 'overdue', header: 'Quá hạn', align: 'end', cell: (r) => (r.fewer ? 'dưới 3' : 'từ 3 trở lên') },
            { key: 'since', header: 'Từ ngày', align: 'end', cell: (r) => showDate(r.since) },
          ]}
        />
      )}
      <MoreButton {...list} />
    </Card>
  );
}

/** What superiors see of cases below them: how many, never whose. */
export function CaseFigures({ nodeId }: { nodeId: string }) {
  return (
    <div className="stack loose">
      <p>
        Số cuộc theo hình thức, kết quả: xem{' '}
        <Link to="/inspection" search={{ view: 'report' }}>
          Báo cáo
        </Link>
        .
      </p>
      <Late nodeId={nodeId} />
    </div>
  );
}
