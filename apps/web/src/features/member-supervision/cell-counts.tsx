import { type Quarter, type SupervisionCounts, supervisionCounts, SupervisionStanding } from '@vungmanh/contracts/inspection/member-supervision';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { outcomes } from './outcomes.js';
import { standingLabel, standingTone } from './supervision-text.js';

const standingOf = ({ state }: SupervisionCounts): SupervisionStanding => state ?? 'NONE';

const columns: readonly Column<SupervisionCounts>[] = [
  { key: 'code', header: 'Mã', cell: (row) => row.code, nowrap: true, phone: 'hide' },
  { key: 'name', header: 'Chi bộ', phone: 'title', cell: (row) => <span className="strong">{row.name}</span> },
  {
    key: 'state',
    header: 'Tình trạng',
    phone: 'mark',
    cell: (row) => <Badge tone={standingTone[standingOf(row)]}>{standingLabel[standingOf(row)]}</Badge>,
  },
  { key: 'lines', header: 'Đảng viên', align: 'end', cell: (row) => showCount(row.lines) },
  ...outcomes.map(({ key, short }): Column<SupervisionCounts> => ({
    key,
    header: short,
    align: 'end',
    cell: (row) => (row.state === undefined ? '–' : row[key] === undefined ? <span className="soft">dưới 3</span> : showCount(row[key])),
  })),
];

/** The cells one by one, in counts. */
export function CellCounts({ nodeId, quarter }: { nodeId: string; quarter: Quarter }) {
  const [state, setState] = useState<SupervisionStanding>();
  const list = useListOf(supervisionCounts, { nodeId, quarter, ...(state !== undefined && { state }) });
  return (
    <Card title="Từng chi bộ" flush>
      <div className="stack">
        <div className="supervision-lead">
          <Chips
            label="Lọc chi bộ"
            value={state}
            onChange={setState}
            options={SupervisionStanding.options.map((value) => ({ value, label: standingLabel[value] }))}
          />
        </div>
        <ProblemNote problem={list.problem} onRetry={list.reload} />
        {list.loading ? (
          <Skeleton lines={6} />
        ) : list.rows.length === 0 ? (
          <p className="soft supervision-lead">Không có chi bộ nào.</p>
        ) : (
          <DataTable
            caption="Chi bộ và kết quả giám sát trong quý, xếp theo mã"
            columns={columns}
            rows={list.rows}
            rowKey={(row) => row.nodeId}
            {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
          />
        )}
      </div>
    </Card>
  );
}
