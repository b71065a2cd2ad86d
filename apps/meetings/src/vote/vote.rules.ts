import { percentText } from '@vungmanh/attendance/ratio';
import type { Vote } from '@vungmanh/contracts/meetings/vote';
import type { BodyKind } from '@vungmanh/contracts/organization/body';
import { Broken } from '@vungmanh/platform/problem';
import { passes } from '@vungmanh/regulations/majority';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

type MajorityKey = 'vote.majority' | 'admission.cell_majority' | 'admission.committee_majority' | 'recognition.cell_majority';

/** The majority that a matter needs (Điều lệ Đảng, Điều 4, 5, 9; domain.md §3.3, §4.2). */
const majorityKey: Readonly<Record<Vote['matter'], Readonly<Record<BodyKind, MajorityKey>>>> = {
  RESOLUTION: { CELL: 'vote.majority', COMMITTEE: 'vote.majority' },
  ADMISSION: { CELL: 'admission.cell_majority', COMMITTEE: 'admission.committee_majority' },
  RECOGNITION: { CELL: 'recognition.cell_majority', COMMITTEE: 'vote.majority' },
  OTHER: { CELL: 'vote.majority', COMMITTEE: 'vote.majority' },
};

/** Which body votes, on which business date, and where its rules are asked for. */
export interface VotingBody extends RuleContext {
  readonly kind: BodyKind;
  readonly day: string;
}

/** What the closed roll says of a vote; all are numbers of people. */
export interface Electorate {
  /** All official members of the cell. */
  readonly official: number;
  /** What a majority is a share of; for a committee its seats. */
  readonly denominator: number;
  /** Who may vote. */
  readonly voters: number;
}

export type Ballot = Pick<Vote, 'matter' | 'inFavor' | 'against' | 'noOpinion'>;

/** A cell with fewer official members decides nothing (Điều lệ Đảng, Điều 21, 24). Throws `meetings/too-few-official`. */
export function checkOfficial(body: VotingBody, official: number): void {
  if (body.kind !== 'CELL') return;
  const rule = ruleAt('cell.min_official', body.day, body);
  if (rule !== undefined && official < rule.value) throw new Broken('meetings/too-few-official', rule.says);
}

/** Probationary members have no vote: there are as many votes as voters at most. Throws `meetings/more-votes-than-voters`. */
export function checkBallot({ inFavor, against, noOpinion }: Ballot, { voters }: Electorate): void {
  if (inFavor + against + noOpinion > voters) throw new Broken('meetings/more-votes-than-voters');
}

/** Whether the ballot reaches the majority of its matter, by exact integers. Where no rule is in force nothing is refused. */
export function judgeVote(body: VotingBody, ballot: Ballot, { denominator }: Electorate): Pick<Vote, 'denominator' | 'passed' | 'ruleSource'> {
  const rule = ruleAt(majorityKey[ballot.matter][body.kind], body.day, body) ?? ruleAt('vote.majority', body.day, body);
  const passed = rule === undefined || passes(ballot.inFavor, denominator, rule.value, rule.value.how);
  return { denominator, passed, ruleSource: rule?.source ?? '' };
}

/** As the minutes print it: `24/26 (92,3%)`. */
export const printedVote = (inFavor: number, denominator: number): string =>
  `${inFavor}/${denominator} (${percentText({ present: inFavor, expected: denominator })})`;
