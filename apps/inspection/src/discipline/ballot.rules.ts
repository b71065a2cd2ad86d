import type { DisciplineForm, DisciplineSubject, Inspector } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { disciplineForms, disciplineVote, type DisciplineResult } from '@vungmanh/regulations/discipline-vote';

/** A ballot as the counters report it: counts only. */
export interface Ballot {
  readonly present: number;
  readonly issued: number;
  readonly returned: number;
  readonly invalid: number;
  readonly votes: Partial<Record<DisciplineForm, number>>;
  readonly none: number;
}

/** Who votes, on what day. */
export interface Voting extends RuleContext {
  readonly actor: Inspector;
  readonly subject: DisciplineSubject;
  /** All who have a vote, absent ones included. */
  readonly voters: number;
  readonly on: CalendarDate;
}

/** Refuses counts that cannot be. */
export function expectCounts({ present, issued, returned, invalid, votes, none }: Ballot, { subject, voters, on }: Voting): void {
  const forms = disciplineForms(subject, on);
  const cast = Object.entries(votes) as [DisciplineForm, number][];
  if (cast.some(([form, n]) => n > 0 && !forms.includes(form))) throw new Broken('inspection/form-unfit');
  if (present > voters) throw new Broken('inspection/too-many-votes', `Có ${voters} người có quyền biểu quyết.`);
  const total = cast.reduce((sum, [, n]) => sum + n, 0) + none + invalid;
  if (issued > present || returned > issued || total !== returned) throw new Broken('inspection/votes-do-not-add-up');
}

/** The outcome by the cumulative rule; a cell decides on expulsion by proposing it. */
export function outcomeOf(ballot: Ballot, voting: Voting): DisciplineResult | undefined {
  expectCounts(ballot, voting);
  const { actor, subject, voters, on } = voting;
  return disciplineVote({ subject, votes: ballot.votes, voters, expulsion: actor === 'CELL' ? 'PROPOSED' : 'DECIDED' }, on, voting);
}
