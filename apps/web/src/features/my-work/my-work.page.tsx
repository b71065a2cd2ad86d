import { useRouter } from '@tanstack/react-router';
import { NavigationLink } from '../../app/navigation-link.js';
import { navigationOf } from '../../app/navigation.js';
import { useSession } from '../../session/session.js';
import { showWeekday, today } from '../../text/dates.js';
import { Note } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { EndingRights } from '../account/ending-rights.js';
import { MyLines } from '../inspection/my-lines.js';
import { MySupervisionCard } from '../member-supervision/my-quarters.js';
import { MyChecks } from '../meeting-check/my-checks.js';
import { MyCases } from '../inspection-case/my-cases.js';
import { MyJuries } from '../contest/my-juries.js';
import { MyQuizzes } from '../quiz/my-quizzes.js';
import { PracticeCard } from '../practice/practice-card.js';
import { unitsOf } from '../plan/units.js';
import { DutyReminder } from '../training/duty-reminder.js';
import { MyClasses } from '../training-class/my-classes.js';
import { OwedStudies } from '../study/owed-studies.js';
import { MyDuties } from '../training/my-duties.js';
import { CellWork } from './cell-work.js';
import { InspectionDuties } from './inspection-duties.js';
import { MyMeetings } from './my-meetings.js';
import { MyTasks } from './my-tasks.js';
import './my-work.css';

/** A secretary with more cells than this looks at them in the list. */
const CELLS_SHOWN = 2;

/** The first page: what to do next. For who leads a cell its meeting, for everybody their meetings and tasks, for an officer the ways. */
export function MyWorkPage() {
  const session = useSession();
  const { routesByPath } = useRouter();
  const cells = unitsOf(session, 'meetings:prepare').filter((u) => !u.below);
  const taking = unitsOf(session, 'meetings:take-minutes').filter((u) => !u.below && !cells.some((c) => c.nodeId === u.nodeId));
  const work = [...cells, ...taking].slice(0, CELLS_SHOWN);
  const trained = unitsOf(session, 'training:read').slice(0, CELLS_SHOWN);
  const officer = session.grants.some((g) => g.below);
  const ways = navigationOf(session, new Set(Object.keys(routesByPath))).filter((e) => e.path !== '/');
  const first = ways.toSorted((a, b) => Number(b.path === '/overview') - Number(a.path === '/overview'));
  return (
    <Page title="Việc của tôi" about={`${showWeekday(today())} · Chào đồng chí ${session.displayName}`}>
      <EndingRights />
      <div className="my-work" data-single={session.personId === undefined || undefined}>
        <div className="stack loose">
          {work.map((u) => (
            <CellWork key={u.nodeId} nodeId={u.nodeId} />
          ))}
          <InspectionDuties />
          {trained.map((u) => (
            <DutyReminder key={u.nodeId} nodeId={u.nodeId} />
          ))}
          <OwedStudies />
          {officer && (
            <ul className="ways">
              {first.map((e) => (
                <li key={e.path}>
                  <NavigationLink entry={e} />
                </li>
              ))}
            </ul>
          )}
          {session.personId !== undefined && work.length === 0 && <MyMeetings />}
          {session.personId === undefined && work.length === 0 && !officer && (
            <Note title="Tài khoản chưa gắn với hồ sơ đảng viên">
              <p>Lịch sinh hoạt và nhiệm vụ hiện ra sau khi cán bộ quản trị gắn tài khoản với hồ sơ của đồng chí.</p>
            </Note>
          )}
        </div>
        {session.personId !== undefined && (
          <div className="stack loose">
            {work.length > 0 && <MyMeetings />}
            <MyTasks />
            <MyDuties />
            <MyClasses />
            <MyQuizzes />
            <MyJuries />
            <PracticeCard />
            <MyLines />
            <MySupervisionCard />
            <MyChecks />
            <MyCases />
          </div>
        )}
      </div>
    </Page>
  );
}
