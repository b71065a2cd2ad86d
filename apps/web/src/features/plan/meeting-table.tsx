import { Link } from '@tanstack/react-router';
import type { MeetingLine } from '@vungmanh/contracts/meetings/meeting';
import { meetingKindLabel, meetingStateLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { whenOf } from '../meeting/meeting-title.js';
import { stateTone } from '../meeting/phase.js';

interface TableProps {
  readonly caption: string;
  readonly lines: readonly MeetingLine[];
  readonly withBody: boolean;
  /** Meetings of several months: the month stands first. */
  readonly withMonth: boolean;
}

const kind: Column<MeetingLine> = {
  key: 'kind',
  header: 'Buổi sinh hoạt',
  phone: 'title',
  cell: (m) => (
    <Link to="/meetings/$meetingId" params={{ meetingId: m.id }} className="strong">
      {meetingKindLabel[m.kind]}
      {m.coversThematic && ' kết hợp chuyên đề'}
    </Link>
  ),
};
const rest: readonly Column<MeetingLine>[] = [
  { key: 'when', header: 'Thời gian', cell: (m) => whenOf(m) },
  { key: 'place', header: 'Địa điểm', cell: (m) => m.place ?? <span className="soft">chưa định</span> },
  { key: 'topic', header: 'Chuyên đề', phone: 'hide', cell: (m) => m.topic ?? '' },
  {
    key: 'deviations',
    header: 'Khác quy định',
    cell: (m) => (m.deviations === 0 ? <span className="soft">không</span> : <Badge tone="late">{m.deviations} điểm</Badge>),
  },
  { key: 'state', header: 'Trạng thái', phone: 'mark', cell: (m) => <Badge tone={stateTone[m.state]}>{meetingStateLabel[m.state]}</Badge> },
];
const month: Column<MeetingLine> = { key: 'month', header: 'Tháng', cell: (m) => m.month.slice(5), phone: 'hide' };
const body: Column<MeetingLine> = { key: 'body', header: 'Tổ chức', cell: (m) => m.bodyName };

export function MeetingTable({ caption, lines, withBody, withMonth }: TableProps) {
  const now = today().slice(0, 7);
  return (
    <DataTable
      caption={caption}
      columns={[...(withMonth ? [month] : []), kind, ...(withBody ? [body] : []), ...rest]}
      rows={lines}
      rowKey={(m) => m.id}
      rowTone={(m) => (withMonth && m.month === now ? 'current' : undefined)}
    />
  );
}
