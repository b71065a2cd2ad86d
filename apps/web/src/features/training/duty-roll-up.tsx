import { getRouteApi } from '@tanstack/react-router';
import type { DutyFigures, DutyRow } from '@vungmanh/contracts/training/duty';
import { showCount, showShare } from '../../text/numbers.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Totals } from '../../ui/totals.js';

const route = getRouteApi('/app/training');

const percent = (part: number, all: number): string => `${all === 0 ? 0 : (part / all) * 100}%`;

/** Done and overdue as shares of what is due in the year. */
function Bar({ of: { due, done, overdue } }: { of: DutyFigures }) {
  return (
    <svg className="duty-bar" aria-hidden="true" focusable="false">
      <rect className="duty-frame" width="100%" height="100%" />
      <rect className="duty-done" width={percent(done, due)} height="100%" />
      <rect className="duty-overdue" x={percent(done, due)} width={percent(Math.min(overdue, due - done), due)} height="100%" />
    </svg>
  );
}

const figure = (key: keyof DutyFigures, header: string): Column<DutyRow> => ({
  key,
  header,
  align: 'end',
  nowrap: true,
  cell: (r) => showCount(r[key]),
});

function Below({ rows, year }: { rows: readonly DutyRow[]; year: number }) {
  const navigate = route.useNavigate();
  const columns: readonly Column<DutyRow>[] = [
    { key: 'code', header: 'Mã', cell: (r) => r.code, nowrap: true, phone: 'hide' },
    {
      key: 'name',
      header: 'Tổ chức đảng',
      phone: 'title',
      cell: (r) => <LinkButton onClick={() => void navigate({ search: (now) => ({ ...now, node: r.nodeId }) })}>{r.name}</LinkButton>,
    },
    { key: 'bar', header: `Năm ${year}`, phone: 'hide', cell: (r) => <Bar of={r} /> },
    { key: 'done', header: 'Đã học/phải học', align: 'end', nowrap: true, cell: (r) => `${showCount(r.done)}/${showCount(r.due)}` },
    figure('soon', 'Sắp đến hạn'),
    { ...figure('overdue', 'Quá hạn'), cell: (r) => (r.overdue > 0 ? <span className="training-alarm">{showCount(r.overdue)}</span> : '0') },
  ];
  return <DataTable caption={`Việc học theo tổ chức trực thuộc, năm ${year}`} columns={columns} rows={rows} rowKey={(r) => r.nodeId} />;
}

/** How many still have to take their courses at and below an organization, and how many have. */
export function DutyRollUp({ top, below, home, year }: { top: DutyRow; below: readonly DutyRow[]; home: string; year: number }) {
  const navigate = route.useNavigate();
  return (
    <>
      <div className="row apart">
        <h2>{top.name}</h2>
        {top.nodeId !== home && (
          <Button size="small" icon="left" onClick={() => void navigate({ search: (now) => ({ ...now, node: undefined }) })}>
            Về đầu
          </Button>
        )}
      </div>
      <Totals
        label={`Việc học năm ${year}`}
        items={[
          { label: `Phải học xong trong năm ${year}`, value: showCount(top.due) },
          { label: `Đã học (${showShare(top.done, top.due)})`, value: showCount(top.done), tone: 'blue' },
          { label: 'Sắp đến hạn', value: showCount(top.soon), tone: 'amber' },
          { label: 'Quá hạn', value: showCount(top.overdue), tone: 'red' },
        ]}
      />
      {below.length > 0 && (
        <Card title="Tổ chức trực thuộc" flush>
          <Below rows={below} year={year} />
        </Card>
      )}
    </>
  );
}
