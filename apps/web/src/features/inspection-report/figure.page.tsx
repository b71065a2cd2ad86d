import { getRouteApi, Link } from '@tanstack/react-router';
import { inspectionKindLabel, subjectKindLabel } from '@vungmanh/contracts/inspection/kind';
import { behindFigure, behindPlanned, type BehindRow } from '@vungmanh/contracts/inspection/report';
import { reportCodeText, reportMeasureLabel, reportPeriodText } from '@vungmanh/contracts/inspection/report-label';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { type FigureSearch, plannedCodeLabel, plannedCodeOf } from './figure-search.js';
import { RowLink } from './row-link.js';

const route = getRouteApi('/app/inspection/report');

const columns: readonly Column<BehindRow>[] = [
  { key: 'about', header: 'Đối tượng', phone: 'title', cell: (row) => <RowLink row={row} /> },
  { key: 'what', header: 'Nội dung', cell: (row) => row.what },
  { key: 'node', header: 'Tổ chức', cell: (row) => row.nodeName },
  { key: 'on', header: 'Ngày', nowrap: true, cell: (row) => showDate(row.on) },
  { key: 'stands', header: 'Tình trạng', cell: (row) => row.stands },
];

type List = ReturnType<typeof useListOf<typeof behindFigure>> | ReturnType<typeof useListOf<typeof behindPlanned>>;

function Rows({ list }: { list: List }) {
  if (list.loading) return <Skeleton lines={6} />;
  if (list.problem) return <ProblemNote problem={list.problem} onRetry={list.reload} />;
  if (list.rows.length === 0) {
    return (
      <EmptyState icon="file" title="Không có hồ sơ nào đồng chí được xem">
        <p>Danh sách chỉ gồm những hồ sơ mà đồng chí có tên trong danh sách người được biết.</p>
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <p role="status">
        {list.hasMore ? `${showCount(list.rows.length)} dòng đầu` : `${showCount(list.rows.length)} dòng`}
        <span className="soft small"> – chỉ gồm hồ sơ đồng chí được xem</span>
      </p>
      <DataTable
        caption="Hồ sơ của số liệu"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
      />
    </div>
  );
}

function Results({ search: { node, period, measure = 'CASE_OPENED', code, subject } }: { search: FigureSearch }) {
  return <Rows list={useListOf(behindFigure, { nodeId: node, period, measure, code, ...(subject && { subject }), limit: 50 })} />;
}

function Planned({ search: { node, period, kind = 'COMPLIANCE_INSPECTION', code, subject = 'MEMBER' } }: { search: FigureSearch }) {
  return <Rows list={useListOf(behindPlanned, { nodeId: node, period, kind, subject, code: plannedCodeOf(code), limit: 50 })} />;
}

function titleOf({ measure, kind, code }: FigureSearch): string {
  if (measure !== undefined) return `${reportMeasureLabel[measure]}: ${reportCodeText(measure, code)}`;
  return `${plannedCodeLabel[plannedCodeOf(code)]}${kind === undefined ? '' : `: ${inspectionKindLabel[kind]}`}`;
}

/** What a figure of the report is made of, as far as one may read it: as many rows as it counts for who may read all. */
export function FigurePage() {
  const search = route.useSearch();
  const { period, measure, subject } = search;
  const whom = subject === undefined ? '' : ` · ${subjectKindLabel[subject]}`;
  return (
    <Page
      title={titleOf(search)}
      about={`${reportPeriodText(period)}${whom}`}
      crumbs={
        <Crumbs>
          {[
            <Link key="report" to="/inspection" search={{ view: 'report', year: Number(period.slice(0, 4)), period }}>
              Báo cáo kiểm tra, giám sát
            </Link>,
          ]}
        </Crumbs>
      }
    >
      {measure === undefined ? <Planned search={search} /> : <Results search={search} />}
    </Page>
  );
}
