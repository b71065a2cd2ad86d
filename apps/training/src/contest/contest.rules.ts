import { type ContestRules, type Criterion, CriterionPart, type RoundState } from '@vungmanh/contracts/training/contest';
import type { RoundAct } from '@vungmanh/contracts/training/contest-round';

export const roundTransitions: Readonly<Record<RoundState, readonly RoundState[]>> = {
  PLANNED: ['ENTERING'],
  ENTERING: ['MARKING'],
  MARKING: ['CLOSED'],
  CLOSED: [],
};

const actsIn: Readonly<Record<RoundState, readonly RoundAct[]>> = {
  PLANNED: ['open', 'set-jury'],
  ENTERING: ['set-jury', 'withdraw-entry', 'begin-marking'],
  MARKING: ['set-jury', 'withdraw-entry', 'close'],
  CLOSED: [],
};
export const isRoundAct = (act: RoundAct, state: RoundState): boolean => actsIn[state].includes(act);
export const roundActsFor = (state: RoundState, held: ReadonlySet<string>): RoundAct[] => (held.has('training:conduct') ? [...actsIn[state]] : []);

/** Whether a scale can be marked by: keys are its own, at most one line is the quiz, and ties name parts or lines that are there, each once. */
export function areRules({ criteria, ties }: Pick<ContestRules, 'criteria' | 'ties'>): boolean {
  const keys = new Set(criteria.map((one) => one.key));
  const known = new Set<string>([...keys, ...CriterionPart.options]);
  return (
    keys.size === criteria.length &&
    criteria.filter((one) => one.part === 'QUIZ').length <= 1 &&
    new Set(ties).size === ties.length &&
    ties.every((tie) => known.has(tie))
  );
}

/** The lines of a scale that jurors mark. */
export const juried = (criteria: readonly Criterion[]): Criterion[] => criteria.filter((one) => one.part !== 'QUIZ');

/** Whether points are those of a scale: known lines, each once, none above its most. */
export function fitScale(points: readonly { key: string; points: number }[], criteria: readonly Criterion[]): boolean {
  const most = new Map(juried(criteria).map((one) => [one.key, one.max]));
  return new Set(points.map((one) => one.key)).size === points.length && points.every((one) => one.points <= (most.get(one.key) ?? -1));
}

export interface Marked {
  readonly entryId: string;
  /** What came of the quiz, if they were given one that was sat. */
  readonly quiz: { readonly right: number; readonly questions: number } | undefined;
  /** Every juror's points. */
  readonly points: readonly { readonly key: string; readonly points: number }[];
}

export interface Placed {
  readonly entryId: string;
  readonly place: number;
  readonly total: number;
  readonly points: readonly { readonly key: string; readonly points: number }[];
}

/** A share in hundredths, compared as whole numbers so that equal is equal; divided last, so that exactly half of one counts up. */
const hundredths = (sum: number, by: number): number => Math.round((sum * 100) / by);

/**
 * The results of a round: of each line the mean of the jurors' points, or the share of right answers of the quiz, rounded to hundredths; the
 * total is their sum. Equal totals are told apart by the lines or parts that the contest names, in its order; who is still equal shares the place.
 */
export function resultsOf({ criteria, ties }: Pick<ContestRules, 'criteria' | 'ties'>, entries: readonly Marked[]): Placed[] {
  const scored = entries.map((entry) => {
    const points = criteria.map((one) => ({ key: one.key, points: pointsOf(one, entry) }));
    const sumOf = (tie: string): number =>
      criteria.reduce((sum, one, i) => (one.key === tie || one.part === tie ? sum + (points[i]?.points ?? 0) : sum), 0);
    return { entryId: entry.entryId, points, keys: [points.reduce((sum, one) => sum + one.points, 0), ...ties.map(sumOf)] };
  });
  const ranked = scored.toSorted((a, b) => compare(a.keys, b.keys));
  return ranked.map(({ entryId, points, keys }) => ({
    entryId,
    place: 1 + ranked.filter((other) => compare(other.keys, keys) < 0).length,
    total: (keys[0] ?? 0) / 100,
    points: points.map((one) => ({ key: one.key, points: one.points / 100 })),
  }));
}

function pointsOf({ key, part, max }: Criterion, { quiz, points }: Marked): number {
  if (part === 'QUIZ') return quiz === undefined || quiz.questions === 0 ? 0 : hundredths(max * quiz.right, quiz.questions);
  const given = points.filter((one) => one.key === key);
  return given.length === 0
    ? 0
    : hundredths(
        given.reduce((sum, one) => sum + one.points, 0),
        given.length,
      );
}

/** The higher first, key by key. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, i) => key !== b[i]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}
