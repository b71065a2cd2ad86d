import { Link } from '@tanstack/react-router';
import { CellFilter, type CheckCellLine, listCheckCells } from '@vungmanh/contracts/inspection/check-cell';
import type { MeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { showShare } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { filterLabel } from './meeting-check-text.js';

const filters = CellFilter.options.map((value) => ({ value, label: filterLabel[value] }));

function Done({ of: l }: { of: CheckCellLine }) {
  return l.recorded ? <Badge tone="done">Đã ghi</Badge> : <Badge tone="wait">Chưa ghi</Badge>;
}

const columns: readonly Column<CheckCellLine>[] = [
  {
    key: 'name',
    header: 'Chi bộ',
    phone: 'title',
    cell: (l) => (
      <Link to="/meeting-checks/$checkId/cells/$nodeId" params={{ checkId: l.checkId, nodeId: l.nodeId }} className="strong">
        {l.nodeName}
      </Link>
    ),
  },
  { key: 'done', header: 'Kết quả', phone: 'mark', cell: (l) => <Done of={l} /> },
  { key: 'held', header: 'Đã họp', align: 'end', cell: ({ figures: f }) => (f ? `${f.held}/${f.months}` : '–') },
  { key: 'thematic', header: 'Chuyên đề', align: 'end', phone: 'hide', cell: ({ figures: f }) => (f ? `${f.thematicHeld}/${f.thematicDue}` : '–') },
  { key: 'present', header: 'Tỷ lệ dự', align: 'end', phone: 'hide', cell: ({ figures: f }) => (f ? showShare(f.present, f.expected) : '–') },
  { key: 'tasks', header: 'Nhiệm vụ xong', align: 'end', phone: 'hide', cell: ({ figures: f }) => (f ? `${f.tasksDone}/${f.tasks}` : '–') },
  {
    key: 'did',
    header: 'Đoàn đã',
    cell: (l) => [l.heard && 'nghe phản ánh', l.attended && 'dự sinh hoạt'].filter(Boolean).join(', ') || '–',
  },
  { key: 'strengths', header: 'Ưu điểm', align: 'end', phone: 'hide', cell: (l) => l.strengths },
  { key: 'shortcomings', header: 'Khuyết điểm', align: 'end', cell: (l) => l.shortcomings },
];

/** The cells of a check in the order of the tree; filtered, never ranked. */
export function CheckCells({ check }: { check: MeetingCheck }) {
  const [only, setOnly] = useState<CellFilter>();
  const list = useListOf(listCheckCells, { checkId: check.id, ...(only === undefined ? {} : { only }) });
  return (
    <Card title="Các chi bộ" flush={list.rows.length > 0}>
      <div className="check-filters no-print">
        <Chips label="Lọc chi bộ" options={filters} value={only} onChange={setOnly} />
      </div>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading ? (
        <Skeleton lines={6} />
      ) : list.rows.length === 0 ? (
        <p className="soft check-filters">Không có chi bộ nào như vậy.</p>
      ) : (
        <DataTable
          caption="Các chi bộ trong cuộc kiểm tra"
          columns={columns}
          rows={list.rows}
          rowKey={(l) => l.id}
          {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        />
      )}
    </Card>
  );
}
