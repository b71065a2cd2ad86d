import { getRouteApi, Link } from '@tanstack/react-router';
import { getClass, type TrainingClass } from '@vungmanh/contracts/training/class';
import { classStateLabel } from '@vungmanh/contracts/training/class-state';
import { useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card, Facts } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { Totals } from '../../ui/totals.js';
import { Quizzes } from '../quiz/quizzes.js';
import { Certificates } from './certificates.js';
import { ClassActs } from './class-acts.js';
import { ClassPapers } from './class-papers.js';
import { classTone, markText, spanText } from './class-text.js';
import { Lessons } from './lessons.js';
import { People } from './people.js';
import './training-class.css';

const route = getRouteApi('/app/training/classes/$classId');

function Figures({ found: { counts: c, capacity, state } }: { found: TrainingClass }) {
  const items =
    state === 'PLANNED' || state === 'ENROLLING'
      ? [
          { label: 'Chờ duyệt', value: c.nominated, tone: 'amber' as const },
          { label: 'Đã duyệt', value: c.approved + c.confirmed, of: capacity, tone: 'blue' as const },
          { label: 'Đã xác nhận', value: c.confirmed },
          { label: 'Danh sách chờ', value: c.waiting },
          { label: 'Xin không học', value: c.declined, tone: 'red' as const },
        ]
      : [
          { label: 'Đang học', value: c.attending, tone: 'blue' as const },
          { label: 'Đạt yêu cầu', value: c.passed + c.certified },
          { label: 'Chưa đạt', value: c.failed, tone: 'red' as const },
          { label: 'Thôi học', value: c.withdrawn, tone: 'amber' as const },
        ];
  return <Totals label="Số liệu học viên" items={items} />;
}

function About({ found }: { found: TrainingClass }) {
  const { passing, limits, decision } = found;
  return (
    <Card title="Về lớp này" aside={<Badge tone={classTone(found.state)}>{classStateLabel[found.state]}</Badge>}>
      <Facts
        items={[
          ['Chương trình', found.courseLabel],
          ['Đơn vị mở lớp', found.nodeName],
          ['Thời gian', `${spanText(found)}, ${found.lessons.length} buổi`],
          ['Nơi học', found.place],
          ['Số chỗ', found.capacity],
          ['Dự từ', passing.attendancePercent === undefined ? undefined : `${passing.attendancePercent}% số buổi thì đạt`],
          ['Điểm đạt từ', passing.mark === undefined ? undefined : markText(passing.mark)],
          ['Học cùng lúc', limits.atOnce === undefined ? undefined : `không quá ${limits.atOnce} lớp`],
          ['Chi bộ cử', limits.awayPercent === undefined ? undefined : `không quá ${limits.awayPercent}% đảng viên cùng lúc`],
          ['Quyết định mở lớp', decision && `${decision.number ?? 'đang lấy số văn bản'}, ngày ${showDate(decision.on)}`],
        ]}
      />
    </Card>
  );
}

/** A class for who holds it, from the plan to the certificates. */
export function ClassPage() {
  const { classId } = route.useParams();
  const { view = 'people' } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQueryOf(getClass, { classId }, { everySeconds: 3, until: (c) => c.decision?.numberAwaited !== true });
  return (
    <Page
      title={found.data?.title ?? 'Lớp học'}
      crumbs={
        <Crumbs>
          {[
            <Link key="training" to="/training" search={{ view: 'classes' }}>
              Đào tạo, bồi dưỡng
            </Link>,
          ]}
        </Crumbs>
      }
      actions={found.data && <ClassActs found={found.data} />}
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {found.data ? (
        <div className="stack loose">
          <Figures found={found.data} />
          <About found={found.data} />
          <Tabs
            label="Phần của lớp"
            value={view}
            onChange={(next) => void navigate({ search: { view: next }, replace: true })}
            tabs={[
              { value: 'people', label: 'Học viên' },
              { value: 'lessons', label: 'Lịch học, điểm danh' },
              { value: 'quizzes', label: 'Bài kiểm tra' },
              { value: 'certificates', label: 'Giấy chứng nhận' },
              { value: 'papers', label: 'Văn bản' },
            ]}
          >
            {view === 'people' && <People found={found.data} />}
            {view === 'lessons' && <Lessons found={found.data} />}
            {view === 'quizzes' && (
              <Quizzes nodeId={found.data.nodeId} of={{ classId }} mayAdd={found.data.state !== 'ASSESSED' && found.data.state !== 'CLOSED'} />
            )}
            {view === 'certificates' && <Certificates found={found.data} />}
            {view === 'papers' && <ClassPapers found={found.data} />}
          </Tabs>
        </div>
      ) : (
        !found.error && <Skeleton lines={8} />
      )}
    </Page>
  );
}
