import { Link } from '@tanstack/react-router';
import { courseKindLabel, type CourseLine, listCourses } from '@vungmanh/contracts/training/course';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { AddCourse } from './course-form.js';
import { lengthText, validityText } from './course-text.js';

const columns: readonly Column<CourseLine>[] = [
  {
    key: 'label',
    header: 'Lớp học',
    phone: 'title',
    cell: (c) => (
      <Link to="/training/courses/$courseId" params={{ courseId: c.id }}>
        {c.label}
      </Link>
    ),
  },
  { key: 'kind', header: 'Hình thức', cell: (c) => courseKindLabel[c.kind], nowrap: true },
  { key: 'audience', header: 'Đối tượng', cell: (c) => c.edition?.audience ?? '' },
  { key: 'length', header: 'Thời lượng', cell: (c) => (c.edition ? lengthText(c.edition) : '') },
  { key: 'valid', header: 'Hiệu lực chứng nhận', cell: (c) => (c.edition ? validityText(c.edition.validMonths) : ''), nowrap: true },
];

/** What the province teaches, to whom and for how long; the province itself adds to it. */
export function CourseList({ nodeId, province }: { nodeId: string; province: boolean }) {
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const courses = useQueryOf(listCourses, {});
  const close = () => setAdding(false);
  const mayAdd = province && may(session, 'training:plan', nodeId);
  return (
    <div className="stack">
      {mayAdd && (
        <div className="row no-print">
          <Button icon="plus" onClick={() => setAdding(true)}>
            Thêm lớp học vào danh mục
          </Button>
        </div>
      )}
      <Card flush={courses.data !== undefined}>
        <ProblemNote problem={courses.error} onRetry={() => void courses.refetch()} />
        {courses.data ? (
          <DataTable caption="Chương trình bồi dưỡng" columns={columns} rows={courses.data.items} rowKey={(c) => c.id} />
        ) : (
          !courses.error && <Skeleton lines={8} />
        )}
      </Card>
      <Dialog open={adding} title="Thêm lớp học vào danh mục" onClose={close}>
        <AddCourse nodeId={nodeId} onClose={close} />
      </Dialog>
    </div>
  );
}
