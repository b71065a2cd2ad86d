import { percentText } from '@vungmanh/attendance/ratio';
import type { OverviewRow } from '@vungmanh/contracts/meetings/overview';
import { Link } from '@tanstack/react-router';
import type { Month } from '@vungmanh/contracts/types';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { quarterName, stepLook, stepOf } from './figures.js';

interface TablesProps {
  /** The organization that is looked at; its own line leads nowhere. */
  readonly top: OverviewRow;
  readonly rows: readonly OverviewRow[];
  readonly month: Month;
  readonly quarter: string;
}

const count = (key: 'bodies' | 'planned' | 'noticed' | 'met' | 'confirmed' | 'published', header: string): Column<OverviewRow> => ({
  key,
  header,
  align: 'end',
  cell: (r) => showCount(r[key]),
});
/** What should be nothing stands out when it is not. */
const alarm = (key: 'missed' | 'overdueTasks' | 'deviations', header: string): Column<OverviewRow> => ({
  key,
  header,
  align: 'end',
  cell: (r) => (r[key] > 0 ? <span className="overview-alarm">{showCount(r[key])}</span> : '0'),
});
const attendance: Column<OverviewRow> = { key: 'attendance', header: 'Tỷ lệ dự', align: 'end', cell: (r) => percentText(r) };
const overdue = alarm('overdueTasks', 'Nhiệm vụ quá hạn');
const deviations = alarm('deviations', 'Khác quy định');

function nameColumns({ top, month }: Pick<TablesProps, 'top' | 'month'>): readonly Column<OverviewRow>[] {
  return [
    { key: 'code', header: 'Mã', cell: (r) => r.code, nowrap: true, phone: 'hide' },
    {
      key: 'name',
      header: 'Tổ chức đảng',
      phone: 'title',
      cell: (r) =>
        r.nodeId === top.nodeId ? (
          <span className="strong">{r.name}</span>
        ) : (
          <Link to="/overview" search={{ node: r.nodeId, month }} className="strong">
            {r.name}
          </Link>
        ),
    },
  ];
}

/** Organizations with several bodies below them, as counts; the totals of the whole at the foot. */
export function CountsTable({ top, rows, month, quarter }: TablesProps) {
  const columns: readonly Column<OverviewRow>[] = [
    ...nameColumns({ top, month }),
    count('bodies', 'Phải họp'),
    count('planned', 'Đã lập kế hoạch'),
    count('noticed', 'Đã thông báo'),
    count('met', 'Đã họp'),
    count('confirmed', 'Biên bản đã ký'),
    count('published', 'Đã công bố'),
    alarm('missed', 'Chưa sinh hoạt'),
    attendance,
    overdue,
    deviations,
    {
      key: 'thematic',
      header: `Chuyên đề ${quarterName(quarter)}`,
      align: 'end',
      cell: (r) => (r.thematicDue === 0 ? '–' : `${showCount(r.thematicDone)}/${showCount(r.thematicDue)}`),
    },
  ];
  return (
    <div className="overview-wide">
      <DataTable caption="Số liệu theo tổ chức đảng, xếp theo mã" columns={columns} rows={rows} rowKey={(r) => r.nodeId} />
    </div>
  );
}

/** Bodies one by one: how far the meeting of each has come. */
export function BodiesTable({ top, rows, month, quarter }: TablesProps) {
  const columns: readonly Column<OverviewRow>[] = [
    ...nameColumns({ top, month }),
    {
      key: 'step',
      header: 'Sinh hoạt trong tháng',
      phone: 'mark',
      cell: (r) => <Badge tone={stepLook[stepOf(r)].tone}>{stepLook[stepOf(r)].label}</Badge>,
    },
    { key: 'present', header: 'Có mặt', align: 'end', cell: (r) => (r.expected === 0 ? '–' : `${r.present}/${r.expected}`) },
    attendance,
    overdue,
    deviations,
    {
      key: 'thematic',
      header: `Chuyên đề ${quarterName(quarter)}`,
      cell: (r) => (r.thematicDue === 0 ? '–' : r.thematicDone < r.thematicDue ? 'Chưa' : 'Đã sinh hoạt'),
    },
  ];
  return (
    <DataTable
      caption="Từng chi bộ, cấp ủy, xếp theo mã"
      columns={columns}
      rows={rows}
      rowKey={(r) => r.nodeId}
      rowTone={(r) => (r.missed > 0 ? 'late' : undefined)}
    />
  );
}
