import { getRouteApi, Link } from '@tanstack/react-router';
import { type BookLine, exportInspectionBook, InspectionBook, inspectionBookLabel, readInspectionBook } from '@vungmanh/contracts/inspection/book';
import { useQueryOf } from '../../api/queries.js';
import { showDate, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button, IconButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { DownloadButton } from '../meeting/download-button.js';
import './discipline.css';

const route = getRouteApi('/app/discipline/book');

const columnsOf = (book: InspectionBook): readonly Column<BookLine>[] => [
  { key: 'on', header: book === 'APPEALS' ? 'Ngày gửi' : 'Ngày nhận', nowrap: true, cell: (line) => showDate(line.on) },
  {
    key: 'name',
    header: book === 'APPEALS' ? 'Người khiếu nại' : 'Đối tượng bị tố cáo',
    phone: 'title',
    cell: (line) =>
      book === 'APPEALS' ? (
        <Link to="/discipline/$disciplineId" params={{ disciplineId: line.id }} className="strong">
          {line.name}
        </Link>
      ) : (
        <Link to="/denunciations/$denunciationId" params={{ denunciationId: line.id }} className="strong">
          {line.name}
        </Link>
      ),
  },
  { key: 'matter', header: 'Nội dung', cell: (line) => line.matter },
  { key: 'body', header: 'Cơ quan giải quyết', cell: (line) => line.body },
  { key: 'accepted', header: 'Thụ lý', cell: (line) => [line.acceptedOn && showDate(line.acceptedOn), line.notice].filter(Boolean).join(' · ') },
  { key: 'due', header: 'Hạn giải quyết', nowrap: true, cell: (line) => line.due && showDate(line.due) },
  {
    key: 'step',
    header: 'Bước',
    phone: 'mark',
    cell: (line) => (
      <span className="row">
        <Badge tone="plain">{line.step}</Badge>
        {line.late && <Badge tone="late">Quá hạn</Badge>}
      </span>
    ),
  },
  {
    key: 'outcome',
    header: 'Kết quả',
    cell: (line) => [line.closedOn && showDate(line.closedOn), line.answer, line.outcome].filter(Boolean).join(' · '),
  },
];

function Book({ book, year }: { book: InspectionBook; year: number }) {
  const found = useQueryOf(readInspectionBook, { book, year });
  if (found.error) return <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  if (found.data.items.length === 0) {
    return (
      <EmptyState icon="file" title={`Năm ${year} chưa có dòng nào`}>
        <p>Sổ chỉ có những hồ sơ mà đồng chí được giao.</p>
      </EmptyState>
    );
  }
  return (
    <Card flush>
      <DataTable
        caption={`${inspectionBookLabel[book]} năm ${year}`}
        rows={found.data.items}
        rowKey={(line) => `${line.id}${line.on}${line.body}`}
        rowTone={(line) => (line.late ? 'late' : undefined)}
        columns={columnsOf(book)}
      />
    </Card>
  );
}

/** The registers as they are printed: without who denounces, and with the files alone that one was given. */
export function BookPage() {
  const navigate = route.useNavigate();
  const { book = 'DENUNCIATIONS', year = Number(today().slice(0, 4)) } = route.useSearch();
  const go = (to: { book?: InspectionBook; year?: number }) => void navigate({ search: { book, year, ...to } });
  return (
    <Page
      title={`${inspectionBookLabel[book]} năm ${year}`}
      about="Không có tên người tố cáo. Nội dung tố cáo chỉ đọc trong hồ sơ."
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/discipline">
              Kỷ luật đảng, tố cáo
            </Link>,
          ]}
        </Crumbs>
      }
      actions={
        <span className="row no-print">
          <Button icon="print" onClick={() => window.print()}>
            In sổ
          </Button>
          <DownloadButton operation={exportInspectionBook} input={{ book, year }} name={inspectionBookLabel[book]}>
            Xuất Excel
          </DownloadButton>
        </span>
      }
    >
      <div className="row no-print">
        <IconButton icon="left" label={`Năm ${year - 1}`} onClick={() => go({ year: year - 1 })} />
        <span className="strong">Năm {year}</span>
        <IconButton icon="right" label={`Năm ${year + 1}`} onClick={() => go({ year: year + 1 })} />
      </div>
      <Tabs
        label="Sổ theo dõi"
        value={book}
        onChange={(next) => go({ book: next })}
        tabs={InspectionBook.options.map((value) => ({ value, label: inspectionBookLabel[value] }))}
      >
        <Book book={book} year={year} />
      </Tabs>
    </Page>
  );
}
