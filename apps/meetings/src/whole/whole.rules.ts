import { minutesBetween } from '@vungmanh/attendance/ratio';
import { rollOf } from '@vungmanh/attendance/roll';
import type { RollEvent } from '@vungmanh/contracts/attendance';
import type { Deviation } from '@vungmanh/contracts/deviation';
import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { WholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { Broken } from '@vungmanh/platform/problem';
import { dayOf } from '@vungmanh/regulations/day-of';
import { deviation } from '@vungmanh/regulations/deviation';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';
import { countsThematic, fewCame, tooShort, wrongDay, type Judged } from '../meeting/deviation.rules.js';
import { completeItems, missingFields, type CompleteItem } from '../resolution/resolution.rules.js';
import { freeze, linesForRoll, type FrozenRoll } from '../roll/frozen-roll.rules.js';
import type { SeatedLine } from '../roster/roster.rules.js';
import { checkBallot, checkOfficial, judgeVote, type VotingBody } from '../vote/vote.rules.js';

/** A meeting of the same period in one of these states was planned but not held: the one that is handed in takes its place. */
export const replaceable: readonly MeetingState[] = ['PLANNED', 'PREPARED', 'NOTIFIED', 'CANCELLED', 'MISSED'];

export const mayReplace = (state: MeetingState): boolean => replaceable.includes(state);

/** Times and people that no meeting can have. Throws `meetings/ends-before-start`, `meetings/same-person`. */
export function checkHead(meeting: WholeMeeting, now: string): void {
  if (meeting.endedAt <= meeting.startedAt || meeting.endedAt > now || dayOf(meeting.startedAt) !== meeting.heldOn) {
    throw new Broken('meetings/ends-before-start');
  }
  if (meeting.chairId === meeting.minuteTakerId) throw new Broken('meetings/same-person');
}

/** The roll of the day with its marks. Throws `meetings/not-on-the-roll` for a mark that does not apply, `meetings/not-everybody-marked`. */
export function rollOfWhole(meeting: WholeMeeting, roster: readonly SeatedLine[]): FrozenRoll {
  const guests = meeting.guests.map((g): RollEvent => ({ type: 'guest', at: meeting.startedAt, ...g }));
  const roll = rollOf(linesForRoll(roster), [...meeting.marks, ...guests]);
  if (roll.ignored.length > 0) throw new Broken('meetings/not-on-the-roll');
  const frozen = freeze(roll, roster);
  if (frozen.counts.unmarked > 0) throw new Broken('meetings/not-everybody-marked');
  const isPresent = (id: string): boolean => frozen.lines.some((l) => l.personId === id && l.state === 'PRESENT');
  if (!isPresent(meeting.chairId) || !isPresent(meeting.minuteTakerId)) throw new Broken('meetings/not-on-the-roll');
  return frozen;
}

/** What the meeting deviates from, held against the rules of its day; and whether it was the quarter's thematic one. */
export function judgeHeld(meeting: WholeMeeting, roll: FrozenRoll, context: RuleContext): { found: Deviation[]; thematic: boolean } {
  const judged: Judged = { kind: meeting.kind, coversThematic: meeting.coversThematic, day: meeting.heldOn };
  const minutes = minutesBetween(meeting.startedAt, meeting.endedAt);
  return {
    found: [...wrongDay(judged, context), ...fewCame(judged, roll.counts, context), ...tooShort(judged, minutes, context)],
    thematic: countsThematic(judged, minutes, context),
  };
}

type WholeResolution = NonNullable<WholeMeeting['resolution']>;
type Judgement = ReturnType<typeof judgeVote>;

/**
 * What was decided, held against the rules that make a decision void. A meeting held away from the network is refused like one in
 * session; history is what it was, and every breach becomes a deviation.
 */
export function judgeDecisions(
  meeting: WholeMeeting,
  roll: FrozenRoll,
  body: VotingBody,
  isHistory: boolean,
): { votes: Judgement[]; items: CompleteItem[]; found: Deviation[] } {
  const found: Deviation[] = [];
  const judge = (check: () => void, asDeviation: () => Deviation | undefined): void => {
    try {
      check();
    } catch (broken) {
      const kept = isHistory && broken instanceof Broken ? asDeviation() : undefined;
      if (kept === undefined) throw broken;
      found.push(kept);
    }
  };
  const electorate = { official: roll.counts.official, denominator: roll.denominator, voters: roll.voters.length };
  const ruleOf = <K extends 'cell.min_official' | 'vote.majority' | 'resolution.item.fields'>(key: K) => ruleAt(key, body.day, body);
  if (meeting.votes.length > 0) {
    const rule = ruleOf('cell.min_official');
    judge(
      () => checkOfficial(body, electorate.official),
      () => rule && deviation(rule, electorate.official),
    );
  }
  const votes = meeting.votes.map((ballot) => {
    checkBallot(ballot, electorate);
    return judgeVote(body, ballot, electorate);
  });
  if (meeting.resolution === undefined) return { votes, items: [], found };
  const { voteId, items } = meeting.resolution;
  const at = meeting.votes.findIndex((v) => v.id === voteId && v.matter === 'RESOLUTION');
  const majority = ruleOf('vote.majority');
  judge(
    () => {
      if (votes[at]?.passed !== true) throw new Broken('meetings/vote-not-passed');
    },
    () => majority && deviation(majority, { text: `${meeting.votes[at]?.inFavor ?? 0}/${electorate.denominator}` }),
  );
  const fields = ruleOf('resolution.item.fields');
  judge(
    () => void completeItems(items, body.day, body),
    () => fields && deviation(fields, { text: 'có việc chưa đủ nội dung' }),
  );
  return { votes, items: whole(items, body), found };
}

/** The items that can be tasks; in history some may lack a field and stay in the text of the resolution alone. */
function whole(items: WholeResolution['items'], body: VotingBody): CompleteItem[] {
  const incomplete = new Set(missingFields(items, body.day, body).map((m) => m.itemId));
  const complete = items.filter((i) => !incomplete.has(i.id));
  return complete.length === 0 ? [] : completeItems(complete, body.day, body);
}

/** Everybody whom the items name was on the roll. Throws `meetings/not-on-the-roll`. */
export function checkNamed(items: readonly CompleteItem[], roll: FrozenRoll): void {
  if (items.length === 0) return;
  const known = new Set(roll.lines.map((l) => l.personId));
  if (items.some((i) => [...i.doerIds, i.checkerId].some((id) => !known.has(id)))) throw new Broken('meetings/not-on-the-roll');
}
