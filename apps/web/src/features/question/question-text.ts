import type { QuestionState } from '@vungmanh/contracts/training/question';

export const questionTone = (state: QuestionState) => (state === 'APPROVED' ? 'done' : state === 'DRAFT' ? 'wait' : 'muted');
