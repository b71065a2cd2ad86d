import { getPractice, myPractices, savePractice, startPractice } from '@vungmanh/contracts/training/practice';
import { addQuestion, approveQuestion, changeQuestion, listQuestionFields, type Question } from '@vungmanh/contracts/training/question';
import { staffOf, type Staff } from '../src/staff.js';
import { moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const content = {
  kind: 'MULTIPLE' as const,
  stem: 'Nghị quyết của chi bộ ghi rõ những nội dung nào?',
  options: ['Nội dung, yêu cầu', 'Thời hạn, người thực hiện', 'Điểm thi đua của từng người'],
  right: [0, 1],
  source: { document: 'Văn bản mô phỏng' },
};

/** domain.md §6: a question goes from its writer to who practices; what comes of practice stays with the person. */
describe('questions and practice', () => {
  let village: Village;
  let staff: Staff;
  let fieldId: string;
  let question: Question;

  beforeAll(async () => {
    await moveTo('2026-12-14T02:00:00Z');
    village = await foundVillage({ number: '690', official: 5, probationary: 0, termFrom: '2025-08-01' });
    staff = await staffOf(village);
    fieldId = (await staff.officer.do(listQuestionFields, {})).items[1]?.id ?? '';
  });

  it('a question is written by the commune and practiced with once it is approved', async () => {
    const { officer, secretary, member } = staff;
    const input = { nodeId: village.commune.id, fieldId, reserved: false, content };
    expect(await secretary.refused(addQuestion, { ...input, nodeId: village.cell.id })).toBe('request/forbidden');
    const draft = await officer.doOnceKnown(addQuestion, input);
    expect(await member.refused(startPractice, { fieldId, questions: 50 })).toBe('training/nothing-to-practice');
    question = await officer.do(approveQuestion, { questionId: draft.id }, draft);
    const practice = await member.do(startPractice, { fieldId, questions: 50 });
    expect(practice.items).toMatchObject([{ stem: content.stem, right: [0, 1] }]);
  });

  it('an answer that is sent twice counts once; a question that is written anew leaves it as it was', async () => {
    const { officer, member } = staff;
    const [line] = (await member.do(myPractices, {})).items;
    const practiceId = line?.id ?? '';
    for (const chosen of [[1, 0], [2]]) await member.do(savePractice, { practiceId, answers: [{ position: 1, chosen }] });
    const next = { ...content, stem: 'Nghị quyết cần ghi rõ gì?' };
    const changed = await officer.do(changeQuestion, { questionId: question.id, fieldId, reserved: false, content: next }, question);
    await officer.do(approveQuestion, { questionId: question.id }, changed);
    const kept = await member.do(getPractice, { practiceId });
    expect(kept.items).toMatchObject([{ stem: content.stem, chosen: [0, 1] }]);
    expect((await member.do(myPractices, {})).items).toMatchObject([{ questions: 1, answered: 1, right: 1 }]);
  });

  it('nobody else learns of it, neither the secretary nor an officer', async () => {
    const { officer, secretary, member } = staff;
    const practiceId = (await member.do(myPractices, {})).items[0]?.id ?? '';
    for (const other of [officer, secretary]) {
      expect(['request/not-found', 'request/forbidden']).toContain(await other.refused(getPractice, { practiceId }));
    }
  });
});
