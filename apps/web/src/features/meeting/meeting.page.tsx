import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { getMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { meetingStateLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { getResolution } from '@vungmanh/contracts/meetings/resolution';
import { useEffect } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { Stepper } from '../../ui/stepper.js';
import { NoticeCard } from '../notice/notice-card.js';
import { ConductCard } from './conduct-card.js';
import { DeviationsCard } from './deviations.js';
import { DocumentsCard } from './documents.js';
import { HuddleCard } from './huddle.js';
import { MeetingCrumbs } from './meeting-crumbs.js';
import { titleOf, whenOf } from './meeting-title.js';
import { NextStepBand } from './next-step.js';
import { OpenTasksCard } from './open-tasks.js';
import { OtherActs } from './other-acts.js';
import { PapersCard } from './papers.js';
import { isOver, nextStep, phases, stateTone } from './phase.js';
import { PreparationCard } from './preparation-card.js';
import { useHold } from './use-hold.js';
import { PublishCard } from './publish-card.js';

const route = getRouteApi('/app/meetings/$meetingId');

/** Once the content is here, the place that the address names is brought into sight. */
function useHash(ready: boolean) {
  const hash = useRouterState({ select: (s) => s.location.hash });
  useEffect(() => {
    if (ready && hash !== '') document.getElementById(hash)?.scrollIntoView();
  }, [ready, hash]);
}

/** What has passed and what is coming stand in this order; the evening moves above the preparation once it is about to begin. */
function Sections({ meeting }: { meeting: Meeting }) {
  const preparing = meeting.state === 'PLANNED' || meeting.state === 'PREPARED';
  const preparation = (
    <>
      <HuddleCard meeting={meeting} />
      <PreparationCard meeting={meeting} />
      <DocumentsCard meeting={meeting} />
      <NoticeCard meeting={meeting} />
    </>
  );
  return (
    <div className="stack loose">
      {preparing && preparation}
      <PublishCard meeting={meeting} />
      <ConductCard meeting={meeting} />
      {!preparing && preparation}
    </div>
  );
}

function MeetingView({ meeting }: { meeting: Meeting }) {
  useHold(meeting);
  const step = nextStep(meeting, today());
  const held = meeting.startedAt !== undefined;
  const resolution = useQueryOf(getResolution, { meetingId: meeting.id }, { when: held });
  const left = meeting.state === 'CANCELLED' || meeting.state === 'MISSED';
  return (
    <>
      {left ? (
        <Note tone="warning" title={meetingStateLabel[meeting.state]}>
          <p>{meeting.cancelledBecause ?? 'Kỳ này đã qua mà chưa có buổi sinh hoạt nào được ghi nhận.'}</p>
        </Note>
      ) : (
        <Stepper label="Các bước của buổi sinh hoạt" phases={[...phases]} at={meeting.state} />
      )}
      {step && <NextStepBand step={step} meetingId={meeting.id} />}
      <div className="with-side">
        <Sections meeting={meeting} />
        <div className="stack">
          {!isOver(meeting.state) && <OpenTasksCard tasks={meeting.openTasks} />}
          <DeviationsCard meeting={meeting} />
          <PapersCard meeting={meeting} adopted={resolution.data?.state === 'ADOPTED'} />
        </div>
      </div>
    </>
  );
}

export function MeetingPage() {
  const { meetingId } = route.useParams();
  const meeting = useQueryOf(getMeeting, { meetingId });
  const { data } = meeting;
  useHash(data !== undefined);
  return (
    <Page
      title={data ? titleOf(data) : 'Buổi sinh hoạt'}
      crumbs={<MeetingCrumbs meeting={data} />}
      about={
        data && (
          <>
            <span className="strong">{data.bodyName}</span>
            <span>{whenOf(data)}</span>
            {data.place !== undefined && <span>{data.place}</span>}
            <Badge tone={stateTone[data.state]}>{meetingStateLabel[data.state]}</Badge>
            {data.coversThematic && <Badge>Kết hợp chuyên đề</Badge>}
          </>
        )
      }
      actions={data && <OtherActs meeting={data} />}
    >
      <ProblemNote problem={meeting.error} onRetry={() => void meeting.refetch()} />
      {data ? <MeetingView meeting={data} /> : !meeting.error && <Skeleton lines={8} />}
    </Page>
  );
}
