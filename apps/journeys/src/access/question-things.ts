import { startPractice } from '@vungmanh/contracts/training/practice';
import { addQuestion, approveQuestion, listQuestionFields } from '@vungmanh/contracts/training/question';
import { Person } from '../person.js';

const content = {
  kind: 'SINGLE' as const,
  stem: 'Câu hỏi mô phỏng?',
  options: ['Một', 'Hai'],
  right: [0],
  source: { document: 'Văn bản mô phỏng' },
};

/** A question in use that an organization has written, in the first field of the bank. */
export async function usedQuestion(officer: Person, nodeId: string): Promise<{ questionId: string; fieldId: string }> {
  const fieldId = (await officer.do(listQuestionFields, {})).items[0]?.id ?? '';
  const draft = await officer.doOnceKnown(addQuestion, { nodeId, fieldId, reserved: false, content });
  await officer.do(approveQuestion, { questionId: draft.id }, draft);
  return { questionId: draft.id, fieldId };
}

/** Practices of somebody for themselves: one that is read and answered, one that may be deleted. */
export async function practicesOf(username: string, fieldId: string): Promise<{ practiceId: string; spentId: string }> {
  const person = await Person.signedIn(username);
  const begun = async () => (await person.doOnceKnown(startPractice, { fieldId, questions: 1 })).id;
  return { practiceId: await begun(), spentId: await begun() };
}
