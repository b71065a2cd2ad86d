import { useNavigate } from '@tanstack/react-router';
import { listProposals, takeUpProposal } from '@vungmanh/contracts/inspection/discipline-act';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { useCommand, useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { bodyText } from './discipline-text.js';

/** What organizations below propose and nobody has decided yet; of whom it speaks shows once somebody has taken it up. */
export function Proposals({ nodeId }: { nodeId: string }) {
  const navigate = useNavigate();
  const list = useListOf(listProposals, { nodeId });
  const take = useCommand(takeUpProposal, {
    onDone: ({ disciplineId }) => void navigate({ to: '/discipline/$disciplineId', params: { disciplineId } }),
  });
  if (list.loading) return <Skeleton lines={5} />;
  if (list.rows.length === 0 && !list.problem) {
    return (
      <EmptyState icon="check" title="Không có đề nghị kỷ luật nào chờ quyết định">
        <p>Đề nghị cách chức, khai trừ của chi bộ và đề nghị vượt thẩm quyền của cấp dưới hiện ở đây.</p>
      </EmptyState>
    );
  }
  return (
    <Card flush>
      <ProblemNote problem={list.problem ?? take.error} onRetry={list.reload} />
      <DataTable
        caption="Đề nghị kỷ luật chờ quyết định"
        rows={list.rows}
        rowKey={(row) => row.disciplineId}
        {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        columns={[
          { key: 'from', header: 'Nơi đề nghị', phone: 'title', cell: (row) => bodyText(row.actor, row.fromNodeName) },
          { key: 'form', header: 'Hình thức đề nghị', cell: (row) => disciplineFormLabel[row.form] },
          { key: 'on', header: 'Ngày đề nghị', cell: (row) => showDate(row.on) },
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
