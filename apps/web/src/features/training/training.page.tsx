import { getRouteApi } from '@tanstack/react-router';
import { may, useSession } from '../../session/session.js';
import { today } from '../../text/dates.js';
import { IconButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { WorkUnit } from '../plan/work-unit.js';
import { Classes } from '../training-class/classes.js';
import { Contests } from '../contest/contests.js';
import { QuestionBank } from '../question/question-bank.js';
import { Studies } from '../study/studies.js';
import { Preparations } from '../preparation/preparations.js';
import { TrainingReportView } from '../training-report/training-report.js';
import { PastImports } from '../training-past/past-imports.js';
import { CourseList } from './course-list.js';
import { Duties } from './duties.js';
import { Plans } from './plans.js';
import './training.css';
import { useProvince } from './use-province.js';

const route = getRouteApi('/app/training');

function Year({ year }: { year: number }) {
  const navigate = route.useNavigate();
  const go = (to: number) => void navigate({ search: (now) => ({ ...now, year: to }) });
  return (
    <div className="row no-print">
      <IconButton icon="left" label={`Năm ${year - 1}`} onClick={() => go(year - 1)} />
      <span className="strong" role="status">
        Năm {year}
      </span>
      <IconButton icon="right" label={`Năm ${year + 1}`} onClick={() => go(year + 1)} />
    </div>
  );
}

const namedTabs = [
  { value: 'duties', label: 'Ai còn phải học' },
  { value: 'plans', label: 'Kế hoạch năm' },
  { value: 'classes', label: 'Lớp học' },
  { value: 'studies', label: 'Học tập nghị quyết' },
  { value: 'courses', label: 'Chương trình' },
  { value: 'contests', label: 'Hội thi' },
] as const;

/** Training of the organizations that one works for: who lacks what, the plan of the year, the catalog of courses. */
export function TrainingPage() {
  const session = useSession();
  // Who may see figures and nobody's name has one tab.
  const named = may(session, 'training:read');
  const { view = named ? 'duties' : 'report', year = Number(today().slice(0, 4)), node } = route.useSearch();
  const navigate = route.useNavigate();
  const province = useProvince();
  return (
    <Page title="Đào tạo, bồi dưỡng" actions={(view === 'duties' || view === 'plans' || view === 'report') && <Year year={year} />}>
      <WorkUnit permission={named ? 'training:read' : 'training:report'}>
        {(unit) => (
          <Tabs
            label="Nội dung đào tạo, bồi dưỡng"
            value={view}
            onChange={(next) => void navigate({ search: (now) => ({ ...now, view: next, node: undefined }) })}
            tabs={[
              ...(named ? namedTabs : []),
              ...(named && may(session, 'training:conduct', unit.nodeId) ? [{ value: 'questions' as const, label: 'Ngân hàng câu hỏi' }] : []),
              ...(may(session, 'training:report', unit.nodeId) ? [{ value: 'report' as const, label: 'Số liệu' }] : []),
              ...(unit.below && may(session, 'training:import', unit.nodeId) ? [{ value: 'past' as const, label: 'Lượt học trước đây' }] : []),
              ...(may(session, 'training:pool', unit.nodeId) ? [{ value: 'pool' as const, label: 'Quy hoạch' }] : []),
            ]}
          >
            {view === 'duties' && <Duties key={unit.nodeId} nodeId={node ?? unit.nodeId} home={unit.nodeId} year={year} />}
            {view === 'plans' && <Plans key={unit.nodeId} unit={unit} year={year} />}
            {view === 'classes' && <Classes key={unit.nodeId} unit={unit} />}
            {view === 'studies' && <Studies key={unit.nodeId} unit={unit} />}
            {view === 'contests' && <Contests key={unit.nodeId} unit={unit} />}
            {view === 'questions' && <QuestionBank key={unit.nodeId} unit={unit} />}
            {view === 'courses' && <CourseList nodeId={unit.nodeId} province={province === unit.nodeId} />}
            {view === 'report' && <TrainingReportView key={unit.nodeId} nodeId={unit.nodeId} year={year} />}
            {view === 'pool' && <Preparations key={unit.nodeId} nodeId={unit.nodeId} />}
            {view === 'past' && <PastImports key={unit.nodeId} nodeId={unit.nodeId} />}
          </Tabs>
        )}
      </WorkUnit>
    </Page>
  );
}
