import { Link } from '@tanstack/react-router';
import type { MemberLine } from '@vungmanh/contracts/membership/member';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { remarksOf, statusShort, statusTone } from './status.js';

/** Columns of a list of members; `opens` where the person may read records, `withCell` where the cells differ. */
export function memberColumns<T extends MemberLine>({ opens, withCell }: { opens: boolean; withCell: boolean }): readonly Column<T>[] {
  const columns: readonly Column<T>[] = [
    {
      key: 'name',
      header: 'Họ và tên',
      phone: 'title',
      cell: (m) =>
        opens ? (
          <Link to="/members/$personId" params={{ personId: m.id }} className="strong">
            {m.name}
          </Link>
        ) : (
          <span className="strong">{m.name}</span>
        ),
    },
    { key: 'born', header: 'Năm sinh', cell: (m) => m.birthYear, align: 'end' },
    { key: 'since', header: 'Ngày vào Đảng', cell: (m) => m.admittedOn && showDate(m.admittedOn), align: 'end', nowrap: true },
    { key: 'cell', header: 'Chi bộ', cell: (m) => m.nodeName },
    { key: 'status', header: 'Tư cách', phone: 'mark', cell: (m) => <Badge tone={statusTone[m.status]}>{statusShort[m.status]}</Badge> },
    { key: 'remarks', header: 'Ghi chú', cell: (m) => remarksOf(m).join('; ') },
  ];
  return columns.filter((c) => withCell || c.key !== 'cell');
}

interface MemberTableProps {
  readonly caption: string;
  readonly rows: readonly MemberLine[];
  readonly opens: boolean;
  readonly withCell: boolean;
  readonly more: { readonly load: () => void; readonly busy: boolean } | undefined;
}

export function MemberTable({ caption, rows, opens, withCell, more }: MemberTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={memberColumns<MemberLine>({ opens, withCell })}
      rows={rows}
      rowKey={(m) => m.id}
      {...(more ? { more } : {})}
    />
  );
}
