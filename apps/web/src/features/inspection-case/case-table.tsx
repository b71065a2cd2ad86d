import { Link } from '@tanstack/react-router';
import type { CaseLine } from '@vungmanh/contracts/inspection/case';
import { casePartLabel } from '@vungmanh/contracts/inspection/case-part';
import { caseStateLabel, inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { actorText } from '../inspection/inspection-text.js';
import { caseTone } from './case-text.js';

const columns: readonly Column<CaseLine>[] = [
  {
    key: 'subject',
    header: 'Đối tượng',
    phone: 'title',
    cell: (c) => (
      <Link to="/inspection/cases/$caseId" params={{ caseId: c.id }} className="strong">
        {c.subjectName}
      </Link>
    ),
  },
  { key: 'kind', header: 'Hình thức', cell: (c) => inspectionKindLabel[c.kind] },
  { key: 'actor', header: 'Cơ quan tiến hành', cell: (c) => actorText(c.actor, c.nodeName) },
  { key: 'part', header: 'Tôi là', cell: (c) => c.parts.map((p) => casePartLabel[p]).join('; ') },
  { key: 'due', header: 'Thời hạn', nowrap: true, cell: (c) => (c.dueOn === undefined ? '—' : showDate(c.dueOn)) },
  {
    key: 'state',
    header: 'Tình trạng',
    phone: 'mark',
    cell: (c) => <Badge tone={c.overdue ? 'late' : caseTone[c.state]}>{c.overdue ? 'Quá hạn' : caseStateLabel[c.state]}</Badge>,
  },
];

export function CaseTable({ rows, more }: { rows: readonly CaseLine[]; more?: { readonly load: () => void; readonly busy: boolean } }) {
  return <DataTable caption="Hồ sơ kiểm tra, giám sát" columns={columns} rows={rows} rowKey={(c) => c.id} {...(more && { more })} />;
}
