import { Link } from '@tanstack/react-router';
import type { MeetingCheckLine } from '@vungmanh/contracts/inspection/meeting-check';
import { halfYearText, meetingCheckStateLabel } from '@vungmanh/contracts/inspection/meeting-check-state';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { CheckProgress } from './check-progress.js';
import { checkTone } from './meeting-check-text.js';

/** `mine`: the checks that the person reads whole; for others a line is all there is. */
const columnsFor = (mine: ReadonlySet<string>): readonly Column<MeetingCheckLine>[] => [
  {
    key: 'half',
    header: 'Kỳ kiểm tra',
    phone: 'title',
    cell: (c) =>
      mine.has(c.id) ? (
        <Link to="/meeting-checks/$checkId" params={{ checkId: c.id }} className="strong">
          {halfYearText(c.half)}
        </Link>
      ) : (
        <span className="strong">{halfYearText(c.half)}</span>
      ),
  },
  { key: 'state', header: 'Tình trạng', phone: 'mark', cell: (c) => <Badge tone={checkTone[c.state]}>{meetingCheckStateLabel[c.state]}</Badge> },
  { key: 'node', header: 'Cấp ủy', cell: (c) => c.nodeName },
  { key: 'progress', header: 'Tiến độ', cell: (c) => <CheckProgress check={c} /> },
  { key: 'end', header: 'Dự kiến xong', cell: (c) => showDate(c.plannedEnd), nowrap: true },
  { key: 'number', header: 'Thông báo', cell: (c) => c.number ?? '–', nowrap: true },
];

interface CheckTableProps {
  readonly rows: readonly MeetingCheckLine[];
  readonly mine: ReadonlySet<string>;
  readonly more?: { readonly load: () => void; readonly busy: boolean };
}

/** Checks as a list, the newest half first. */
export function CheckTable({ rows, mine, more }: CheckTableProps) {
  return (
    <DataTable caption="Các cuộc kiểm tra sinh hoạt chi bộ" columns={columnsFor(mine)} rows={rows} rowKey={(c) => c.id} {...(more && { more })} />
  );
}
