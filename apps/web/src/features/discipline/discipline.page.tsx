import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Discipline, getDiscipline } from '@vungmanh/contracts/inspection/discipline';
import { disciplineStateLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { ask } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Stepper } from '../../ui/stepper.js';
import { AboutCard } from './about-card.js';
import { AppealCard } from './appeal-card.js';
import { DecisionCard } from './decision-card.js';
import './discipline.css';
import { bodyText, isMine, phaseList, phaseNow, stateTone } from './discipline-text.js';
import { NextStep } from './next-step.js';
import { PapersCard } from './papers-card.js';
import { PeopleCard } from './people-card.js';
import { RightsCard } from './rights-card.js';
import { FollowingCard } from './following-card.js';
import { SuspensionCard } from './suspension-card.js';
import { VoteCard } from './vote-card.js';

const route = getRouteApi('/app/discipline/$disciplineId');

function View({ found }: { found: Discipline }) {
  const phase = phaseNow(found);
  return (
    <>
      {phase !== undefined && <Stepper label="Các bước của hồ sơ" phases={phaseList} at={phase} />}
      {isMine(found) && (
        <Note title="Hồ sơ này về đồng chí">
          <p>
            Đồng chí có quyền: trình bày với đại diện tổ chức đảng trước khi có quyết định; gửi ý kiến giải trình bất cứ lúc nào; nhận quyết định bằng
            văn bản; khiếu nại nếu không đồng ý.
          </p>
        </Note>
      )}
      {found.deferral && <Note tone="warning" title={`Tạm hoãn xem xét đến ngày ${showDate(found.deferral.until)}`} />}
      <NextStep found={found} />
      <div className="discipline-page">
        <div className="stack loose">
          <AboutCard found={found} />
          <RightsCard found={found} />
          <VoteCard found={found} />
          <DecisionCard found={found} />
          <AppealCard found={found} />
        </div>
        <div className="stack loose">
          <SuspensionCard found={found} />
          <FollowingCard found={found} />
          <PapersCard found={found} />
          <PeopleCard found={found} />
        </div>
      </div>
    </>
  );
}

/** One case for whoever stands on its lists: where it stands, what comes next, what each right and paper says. */
export function DisciplinePage() {
  const { disciplineId } = route.useParams();
  // Every reading is traced: coming back to the window must not count as another one.
  const found = useQuery({ ...ask(getDiscipline, { disciplineId }), refetchOnWindowFocus: false, refetchOnReconnect: false });
  const one = found.data;
  return (
    <Page
      title={one ? `Kỷ luật: ${one.name}` : 'Hồ sơ kỷ luật'}
      crumbs={
        <Crumbs>
          {[
            one && isMine(one) ? (
              <Link key="mine" to="/my/record">
                Hồ sơ của tôi
              </Link>
            ) : (
              <Link key="all" to="/discipline">
                Kỷ luật đảng
              </Link>
            ),
          ]}
        </Crumbs>
      }
      about={
        one && (
          <span className="row">
            {bodyText(one.actor, one.nodeName)}
            <Badge tone={stateTone[one.state]}>{disciplineStateLabel[one.state]}</Badge>
            {one.overdue && <Badge tone="late">Quá hạn ra văn bản</Badge>}
          </span>
        )
      }
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {one ? <View key={one.version} found={one} /> : !found.error && <Skeleton lines={10} />}
    </Page>
  );
}
