import { courseKindLabel } from '@vungmanh/contracts/training/course';
import { myTakenCourses, takenCourses, type TakenCourse } from '@vungmanh/contracts/training/past-attendance';
import { holderLevelLabel, pastResultLabel } from '@vungmanh/contracts/training/past-sheet';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ProblemNote } from '../../ui/notes.js';

const columns: readonly Column<TakenCourse>[] = [
  { key: 'course', header: 'Lớp học', phone: 'title', cell: (c) => c.course },
  { key: 'kind', header: 'Loại', cell: (c) => courseKindLabel[c.kind] },
  { key: 'when', header: 'Thời gian', cell: (c) => (c.from === c.to ? showDate(c.from) : `${showDate(c.from)} – ${showDate(c.to)}`) },
  { key: 'where', header: 'Nơi học', cell: (c) => [c.place, c.level && holderLevelLabel[c.level]].filter(Boolean).join(', ') },
  { key: 'hours', header: 'Số tiết', align: 'end', cell: (c) => c.hours },
  { key: 'result', header: 'Kết quả', cell: (c) => (c.result ? pastResultLabel[c.result] : 'Đang học') },
  { key: 'certificate', header: 'Số giấy chứng nhận', cell: (c) => c.certificate },
];

function Taken({ list }: { list: ReturnType<typeof useListOf<typeof myTakenCourses>> }) {
  const { rows, problem, reload, hasMore, more, loadingMore } = list;
  if (rows.length === 0) return <ProblemNote problem={problem} onRetry={reload} />;
  return (
    <Card title="Quá trình đào tạo, bồi dưỡng" flush>
      <DataTable
        caption="Các lớp đã học, mới nhất trước"
        columns={columns}
        rows={rows}
        rowKey={(c) => c.id}
        {...(hasMore ? { more: { load: more, busy: loadingMore } } : {})}
      />
    </Card>
  );
}

/** What a member has taken, in classes of ours and before them; nothing where there is none. */
export function TakenCourses({ personId }: { personId: string }) {
  return <Taken list={useListOf(takenCourses, { personId, limit: 20 }, { once: true })} />;
}

export function MyTakenCourses() {
  return <Taken list={useListOf(myTakenCourses, { limit: 20 })} />;
}
