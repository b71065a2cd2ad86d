import { getRouteApi, Link } from '@tanstack/react-router';
import { type CourseEdition, courseKindLabel, getCourse } from '@vungmanh/contracts/training/course';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { ReviseCourse } from './course-form.js';
import { lengthText, validityText } from './course-text.js';
import './training.css';
import { useProvince } from './use-province.js';

const route = getRouteApi('/app/training/courses/$courseId');

function Edition({ edition }: { edition: CourseEdition }) {
  const { validFrom, validTo, topics } = edition;
  const days = validTo === undefined ? `từ ${showDate(validFrom)}` : `${showDate(validFrom)} – ${showDate(validTo)}`;
  const now = today();
  const inForce = validFrom <= now && (validTo === undefined || now < validTo);
  return (
    <Card title={`Chương trình lần ${edition.number}, ${days}`} aside={inForce && <Badge tone="active">Đang áp dụng</Badge>}>
      <div className="stack">
        <Facts
          items={[
            ['Đối tượng', edition.audience],
            ['Thời lượng', lengthText(edition)],
            ['Cơ quan cấp giấy chứng nhận', edition.issuer],
            ['Giấy chứng nhận có hiệu lực', validityText(edition.validMonths)],
            ['Căn cứ', edition.source],
          ]}
        />
        {topics.length > 0 && (
          <ol className="course-topics">
            {topics.map(({ title, periods }) => (
              <li key={title}>
                {title}
                {periods !== undefined && <span className="soft"> · {periods} tiết</span>}
              </li>
            ))}
          </ol>
        )}
      </div>
    </Card>
  );
}

/** One course with every edition of its syllabus, the newest first. */
export function CoursePage() {
  const { courseId } = route.useParams();
  const session = useSession();
  const province = useProvince();
  const [revising, setRevising] = useState(false);
  const close = () => setRevising(false);
  const course = useQueryOf(getCourse, { courseId });
  const mayRevise = province !== undefined && may(session, 'training:plan', province);
  return (
    <Page
      title={course.data?.label ?? 'Lớp học'}
      about={course.data && courseKindLabel[course.data.kind]}
      crumbs={
        <Crumbs>
          {[
            <Link key="all" to="/training" search={{ view: 'courses' }}>
              Đào tạo, bồi dưỡng
            </Link>,
          ]}
        </Crumbs>
      }
      actions={course.data && mayRevise && <Button onClick={() => setRevising(true)}>Sửa chương trình</Button>}
    >
      <ProblemNote problem={course.error} onRetry={() => void course.refetch()} />
      {course.data ? (
        <div className="stack loose">
          {course.data.editions.map((edition) => (
            <Edition key={edition.number} edition={edition} />
          ))}
        </div>
      ) : (
        !course.error && <Skeleton lines={8} />
      )}
      {course.data && province !== undefined && (
        <Dialog open={revising} title="Sửa chương trình" onClose={close}>
          <ReviseCourse nodeId={province} course={course.data} onClose={close} />
        </Dialog>
      )}
    </Page>
  );
}
