import { Link } from '@tanstack/react-router';
import {
  exportPreparations,
  listPreparations,
  type Preparation,
  PreparationPost,
  preparationPostLabel,
  PreparationState,
  preparationStateLabel,
} from '@vungmanh/contracts/training/preparation';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { DownloadButton } from '../meeting/download-button.js';
import { Propose } from './preparation-forms.js';
import { lackingText, stateText, stateTone } from './preparation-text.js';

const columns: readonly Column<Preparation>[] = [
  {
    key: 'person',
    header: 'Họ và tên',
    phone: 'title',
    cell: (p) => (
      <Link to="/training/preparations/$preparationId" params={{ preparationId: p.id }}>
        {p.personName}
      </Link>
    ),
  },
  { key: 'cell', header: 'Chi bộ', cell: (p) => p.cellName },
  { key: 'post', header: 'Chức vụ quy hoạch', cell: (p) => `${preparationPostLabel[p.post]}, ${p.bodyName}` },
  { key: 'term', header: 'Nhiệm kỳ', cell: (p) => p.term, nowrap: true },
  { key: 'until', header: 'Đến ngày', cell: (p) => showDate(p.to), nowrap: true },
  { key: 'lacks', header: 'Còn thiếu', cell: (p) => lackingText(p) },
  { key: 'state', header: 'Trạng thái', phone: 'mark', cell: (p) => <Badge tone={stateTone(p)}>{stateText(p)}</Badge> },
];

/** Who is being prepared for posts, by given name. */
export function Preparations({ nodeId }: { nodeId: string }) {
  const [post, setPost] = useState<PreparationPost>();
  const [state, setState] = useState<PreparationState>();
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  const { rows, problem, reload, loading, hasMore, more, loadingMore } = useListOf(
    listPreparations,
    { nodeId, ...(post === undefined ? {} : { post }), ...(state === undefined ? {} : { state }) },
    { once: true },
  );
  return (
    <div className="stack">
      <div className="row apart">
        <div className="row">
          <Chips<PreparationPost>
            label="Chức vụ"
            value={post}
            onChange={setPost}
            options={PreparationPost.options.map((value) => ({ value, label: preparationPostLabel[value] }))}
          />
          <Chips<PreparationState>
            label="Trạng thái"
            value={state}
            onChange={setState}
            options={PreparationState.options.map((value) => ({ value, label: preparationStateLabel[value] }))}
          />
        </div>
        <div className="row no-print">
          <DownloadButton operation={exportPreparations} input={{ nodeId }} name="Danh sách quy hoạch">
            Xuất Excel
          </DownloadButton>
          <Button look="primary" onClick={() => setAdding(true)}>
            Giới thiệu người
          </Button>
        </div>
      </div>
      <Card title="Danh sách quy hoạch" flush>
        {problem ? (
          <ProblemNote problem={problem} onRetry={reload} />
        ) : loading ? (
          <Skeleton lines={5} />
        ) : rows.length === 0 ? (
          <EmptyState icon="people" title="Chưa có ai trong danh sách" />
        ) : (
          <DataTable
            caption="Danh sách quy hoạch, theo tên"
            columns={columns}
            rows={rows}
            rowKey={(p) => p.id}
            {...(hasMore ? { more: { load: more, busy: loadingMore } } : {})}
          />
        )}
      </Card>
      <p className="soft small">
        Danh sách chỉ người có nhiệm vụ về quy hoạch xem được; mỗi lần xem đều ghi lại. Thứ tự theo tên, không phải thứ tự ưu tiên.
      </p>
      <Dialog open={adding} title="Giới thiệu người vào quy hoạch" onClose={close}>
        {adding && <Propose nodeId={nodeId} onClose={close} />}
      </Dialog>
    </div>
  );
}
