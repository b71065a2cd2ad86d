import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import { PaperType, type RegisterLine, registerOf } from '@vungmanh/contracts/organization/register';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { SelectField } from '../../ui/choice-field.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { gapText, paperTypeLabel } from './register-text.js';

const columns: readonly Column<RegisterLine>[] = [
  { key: 'printed', header: 'Số, ký hiệu', cell: (l) => <span className="strong">{l.printed}</span>, phone: 'title', nowrap: true },
  { key: 'type', header: 'Loại văn bản', cell: (l) => paperTypeLabel[l.type] },
  { key: 'date', header: 'Ngày văn bản', cell: (l) => showDate(l.date), nowrap: true },
  { key: 'term', header: 'Nhiệm kỳ', cell: (l) => l.term || 'Chưa lập nhiệm kỳ', nowrap: true },
  {
    key: 'state',
    header: 'Ghi chú',
    cell: (l) => (
      <span className="row">
        {l.voidedBecause !== undefined && <Badge tone="muted">Đã hủy: {l.voidedBecause}</Badge>}
        {l.gapBefore > 0 && <Badge tone="wait">{gapText(l)}</Badge>}
      </span>
    ),
  },
];

/** The numbers that the papers of an organization have been given, with those that were never used. */
export function RegisterCard({ node }: { node: NodeDetail }) {
  const [type, setType] = useState<PaperType>();
  const { rows, problem, reload, loading, hasMore, more, loadingMore } = useListOf(registerOf, {
    nodeId: node.id,
    ...(type === undefined ? {} : { type }),
  });
  return (
    <div className="stack">
      <SelectField
        label="Loại văn bản"
        optional
        empty="Tất cả"
        options={PaperType.options.map((value) => ({ value, label: `${value} – ${paperTypeLabel[value]}` }))}
        value={type}
        onChange={setType}
      />
      {problem ? (
        <ProblemNote problem={problem} onRetry={reload} />
      ) : loading ? (
        <Skeleton lines={4} />
      ) : rows.length === 0 ? (
        <EmptyState title="Sổ chưa có số văn bản nào">
          <p>Số được cấp khi ban hành nghị quyết, biên bản, thông báo của các kỳ sinh hoạt, chương trình kiểm tra, giám sát.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={`Sổ văn bản của ${node.name}`}
          columns={columns}
          rows={rows}
          rowKey={(l) => l.id}
          {...(hasMore ? { more: { load: more, busy: loadingMore } } : {})}
        />
      )}
    </div>
  );
}
