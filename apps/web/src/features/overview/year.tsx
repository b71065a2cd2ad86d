import { Link } from '@tanstack/react-router';
import { percentOf, percentText } from '@vungmanh/attendance/ratio';
import { listMeetings, type MeetingLine } from '@vungmanh/contracts/meetings/meeting';
import { meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { overviewOfYear } from '@vungmanh/contracts/meetings/overview';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Month } from '@vungmanh/contracts/types';
import { useListOf, useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showMonth } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { BarChart } from '../../ui/bar-chart.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { stepLook, stepOf, thematicOf } from './figures.js';

type MonthRow = OutputOf<typeof overviewOfYear>['items'][number];

interface YearProps {
  readonly nodeId: string;
  readonly month: Month;
}

const yearOf = (month: Month): number => Number(month.slice(0, 4));
const short = (month: Month): string => `T${Number(month.slice(5))}`;

function useYear({ nodeId, month }: YearProps) {
  return useQueryOf(overviewOfYear, { nodeId, year: yearOf(month) });
}

/** Twelve months side by side: the share of members who came. */
export function AttendanceOfYear(props: YearProps) {
  const { data, error, refetch } = useYear(props);
  const year = yearOf(props.month);
  return (
    <Card title={`Dự sinh hoạt năm ${year}`}>
      {error ? (
        <ProblemNote problem={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={5} />
      ) : (
        <BarChart
          title="Tỷ lệ dự họp từng tháng (%)"
          max={100}
          show={(value) => String(value).replace('.', ',')}
          bars={data.items.map((m) => ({ label: short(m.month), name: showMonth(m.month), value: percentOf(m) }))}
        />
      )}
    </Card>
  );
}

function Meetings({ lines }: { lines: readonly MeetingLine[] }) {
  if (lines.length === 0) return null;
  return (
    <span className="overview-links">
      {lines.map((m) => (
        <Link key={m.id} to="/meetings/$meetingId" params={{ meetingId: m.id }}>
          {meetingKindLabel[m.kind]}
        </Link>
      ))}
    </span>
  );
}

/** The year of one cell, month by month; its meetings for whoever may read them. */
export function YearOfCell(props: YearProps) {
  const session = useSession();
  const year = yearOf(props.month);
  const reads = may(session, 'meetings:read', props.nodeId);
  const { data, error, refetch } = useYear(props);
  const meetings = useListOf(listMeetings, { nodeId: props.nodeId, limit: 200, from: `${year}-01`, to: `${year}-12` }, { when: reads });
  const columns: readonly Column<MonthRow>[] = [
    {
      key: 'month',
      header: 'Tháng',
      phone: 'title',
      nowrap: true,
      cell: (m) => (
        <Link to="/overview" search={{ node: props.nodeId, month: m.month }} className="strong">
          Tháng {m.month.slice(5)}
        </Link>
      ),
    },
    {
      key: 'step',
      header: 'Sinh hoạt thường kỳ',
      phone: 'mark',
      cell: (m) => <Badge tone={stepLook[stepOf(m)].tone}>{stepLook[stepOf(m)].label}</Badge>,
    },
    { key: 'present', header: 'Có mặt', align: 'end', cell: (m) => (m.expected === 0 ? '' : `${m.present}/${m.expected}`) },
    { key: 'share', header: 'Tỷ lệ dự', align: 'end', cell: (m) => (m.expected === 0 ? '' : percentText(m)) },
    { key: 'overdue', header: 'Nhiệm vụ quá hạn', align: 'end', cell: (m) => m.overdueTasks || '' },
    { key: 'deviations', header: 'Khác quy định', align: 'end', cell: (m) => m.deviations || '' },
    { key: 'thematic', header: 'Chuyên đề', cell: (m) => thematicOf(m) },
    ...(reads
      ? [{ key: 'meetings', header: 'Các buổi', cell: (m: MonthRow) => <Meetings lines={meetings.rows.filter((l) => l.month === m.month)} /> }]
      : []),
  ];
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return (
    <Card title={`12 tháng năm ${year}`} flush>
      <DataTable
        caption={`12 tháng năm ${year}`}
        columns={columns}
        rows={data.items}
        rowKey={(m) => m.month}
        rowTone={(m) => (m.month === props.month ? 'current' : m.missed > 0 ? 'late' : undefined)}
      />
    </Card>
  );
}
