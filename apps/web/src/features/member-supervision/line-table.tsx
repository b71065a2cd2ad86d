import { Link } from '@tanstack/react-router';
import { postLabel } from '@vungmanh/contracts/organization/body';
import { proposalLabel, type SupervisionRow } from '@vungmanh/contracts/inspection/supervision-line';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { awaitsReminder, fallenBehind, tasksText } from './supervision-text.js';

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

const tasks: Column<SupervisionRow> = {
  key: 'tasks',
  header: 'Nhiệm vụ trong quý',
  cell: (row) => {
    if (row.tasks.given === 0) return <span className="soft">chưa giao</span>;
    return fallenBehind(row.tasks) > 0 ? <span className="supervision-alarm">{tasksText(row.tasks)}</span> : tasksText(row.tasks);
  },
};

const said: readonly Column<SupervisionRow>[] = [
  {
    key: 'said',
    header: 'Đã trao đổi',
    cell: (row) =>
      [row.reminders > 0 && `nhắc nhở ${row.reminders} lần`, row.answers > 0 && `có ${row.answers} ý kiến`].filter(Boolean).join(', ') || '–',
  },
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
      columns={[name, tasks, ...(withGrades ? [grades] : []), ...said]}
      rows={rows}
      rowKey={(row) => row.id}
      rowTone={(row) => (awaitsReminder(row) ? 'late' : undefined)}
      {...(more && { more })}
    />
  );
}
