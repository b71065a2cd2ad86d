import { useNavigate } from '@tanstack/react-router';
import { listAppeals, takeUpAppeal } from '@vungmanh/contracts/inspection/appeal';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { useCommand, useListOf } from '../../api/queries.js';
import { showDate, showDue } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { bodyText } from './discipline-text.js';

/** Appeals that wait at the organization; who appeals shows once somebody has taken one up. */
export function Appeals({ nodeId }: { nodeId: string }) {
  const navigate = useNavigate();
  const list = useListOf(listAppeals, { nodeId });
  const take = useCommand(takeUpAppeal, {
    onDone: ({ disciplineId }) => void navigate({ to: '/discipline/$disciplineId', params: { disciplineId } }),
  });
  if (list.loading) return <Skeleton lines={5} />;
  if (list.rows.length === 0 && !list.problem) {
    return (
      <EmptyState icon="check" title="Không có khiếu nại nào chờ giải quyết">
        <p>Khiếu nại của đảng viên đối với quyết định của cấp dưới hiện ở đây. Người đã tham gia quyết định không giải quyết khiếu nại đó.</p>
      </EmptyState>
    );
  }
  return (
    <Card flush>
      <ProblemNote problem={list.problem ?? take.error} onRetry={list.reload} />
      <DataTable
        caption="Khiếu nại kỷ luật chờ giải quyết"
        rows={list.rows}
        rowKey={(row) => row.disciplineId}
        rowTone={(row) => (row.overdue ? 'late' : undefined)}
        {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        columns={[
          { key: 'from', header: 'Quyết định của', phone: 'title', cell: (row) => bodyText(row.actor, row.fromNodeName) },
          { key: 'form', header: 'Hình thức', cell: (row) => disciplineFormLabel[row.form] },
          { key: 'on', header: 'Ngày gửi', cell: (row) => showDate(row.on) },
          {
            key: 'due',
            header: 'Hạn giải quyết',
            cell: (row) =>
              row.due && (
                <span className="row">
                  {showDate(row.due)} <Badge tone={row.overdue ? 'late' : 'wait'}>{showDue(row.due)}</Badge>
                </span>
              ),
          },
          {
            key: 'take',
            header: 'Việc',
            cell: (row) => (
              <Button
                size="small"
                busy={take.isPending && take.variables?.input.disciplineId === row.disciplineId}
                onClick={() => take.mutate({ input: { nodeId, disciplineId: row.disciplineId } })}
              >
                Nhận hồ sơ
              </Button>
            ),
          },
        ]}
      />
    </Card>
  );
}
