import type { ItemStatistics } from '@vungmanh/contracts/training/question';
import type { QuizAct, QuizPart, QuizState } from '@vungmanh/contracts/training/quiz';
import type { Instant } from '@vungmanh/contracts/types';

export const quizTransitions: Readonly<Record<QuizState, readonly QuizState[]>> = { DRAFT: ['OPEN'], OPEN: ['CLOSED'], CLOSED: [] };

const actsIn: Readonly<Record<QuizState, readonly QuizAct[]>> = { DRAFT: ['change', 'open'], OPEN: ['close'], CLOSED: [] };

export const quizActsFor = (state: QuizState, held: ReadonlySet<string>): QuizAct[] => (held.has('training:conduct') ? [...actsIn[state]] : []);
export const isQuizAct = (act: QuizAct, state: QuizState): boolean => actsIn[state].includes(act);

/** Whether somebody who begins at once can use the whole time. */
export const isWindow = ({ opensAt, closesAt, minutes }: { opensAt: Instant; closesAt: Instant; minutes: number }): boolean =>
  Date.parse(closesAt) - Date.parse(opensAt) >= minutes * 60_000;

export const questionsOf = (parts: readonly QuizPart[]): number => parts.reduce((sum, part) => sum + part.questions, 0);

/** Marks run from 0 to 10 by quarters, as those of a class; half a quarter counts up. */
export const markOf = (right: number, questions: number): number => (questions === 0 ? 0 : Math.round((40 * right) / questions) / 4);

/** Somebody's answer to one question, and how much of their whole paper was right, as a share. */
export interface ItemAnswer {
  readonly right: boolean;
  readonly share: number;
}

/** The share of papers that makes the upper and the lower group of a discrimination index (Kelley, 1939). */
const GROUP = 0.27;

/** How a question did; nothing from fewer answers than `least`, among which a person could be told apart. */
export function statisticsOf(answers: readonly ItemAnswer[], least: number): ItemStatistics | undefined {
  if (answers.length === 0 || answers.length < least) return undefined;
  const ranked = answers.toSorted((a, b) => b.share - a.share);
  const size = Math.max(1, Math.round(answers.length * GROUP));
  const rightIn = (some: readonly ItemAnswer[]): number => some.filter((one) => one.right).length;
  const discrimination = (rightIn(ranked.slice(0, size)) - rightIn(ranked.slice(-size))) / size;
  return { answers: answers.length, right: rightIn(answers), ...(answers.length < 2 * size ? {} : { discrimination }) };
}
