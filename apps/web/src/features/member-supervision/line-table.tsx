import { Link } from '@tanstack/react-router';
import { postLabel } from '@vungmanh/contracts/organization/body';
import { proposalLabel, type SupervisionRow } from '@vungmanh/contracts/inspection/supervision-line';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { awaitsReminder, fallenBehind } from './supervision-text.js';

const alarm = (n: number) => (n > 0 ? <span className="supervision-alarm">{n}</span> : '0');

function Standing({ row }: { row: SupervisionRow }) {
  if (row.reported) return <Badge tone="done">Đã báo cáo cấp trên</Badge>;
  if (row.proposal) return <Badge tone={row.proposal === 'REFER' ? 'late' : 'done'}>{proposalLabel[row.proposal]}</Badge>;
  if (awaitsReminder(row)) return <Badge tone="late">Cần nhắc nhở</Badge>;
  return row.reminders > 0 ? <Badge tone="wait">Đã nhắc nhở</Badge> : '–';
}

const name: Column<SupervisionRow> = {
  key: 'name',
  header: 'Đảng viên',
  phone: 'title',
  cell: (row) => (
    <>
      <Link to="/member-supervision/lines/$supervisionLineId" params={{ supervisionLineId: row.id }} className="strong">
        {row.name}
      </Link>
      {row.own && ' (tôi)'}
      {(row.post !== undefined || row.managedAbove) && (
        <span className="supervision-about">
          {[row.post && postLabel[row.post], row.managedAbove && 'cấp ủy cấp trên quản lý'].filter(Boolean).join(' · ')}
        </span>
      )}
    </>
  ),
};

const grades: Column<SupervisionRow> = {
  key: 'grades',
  header: 'Bình xét',
  nowrap: true,
  cell: (row) => row.grades.map(({ month, grade }) => `T${Number(month.slice(5))}: ${grade}`).join(' · ') || '–',
};

const columns: readonly Column<SupervisionRow>[] = [
  { key: 'given', header: 'Nhiệm vụ được giao', align: 'end', cell: ({ tasks }) => tasks.given },
  { key: 'onTime', header: 'Đúng hạn', align: 'end', cell: ({ tasks }) => tasks.onTime },
  { key: 'behind', header: 'Chậm, quá hạn', align: 'end', cell: ({ tasks }) => alarm(fallenBehind(tasks)) },
  { key: 'running', header: 'Đang làm', align: 'end', cell: ({ tasks }) => tasks.running },
];

const said: readonly Column<SupervisionRow>[] = [
  { key: 'reminders', header: 'Lần nhắc nhở', align: 'end', cell: (row) => row.reminders },
  { key: 'answers', header: 'Ý kiến', align: 'end', cell: (row) => row.answers },
  { key: 'standing', header: 'Kết quả', phone: 'mark', cell: (row) => <Standing row={row} /> },
];

interface TableProps {
  readonly rows: readonly SupervisionRow[];
  readonly withGrades: boolean;
  readonly more?: { readonly load: () => void; readonly busy: boolean };
}

/** In the order of names, never of results. */
export function LineTable({ rows, withGrades, more }: TableProps) {
  return (
    <DataTable
      caption="Đảng viên của chi bộ với nhiệm vụ trong quý"
      columns={[name, ...columns, ...(withGrades ? [grades] : []), ...said]}
      rows={rows}
      rowKey={(row) => row.id}
      rowTone={(row) => (awaitsReminder(row) ? 'late' : undefined)}
      {...(more && { more })}
    />
  );
}
