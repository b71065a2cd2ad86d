import { Link } from '@tanstack/react-router';
import { type ChapterUse, handbookUse } from '@vungmanh/contracts/meetings/handbook';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { IconButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, Note, ProblemNote, Skeleton } from '../../ui/notes.js';

const quarters = ['Quý I', 'Quý II', 'Quý III', 'Quý IV'];

const columns: readonly Column<ChapterUse>[] = [
  {
    key: 'title',
    header: 'Chương',
    phone: 'title',
    cell: (c) => (
      <Link to="/library/$chapterId" params={{ chapterId: c.id }}>
        {c.code}. {c.title}
      </Link>
    ),
  },
  ...quarters.map((header, i): Column<ChapterUse> => ({ key: header, header, align: 'end', cell: (c) => showCount(c.quarters[i] ?? 0) })),
];

/** How many agendas cite each chapter, below one organization: sums alone. */
export function ChapterUseTable({ nodeId }: { nodeId: string }) {
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const use = useQueryOf(handbookUse, { nodeId, year });
  const rows = use.data?.chapters ?? [];
  return (
    <div className="stack loose">
      <div className="row">
        <IconButton icon="left" label={`Năm ${year - 1}`} onClick={() => setYear(year - 1)} />
        <span className="strong" role="status">
          Năm {year}
        </span>
        <IconButton icon="right" label={`Năm ${year + 1}`} onClick={() => setYear(year + 1)} />
      </div>
      {use.error?.code === 'meetings/single-organization' ? (
        <Note title="Số lượt dẫn chỉ tính chung cho nhiều tổ chức">
          <p>Tổ chức này có chưa đến hai tổ chức trực thuộc nên không có số liệu.</p>
        </Note>
      ) : (
        <ProblemNote problem={use.error} onRetry={() => void use.refetch()} />
      )}
      {use.isPending ? (
        <Skeleton lines={5} />
      ) : rows.length > 0 ? (
        <Card title="Số chương trình sinh hoạt có dẫn từng chương" flush>
          <DataTable caption="Số chương trình sinh hoạt có dẫn từng chương, theo quý" columns={columns} rows={rows} rowKey={(c) => c.id} />
        </Card>
      ) : (
        !use.error && <EmptyState icon="overview" title={`Năm ${year} chưa có chương trình sinh hoạt nào dẫn Sổ tay`} />
      )}
      <p className="soft small">Chỉ tính chương trình đã thông báo hoặc đã họp. Không đếm lượt xem, không thống kê chi bộ nào chưa dẫn.</p>
    </div>
  );
}
