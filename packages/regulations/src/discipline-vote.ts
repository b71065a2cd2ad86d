import { DisciplineForm, disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import type { DisciplineSubject } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { passes, votesNeeded } from './majority.js';
import { ruleAt } from './rule-at.js';
import type { Rule, RuleContext } from './rule-at.js';

/** A counted ballot on discipline: counts only, who voted for what is stored nowhere. */
export interface DisciplineBallot {
  readonly subject: DisciplineSubject;
  /** Votes by form; a form without votes may be left out. Votes for no discipline and invalid ones are not among them. */
  readonly votes: Partial<Record<DisciplineForm, number>>;
  /** All official members of the cell, or all members of the committee, absent ones included: what a majority is a share of. */
  readonly voters: number;
  /** The body proposes expulsion to another one, or decides it itself. */
  readonly expulsion: 'PROPOSED' | 'DECIDED';
}

/** One step of the count, from the heaviest form down: its own votes, and with all heavier ones. */
export interface CountedForm {
  readonly form: DisciplineForm;
  readonly votes: number;
  readonly sum: number;
  readonly needed: number;
  readonly passed: boolean;
}

export interface DisciplineResult {
  /** The form adopted; absent where not even all votes together are enough. */
  readonly form?: DisciplineForm;
  /** The form had enough votes of its own, or only with those of heavier forms added (cộng dồn). */
  readonly by?: 'OWN_VOTES' | 'ADDED_VOTES';
  /** From the heaviest form down to the one adopted, or to the lightest. */
  readonly steps: readonly CountedForm[];
  /** As the minutes print it: 'khai trừ 2; +3 = 5; +7 = 12 > 10'. */
  readonly sums: string;
  readonly rule: Rule<'discipline.vote'>;
}

const formKeys = {
  OFFICIAL_MEMBER: 'discipline.forms.official',
  PROBATIONARY_MEMBER: 'discipline.forms.probationary',
  ORGANIZATION: 'discipline.forms.organization',
} as const satisfies Record<DisciplineSubject, string>;

/** The forms of discipline for this subject on the business date, from the lightest to the heaviest; none where no rule was in force. */
export const disciplineForms = (subject: DisciplineSubject, onDate: CalendarDate, context: RuleContext = {}): readonly DisciplineForm[] => {
  const codes: readonly string[] = ruleAt(formKeys[subject], onDate, context)?.value ?? [];
  return DisciplineForm.options.filter((form) => codes.includes(form));
};

/**
 * The outcome of a ballot by the cumulative rule (domain.md §5.4): from the heaviest form down, the votes of a form are added to those
 * of all heavier ones until the sum is enough. What is enough for a form that has it alone is the same sum, since heavier forms come
 * first. Undefined where no rule was in force. Throws RangeError on counts that cannot be: negative, broken, more than the voters, or
 * votes for a form that this subject does not have.
 */
export function disciplineVote(ballot: DisciplineBallot, onDate: CalendarDate, context: RuleContext = {}): DisciplineResult | undefined {
  const forms = disciplineForms(ballot.subject, onDate, context);
  const rule = ruleAt('discipline.vote', onDate, context);
  if (rule === undefined || forms.length === 0) return undefined;
  assertCounts(ballot, forms);
  const expulsion = ballot.expulsion === 'PROPOSED' ? ruleAt('discipline.expulsion_vote', onDate, context) : undefined;
  const steps: CountedForm[] = [];
  let sum = 0;
  for (const form of forms.toReversed()) {
    const votes = ballot.votes[form] ?? 0;
    sum += votes;
    const enough = form === 'EXPULSION' && expulsion !== undefined ? expulsion.value : rule.value;
    const needed = votesNeeded(ballot.voters, enough, enough.how) ?? ballot.voters + 1;
    const passed = passes(sum, ballot.voters, enough, enough.how);
    steps.push({ form, votes, sum, needed, passed });
    if (passed) return { form, by: votes >= needed ? 'OWN_VOTES' : 'ADDED_VOTES', steps, sums: sumsOf(steps), rule };
  }
  return { steps, sums: sumsOf(steps), rule };
}

function assertCounts({ votes, voters }: DisciplineBallot, forms: readonly DisciplineForm[]): void {
  const cast = DisciplineForm.options.map((form) => votes[form] ?? 0);
  const foreign = DisciplineForm.options.some((form) => !forms.includes(form) && (votes[form] ?? 0) !== 0);
  const total = cast.reduce((sum, n) => sum + n, 0);
  if (foreign || [voters, ...cast].some((n) => !Number.isSafeInteger(n) || n < 0) || total > voters) {
    throw new RangeError(`no ballot: ${JSON.stringify(votes)} of ${voters}`);
  }
}

// Votes are whole, so that "more than half of 21" and "more than 10" are the same.
function sumsOf(steps: readonly CountedForm[]): string {
  const told = steps.filter((step, index) => step.votes > 0 || index === steps.length - 1);
  const last = steps.at(-1);
  return told
    .map((step, index) => {
      const sum = index === 0 ? `${disciplineFormLabel[step.form].toLocaleLowerCase('vi-VN')} ${step.votes}` : `+${step.votes} = ${step.sum}`;
      if (step === last) return `${sum} ${step.passed ? '>' : '≤'} ${step.needed - 1}`;
      // Enough for the lighter form that follows, not for this one.
      return last !== undefined && step.sum >= last.needed ? `${sum} < ${step.needed}` : sum;
    })
    .join('; ');
}
