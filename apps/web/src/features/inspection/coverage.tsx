import { getRouteApi } from '@tanstack/react-router';
import { coverageOfChildren, type CoverageRow, exportCoverage } from '@vungmanh/contracts/inspection/coverage';
import type { LineTotals } from '@vungmanh/contracts/inspection/program';
import { useQueryOf } from '../../api/queries.js';
import { showCount } from '../../text/numbers.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Totals } from '../../ui/totals.js';
import { DownloadButton } from '../meeting/download-button.js';
import { QUARTERS, quarterText } from './inspection-text.js';
import { Bar, QuarterBars } from './quarter-bars.js';

const route = getRouteApi('/app/inspection');

const totalOf = (quarters: CoverageRow['quarters']): LineTotals =>
  quarters.reduce(
    (sum, q) => ({
      planned: sum.planned + q.planned,
      inProgress: sum.inProgress + q.inProgress,
      done: sum.done + q.done,
      overdue: sum.overdue + q.overdue,
    }),
    { planned: 0, inProgress: 0, done: 0, overdue: 0 },
  );

/** Lines of a quarter on organizations and members together. */
const quarterOf = (row: CoverageRow, quarter: number) => ({ quarter, ...totalOf(row.quarters.filter((q) => q.quarter === quarter)) });

const quarterColumn = (quarter: number): Column<CoverageRow> => ({
  key: `q${quarter}`,
  header: quarterText(quarter),
  align: 'end',
  nowrap: true,
  cell: (row) => {
    const q = quarterOf(row, quarter);
    const all = q.planned + q.inProgress + q.done;
    if (all === 0) return '–';
    return (
      <>
        {showCount(q.done)}/{showCount(all)}
        {q.overdue > 0 && <span className="inspection-alarm"> ({showCount(q.overdue)} quá hạn)</span>}
      </>
    );
  },
});

function Table({ rows, home }: { rows: readonly CoverageRow[]; home: string }) {
  const navigate = route.useNavigate();
  const columns: readonly Column<CoverageRow>[] = [
    { key: 'code', header: 'Mã', cell: (r) => r.code, nowrap: true, phone: 'hide' },
    {
      key: 'name',
      header: 'Tổ chức đảng',
      phone: 'title',
      cell: (r) =>
        r.nodeId === home || r.units <= 1 ? (
          <span className="strong">{r.name}</span>
        ) : (
          <LinkButton onClick={() => void navigate({ search: (now) => ({ ...now, node: r.nodeId }) })}>{r.name}</LinkButton>
        ),
    },
    {
      key: 'bar',
      header: 'Cả năm',
      phone: 'hide',
      cell: (r) => (
        <span className="coverage-bar">
          <Bar of={totalOf(r.quarters)} />
        </span>
      ),
    },
    ...QUARTERS.map(quarterColumn),
    { key: 'neverUnits', header: 'Tổ chức chưa được KT, GS', align: 'end', cell: (r) => `${showCount(r.neverUnits)}/${showCount(r.units)}` },
    { key: 'neverMembers', header: 'Đảng viên chưa được KT, GS', align: 'end', cell: (r) => `${showCount(r.neverMembers)}/${showCount(r.members)}` },
  ];
  return <DataTable caption="Số cuộc đã xong trên số cuộc theo chương trình, từng quý" columns={columns} rows={rows} rowKey={(r) => r.nodeId} />;
}

/** How far published programs of all bodies have come with what stands below an organization. */
export function Coverage({ nodeId, home, year }: { nodeId: string; home: string; year: number }) {
  const navigate = route.useNavigate();
  const coverage = useQueryOf(coverageOfChildren, { nodeId, year });
  const [top, ...below] = coverage.data?.items ?? [];
  if (!top) return coverage.error ? <ProblemNote problem={coverage.error} onRetry={() => void coverage.refetch()} /> : <Skeleton lines={8} />;
  return (
    <div className="stack loose">
      <div className="row apart">
        <h2>{top.name}</h2>
        <div className="row no-print">
          {nodeId !== home && (
            <Button size="small" icon="left" onClick={() => void navigate({ search: (now) => ({ ...now, node: undefined }) })}>
              Về đầu
            </Button>
          )}
          <DownloadButton operation={exportCoverage} input={{ nodeId, year }} name={`Kiểm tra, giám sát năm ${year}`}>
            Xuất Excel
          </DownloadButton>
        </div>
      </div>
      <Totals
        label={`Kiểm tra, giám sát năm ${year}`}
        items={[
          { label: 'Tổ chức chưa được kiểm tra, giám sát', value: showCount(top.neverUnits), of: top.units },
          { label: 'Đảng viên chưa được kiểm tra, giám sát', value: showCount(top.neverMembers), of: top.members },
        ]}
      />
      <Card title="Tiến độ từng quý">
        <QuarterBars quarters={QUARTERS.map((q) => quarterOf(top, q))} />
      </Card>
      {below.length > 0 && (
        <Card title="Tổ chức trực thuộc: đã xong/theo chương trình" flush>
          <Table rows={below} home={home} />
        </Card>
      )}
      <p className="soft small">
        Chỉ tính những cuộc đã thông báo đến đối tượng, của mọi cơ quan có thẩm quyền. Chưa được kiểm tra, giám sát (KT, GS) là chưa có cuộc nào ghi
        đã xong trên phần mềm.
      </p>
    </div>
  );
}
