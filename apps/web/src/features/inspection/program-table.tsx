import { Link } from '@tanstack/react-router';
import { inspectorLabel } from '@vungmanh/contracts/inspection/kind';
import { programStateLabel, type ProgramLine } from '@vungmanh/contracts/inspection/program';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { stateTone } from './inspection-text.js';

const columns: readonly Column<ProgramLine>[] = [
  {
    key: 'name',
    header: 'Tổ chức',
    phone: 'title',
    cell: (p) => (
      <Link to="/inspection/programs/$programId" params={{ programId: p.id }} className="strong">
        {p.nodeName}
      </Link>
    ),
  },
  { key: 'actor', header: 'Cơ quan lập', cell: (p) => inspectorLabel[p.actor] },
  { key: 'state', header: 'Tình trạng', phone: 'mark', cell: (p) => <Badge tone={stateTone[p.state]}>{programStateLabel[p.state]}</Badge> },
  { key: 'all', header: 'Số cuộc', align: 'end', cell: ({ lines: l }) => showCount(l.planned + l.inProgress + l.done) },
  { key: 'done', header: 'Đã xong', align: 'end', cell: (p) => showCount(p.lines.done) },
  {
    key: 'overdue',
    header: 'Quá hạn',
    align: 'end',
    cell: ({ lines: l }) => (l.overdue > 0 ? <span className="inspection-alarm">{showCount(l.overdue)}</span> : '0'),
  },
];

/** Programs of many organizations as a list. */
export function ProgramTable({ rows, more }: { rows: readonly ProgramLine[]; more?: { readonly load: () => void; readonly busy: boolean } }) {
  return <DataTable caption="Chương trình kiểm tra, giám sát" columns={columns} rows={rows} rowKey={(p) => p.id} {...(more && { more })} />;
}
