import type { WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Broken } from '@vungmanh/platform/problem';
import { mayCite } from '../handbook/citation.rules.js';
import { MeetingEntity } from '../meeting/meeting.entity.js';
import { MinutesEntity } from '../minutes/minutes.entity.js';
import { ResolutionEntity } from '../resolution/resolution.entity.js';
import type { CompleteItem } from '../resolution/resolution.rules.js';
import { tasksOf as tasksOfItems, type NewTask } from '../task/insert-tasks.js';
import type { VoteRow } from '../vote/insert-votes.js';
import type { Facts } from './facts.js';
import { hashOfWhole } from './hash-of-whole.js';
import { checkHead, checkNamed, judgeDecisions, judgeHeld, mayReplace, rollOfWhole } from './whole.rules.js';

/** A task with how it ended, where it has. */
export interface WholeTask extends NewTask {
  readonly state: 'ASSIGNED' | 'VERIFIED';
  readonly result: string | null;
  readonly doneOn: string | null;
  readonly verifiedAt: string | null;
}

/** All rows of one meeting that was handed in. */
export interface Assembled {
  /** The account that handed it in. */
  readonly by: string;
  readonly meeting: MeetingEntity;
  readonly minutes: MinutesEntity;
  readonly marks: WholeMeeting['marks'];
  readonly votes: VoteRow[];
  readonly resolution: ResolutionEntity | undefined;
  readonly tasks: WholeTask[];
}

interface Around {
  readonly by: string;
  readonly origin: 'OFFLINE' | 'HISTORY';
  readonly now: string;
  readonly sealer: Sealer;
}

/** Holds a meeting against the facts and the rules, and makes its rows. Throws the declared refusal of `submitWholeMeeting`. */
export function assemble(whole: WholeMeeting, facts: Facts, { by, origin, now, sealer }: Around): Assembled {
  if (facts.standing !== undefined && !mayReplace(facts.standing.state)) throw new Broken('meetings/held-already');
  checkHead(whole, now);
  if (!mayCite(whole.agenda, facts.chapters, { past: true })) throw new Broken('meetings/chapter-not-in-force');
  const isHistory = origin === 'HISTORY';
  const roll = rollOfWhole(whole, facts.roster);
  const held = judgeHeld(whole, roll, facts);
  const decided = judgeDecisions(whole, roll, { ...facts, day: whole.heldOn }, isHistory);
  checkNamed(decided.items, roll);
  const { id, bodyId, kind, coversThematic, topic, startedAt, endedAt, place, chairId, minuteTakerId, agenda } = whole;
  const meeting = MeetingEntity.held(id, {
    bodyId,
    nodeId: facts.nodeId,
    kind,
    origin,
    day: whole.heldOn,
    startedAt,
    endedAt,
    place,
    chairId,
    minuteTakerId,
    agenda,
    topic,
    coversThematic: coversThematic && kind === 'REGULAR',
    countsThematic: held.thematic,
    rollFrozen: roll,
    handedInHash: hashOfWhole(whole),
    published: isHistory ? endedAt : undefined,
    found: [...held.found, ...decided.found],
  });
  const minutes = MinutesEntity.begin(sealer, id, whole.minutes);
  // It was read to the meeting, and for history the book holds the signed paper.
  minutes.readBackAt = endedAt;
  if (isHistory) Object.assign(minutes, { signedAt: endedAt, signedHow: 'PAPER_IN_BOOK' });
  return {
    by,
    meeting,
    minutes,
    marks: whole.marks,
    votes: whole.votes.map((vote, i) => ({ ...vote, ...judgementAt(decided.votes, i), meetingId: id, recordedAt: endedAt })),
    resolution: resolutionOf(whole, origin),
    tasks: tasksOf(whole, meeting, decided.items, Date.parse(now)),
  };
}

function judgementAt<T>(judged: readonly T[], i: number): T {
  const one = judged[i];
  if (one === undefined) throw new Error('A vote was not judged');
  return one;
}

function resolutionOf(whole: WholeMeeting, origin: Around['origin']): ResolutionEntity | undefined {
  if (whole.resolution === undefined) return undefined;
  const { id: documentId, voteId, items, ...text } = whole.resolution;
  const resolution = ResolutionEntity.empty(whole.id, documentId);
  resolution.draft({ ...text, items: items.map(({ outcome: _, ...item }) => item) });
  resolution.adopt(voteId, whole.endedAt);
  // A paper of the past has the number that was written on it; the register is not asked for one.
  if (origin === 'HISTORY') resolution.number = '';
  return resolution;
}

function tasksOf(whole: WholeMeeting, meeting: MeetingEntity, items: readonly CompleteItem[], now: number): WholeTask[] {
  const outcomes = new Map(whole.resolution?.items.map((i) => [i.id, i.outcome]));
  return tasksOfItems(meeting, items, now).map((task) => {
    const outcome = outcomes.get(task.itemId);
    return {
      ...task,
      state: outcome ? 'VERIFIED' : 'ASSIGNED',
      result: outcome?.result ?? null,
      doneOn: outcome?.doneOn ?? null,
      verifiedAt: outcome ? whole.endedAt : null,
    };
  });
}
