import { absenceReasonLabels } from '@vungmanh/contracts/attendance';
import type { Minutes, MinutesContent } from '@vungmanh/contracts/meetings/minutes';
import type { Vote } from '@vungmanh/contracts/meetings/vote';
import type { MinutesInput, MinutesItem } from '@vungmanh/documents/papers/minutes-input';
import { count } from '@vungmanh/documents/wording';
import { dayOf } from '@vungmanh/regulations/day-of';
import type { FrozenLine, FrozenRoll } from '../roll/frozen-roll.rules.js';
import type { PaperFacts } from './paper-facts.js';
import { clockText, meetingWords } from './paper.rules.js';

export interface Written {
  readonly roll: FrozenRoll;
  readonly content: MinutesContent;
  readonly votes: readonly Vote[];
  readonly addenda: Minutes['addenda'];
  /** In the register; absent while it is awaited, and for minutes of the past. */
  readonly number?: number | undefined;
  /** Items of the resolution that was adopted; absent without one. */
  readonly resolved?: number;
}

/** The minutes from the closed roll, their text and the counts. Nobody stands beside a concern or a vote. */
export function minutesInput(facts: PaperFacts, { roll, content, votes, addenda, number, resolved }: Written): MinutesInput {
  const { meeting, issuer, simulated } = facts;
  const startedAt = meeting.startedAt ?? '';
  return {
    issuer,
    simulated,
    ...(number === undefined ? {} : { number }),
    date: meeting.day,
    meeting: meetingWords(meeting, facts.bodyKind),
    startedOn: meeting.day,
    startedAt: clockText(startedAt),
    ...(meeting.endedAt === null ? {} : { endedAt: clockText(meeting.endedAt) }),
    venue: meeting.place ?? '',
    totals: totalsOf(roll),
    absentWithReason: roll.lines
      .filter((l) => l.state === 'ABSENT_EXCUSED')
      .map((l) => ({
        name: facts.name(l.personId),
        reason: reasonOf(l),
      })),
    absentWithoutReason: roll.lines.filter((l) => l.state === 'ABSENT_UNEXCUSED').map((l) => ({ name: facts.name(l.personId) })),
    guests: roll.guests.map(({ name, office }) => ({
      name,
      ...(office === undefined ? {} : { office }),
    })),
    chair: facts.atWork(meeting.chairId),
    minuteTaker: facts.atWork(meeting.minuteTakerId),
    agenda: meeting.agenda.map((a) => a.title),
    body: [...accounts(facts, content), ...collective(content)],
    ...(content.ideology === undefined ? {} : { ideology: content.ideology }),
    conclusions: [
      ...(content.otherConclusion === undefined ? [] : [content.otherConclusion]),
      ...(resolved === undefined ? [] : [`Thông qua nghị quyết với ${count(resolved)} nhiệm vụ`]),
    ],
    votes: votes.map(({ subject, method, denominator, inFavor, against, noOpinion }) => ({
      matter: subject,
      method,
      denominator,
      for: inFavor,
      against,
      noOpinion,
    })),
    addenda: addenda.map(({ at, text, by }) => ({
      date: dayOf(at),
      text,
      by,
    })),
  };
}

function totalsOf({ counts }: FrozenRoll): MinutesInput['totals'] {
  const { official, probationary, temporaryHere, exempt, away, sentElsewhere, expected, present } = counts;
  return {
    official,
    probationary,
    exempt,
    temporary: temporaryHere,
    away: away + sentElsewhere,
    expected,
    present: {
      official: present.official,
      probationary: present.probationary,
      temporary: present.temporaryHere,
    },
  };
}

const reasonOf = ({ reason, note }: FrozenLine): string => note ?? (reason === undefined ? '' : absenceReasonLabels[reason].toLowerCase());

const accounts = ({ meeting }: PaperFacts, content: MinutesContent): MinutesItem[] =>
  content.items.map(({ agendaIndex, account, conclusion }) => ({
    title: meeting.agenda[agendaIndex]?.title ?? '',
    ...(account === undefined ? {} : { report: account }),
    statements: [],
    ...(conclusion === undefined ? {} : { conclusion }),
  }));

/** What was said by all and is set down for all: how many spoke, criticism, praise, and concerns as counts by topic. */
function collective(content: MinutesContent): MinutesItem[] {
  const { speakers, selfCriticism, praise, concerns } = content;
  const part = (title: string, report: string | undefined): MinutesItem[] => (report === undefined ? [] : [{ title, report, statements: [] }]);
  const raised = concerns.map((c) => `${c.topic}: ${count(c.count)} ý kiến.${c.answer === undefined ? '' : ` Trả lời: ${c.answer}`}`);
  return [
    ...part('Thảo luận', speakers === 0 ? undefined : `Có ${count(speakers)} đồng chí phát biểu ý kiến.`),
    ...part('Tự phê bình và phê bình', selfCriticism),
    ...part('Biểu dương, nhắc nhở', praise),
    ...part('Băn khoăn, kiến nghị và giải đáp', raised.length === 0 ? undefined : raised.join('\n')),
  ];
}
