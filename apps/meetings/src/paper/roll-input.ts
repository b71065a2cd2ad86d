import type { RollInput, RollRow } from '@vungmanh/documents/papers/roll';
import { absenceReasonLabels, attendanceStateLabels, rosterStatusLabels, type RosterLine } from '@vungmanh/contracts/attendance';
import { dayOf } from '@vungmanh/regulations/day-of';
import type { FrozenLine } from '../roll/frozen-roll.rules.js';
import type { PaperFacts } from './paper-facts.js';
import { clockText, meetingWords } from './paper.rules.js';

/** The roll to be signed by hand: empty from the roster of the day, or as it was closed. Who is enrolled elsewhere for a time is not called. */
export function rollInput(facts: PaperFacts, roster: readonly RosterLine[]): RollInput {
  const { meeting, issuer, simulated } = facts;
  const closed = meeting.rollFrozen;
  const startsAt = meeting.startedAt ?? meeting.startsAt ?? '';
  const lines: readonly (RosterLine | FrozenLine)[] = closed?.lines ?? roster;
  return {
    issuer,
    simulated,
    date: meeting.day,
    meeting: meetingWords(meeting, facts.bodyKind),
    startsOn: dayOf(startsAt),
    startsAt: clockText(startsAt),
    venue: meeting.place ?? '',
    rows: lines.filter((l) => l.enrollment !== 'TEMPORARILY_ELSEWHERE').map((line) => rowOf(facts, line)),
    ...(closed
      ? {
          totals: {
            summoned: closed.counts.expected,
            present: closed.counts.present.total,
            excused: closed.counts.absentExcused,
            unexcused: closed.counts.absentUnexcused,
          },
        }
      : {}),
    chair: facts.name(meeting.chairId),
    minuteTaker: facts.name(meeting.minuteTakerId),
  };
}

function rowOf(facts: PaperFacts, line: RosterLine | FrozenLine): RollRow {
  const birthYear = facts.birthYear(line.personId);
  const state = 'state' in line && line.state !== undefined ? stateText(line) : undefined;
  return {
    name: facts.name(line.personId),
    ...(birthYear === undefined ? {} : { birthYear }),
    standing: line.enrollment === 'TEMPORARY_HERE' ? 'Sinh hoạt tạm thời' : rosterStatusLabels[line.status],
    ...(state === undefined ? {} : { state }),
  };
}

function stateText({ state, reason }: FrozenLine): string {
  if (state === undefined) return '';
  return reason === undefined ? attendanceStateLabels[state] : `${attendanceStateLabels[state]} (${absenceReasonLabels[reason].toLowerCase()})`;
}
