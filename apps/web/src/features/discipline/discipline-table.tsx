import { Link } from '@tanstack/react-router';
import type { DisciplineLine } from '@vungmanh/contracts/inspection/discipline';
import { disciplineStateLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { Badge } from '../../ui/badge.js';
import { DataTable } from '../../ui/data-table.js';
import { bodyText, stateTone } from './discipline-text.js';

interface DisciplineTableProps {
  readonly rows: readonly DisciplineLine[];
  readonly more?: { readonly load: () => void; readonly busy: boolean };
}

/** Cases on whose lists one stands, the newest first. */
export function DisciplineTable({ rows, more }: DisciplineTableProps) {
  return (
    <DataTable
      caption="Hồ sơ kỷ luật"
      rows={rows}
      rowKey={(row) => row.id}
      rowTone={(row) => (row.overdue ? 'late' : undefined)}
      {...(more ? { more } : {})}
      columns={[
        {
          key: 'name',
          header: 'Đối tượng',
          phone: 'title',
          cell: (row) => (
            <Link to="/discipline/$disciplineId" params={{ disciplineId: row.id }} className="strong">
              {row.name}
            </Link>
          ),
        },
        { key: 'body', header: 'Cơ quan xem xét', cell: (row) => bodyText(row.actor, row.nodeName) },
        { key: 'form', header: 'Hình thức', cell: (row) => (row.form === undefined ? 'Chưa quyết định' : disciplineFormLabel[row.form]) },
        {
          key: 'state',
          header: 'Bước',
          phone: 'mark',
          cell: (row) => (
            <span className="row">
              <Badge tone={stateTone[row.state]}>{disciplineStateLabel[row.state]}</Badge>
              {row.overdue && <Badge tone="late">Quá hạn ra văn bản</Badge>}
            </span>
          ),
        },
      ]}
    />
  );
}
