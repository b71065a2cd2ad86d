import { auditKindLabel, type AuditLine } from '@vungmanh/contracts/audit';
import type { Listed } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { LinkButton } from '../../ui/button.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';

/** What a row can narrow the list to, with the words that say so. */
export interface Narrowing {
  readonly key: 'actorId' | 'operation' | 'personId';
  readonly value: string;
  readonly label: string;
}

interface AuditTableProps {
  readonly list: Listed<AuditLine>;
  readonly onNarrow: (narrowing: Narrowing) => void;
}

const whoOf = (line: AuditLine): string => line.actorName ?? (line.actorId.startsWith('service:') ? 'Phần mềm' : line.actorId);

/** Rows of the audit; who, what and whom can be pressed to see only those. */
export function AuditTable({ list, onNarrow }: AuditTableProps) {
  const narrow = (narrowing: Narrowing) => (
    <LinkButton title="Chỉ xem các dòng như thế" onClick={() => onNarrow(narrowing)}>
      {narrowing.label}
    </LinkButton>
  );
  const columns: readonly Column<AuditLine>[] = [
    { key: 'at', header: 'Thời điểm', cell: (l) => showInstant(l.at), nowrap: true },
    { key: 'act', header: 'Việc', phone: 'title', cell: (l) => narrow({ key: 'operation', value: l.operation, label: l.act }) },
    {
      key: 'kind',
      header: 'Loại',
      phone: 'mark',
      cell: (l) => <Badge tone={l.kind === 'CHANGE' ? 'active' : 'plain'}>{auditKindLabel[l.kind]}</Badge>,
    },
    { key: 'who', header: 'Người thực hiện', cell: (l) => narrow({ key: 'actorId', value: l.actorId, label: whoOf(l) }) },
    { key: 'node', header: 'Tổ chức', cell: (l) => l.nodeName ?? '' },
    {
      key: 'persons',
      header: 'Về ai',
      cell: (l) => {
        const [only] = l.persons;
        if (only === undefined) return '';
        return l.persons.length === 1 ? narrow({ key: 'personId', value: only, label: 'Một đảng viên' }) : `${l.persons.length} đảng viên`;
      },
    },
  ];
  if (list.loading) return <Skeleton lines={8} />;
  return (
    <div className="stack">
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.rows.length === 0 && !list.problem ? (
        <EmptyState icon="file" title="Không có dòng nhật ký nào">
          <p>Hãy bỏ bớt điều kiện lọc hoặc chọn khoảng thời gian khác.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Nhật ký truy cập"
          columns={columns}
          rows={list.rows}
          rowKey={(l) => l.id}
          {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        />
      )}
    </div>
  );
}
