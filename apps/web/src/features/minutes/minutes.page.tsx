import { getRouteApi } from '@tanstack/react-router';
import { getMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { getMinutes, type Minutes } from '@vungmanh/contracts/meetings/minutes';
import { getResolution, type Resolution } from '@vungmanh/contracts/meetings/resolution';
import { getRoll, type Roll } from '@vungmanh/contracts/meetings/roll';
import { listVotes, type Vote } from '@vungmanh/contracts/meetings/vote';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { useDraft } from '../../session/use-draft.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { MeetingCrumbs } from '../meeting/meeting-crumbs.js';
import { useHold } from '../meeting/use-hold.js';
import { whenOf } from '../meeting/meeting-title.js';
import { PapersCard } from '../meeting/papers.js';
import { choosable, nameIn } from '../meeting/people.js';
import { Adopt } from '../resolution/adopt.js';
import { ResolutionEditor } from '../resolution/resolution-editor.js';
import '../resolution/resolution.css';
import { ResolutionDraft } from '../resolution/resolution-text.js';
import { ResolutionView } from '../resolution/resolution-view.js';
import { ConfirmTab } from './confirm-tab.js';
import { MinutesEditor } from './minutes-editor.js';
import { MinutesDraft } from './minutes-text.js';
import { MinutesView } from './minutes-view.js';
import './minutes.css';
import { Votes } from './votes.js';

const route = getRouteApi('/app/meetings/$meetingId/minutes');

type Tab = 'minutes' | 'votes' | 'resolution' | 'confirm';

/** Where the work is: the draft before the meeting, the minutes during it, the confirming after it. */
const firstTab = (meeting: Meeting): Tab => (meeting.startedAt === undefined ? 'resolution' : meeting.state === 'CLOSED' ? 'confirm' : 'minutes');

interface Loaded {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly resolution: Resolution;
  readonly roll: Roll | undefined;
  readonly votes: readonly Vote[];
}

function Writing({ meeting, minutes, resolution, roll, votes }: Loaded) {
  const account = useSession().accountId;
  const [tab, setTab] = useState<Tab>(firstTab(meeting));
  const text = useDraft({ schema: MinutesDraft, account, name: `${meeting.id}.minutes`, server: minutes.content });
  const draft = useDraft({ schema: ResolutionDraft, account, name: `${meeting.id}.resolution`, server: resolution.content });
  const people = choosable(roll);
  const may = (verb: string) => meeting.may.includes(verb);
  const nameOf = (id: string) => people.find((p) => p.id === id)?.name ?? nameIn(meeting.people, id) ?? 'Đồng chí trong chi bộ';
  const drafting = may('draft-resolution') && resolution.state === 'DRAFT';
  return (
    <Tabs
      label="Biên bản, biểu quyết, nghị quyết"
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'minutes', label: 'Biên bản' },
        { value: 'votes', label: 'Biểu quyết', count: votes.length },
        { value: 'resolution', label: 'Nghị quyết', count: resolution.content.items.length },
        { value: 'confirm', label: 'Xác nhận, ký' },
      ]}
    >
      {tab === 'minutes' &&
        (may('write-minutes') && minutes.editable ? (
          <MinutesEditor meeting={meeting} minutes={minutes} draft={text} />
        ) : (
          <MinutesView meeting={meeting} minutes={minutes} />
        ))}
      {tab === 'votes' && <Votes meeting={meeting} roll={roll} votes={votes} />}
      {tab === 'resolution' && (
        <div className="stack loose">
          {resolution.state === 'DRAFT' && (
            <Adopt meeting={meeting} resolution={resolution} votes={votes} dirty={draft.dirty} onVote={() => setTab('votes')} />
          )}
          {drafting ? (
            <ResolutionEditor meeting={meeting} resolution={resolution} people={people} draft={draft} />
          ) : (
            <ResolutionView resolution={resolution} nameOf={nameOf} />
          )}
        </div>
      )}
      {tab === 'confirm' && (
        <div className="with-side">
          <ConfirmTab meeting={meeting} minutes={minutes} dirty={text.dirty} />
          <PapersCard meeting={meeting} adopted={resolution.state === 'ADOPTED'} />
        </div>
      )}
    </Tabs>
  );
}

export function MinutesPage() {
  const { meetingId } = route.useParams();
  const meeting = useQueryOf(getMeeting, { meetingId });
  useHold(meeting.data);
  const minutes = useQueryOf(getMinutes, { meetingId });
  // Its number comes from the register a moment after the adoption.
  const resolution = useQueryOf(getResolution, { meetingId }, { everySeconds: 2, until: (r) => !r.numberAwaited });
  const votes = useQueryOf(listVotes, { meetingId });
  const roll = useQueryOf(getRoll, { meetingId });
  const asked = [meeting, minutes, resolution, votes, roll];
  const problem = asked.find((q) => q.error)?.error;
  return (
    <Page
      title="Biên bản, biểu quyết, nghị quyết"
      crumbs={<MeetingCrumbs meeting={meeting.data} self={meetingId} />}
      about={
        meeting.data && (
          <>
            <span className="strong">{meeting.data.bodyName}</span>
            <span>{whenOf(meeting.data)}</span>
          </>
        )
      }
    >
      <ProblemNote problem={problem} onRetry={() => void Promise.all(asked.map((q) => q.refetch()))} />
      {meeting.data && minutes.data && resolution.data && votes.data ? (
        <Writing
          key={meetingId}
          meeting={meeting.data}
          minutes={minutes.data}
          resolution={resolution.data}
          roll={roll.data}
          votes={votes.data.items}
        />
      ) : (
        !problem && <Skeleton lines={8} />
      )}
    </Page>
  );
}
