import type { QuestionAct, QuestionContent, QuestionState } from '@vungmanh/contracts/training/question';

export const questionTransitions: Readonly<Record<QuestionState, readonly QuestionState[]>> = {
  DRAFT: ['DRAFT', 'APPROVED', 'RETIRED'],
  APPROVED: ['DRAFT', 'RETIRED'],
  RETIRED: ['DRAFT'],
};

const actsIn: Readonly<Record<QuestionState, readonly QuestionAct[]>> = {
  DRAFT: ['change', 'approve', 'retire'],
  APPROVED: ['change', 'retire'],
  RETIRED: ['change'],
};

export const isQuestionAct = (act: QuestionAct, state: QuestionState): boolean => actsIn[state].includes(act);

/** What somebody may do with a question: its writers change it, who approves also takes it out of use. */
export const questionActsFor = (state: QuestionState, held: ReadonlySet<string>): QuestionAct[] =>
  actsIn[state].filter((act) => held.has(act === 'change' ? 'training:conduct' : 'training:approve'));

/** Whether the key fits the question: one right option for a single choice, two or more for a multiple one, all of them there, no option twice. */
export function isKeyed({ kind, options, right }: Pick<QuestionContent, 'kind' | 'options' | 'right'>): boolean {
  const keys = new Set(right);
  if (keys.size !== right.length || right.some((one) => one >= options.length)) return false;
  if (new Set(options.map((one) => one.toLowerCase())).size !== options.length) return false;
  return kind === 'SINGLE' ? keys.size === 1 : keys.size > 1;
}
