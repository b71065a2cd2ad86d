import { auditOfTraining } from '@vungmanh/contracts/audit';
import { deletePractice, getPractice, myPractices, savePractice, startPractice } from '@vungmanh/contracts/training/practice';
import {
  addQuestion,
  addQuestionField,
  approveQuestion,
  changeQuestion,
  getQuestion,
  listQuestionFields,
  listQuestions,
  type Question,
  type QuestionContent,
  retireQuestion,
} from '@vungmanh/contracts/training/question';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import type { Person } from '@vungmanh/testing/person';
import { Commune, TODAY } from '../../test/commune.js';
import { PracticeService } from './practice.service.js';

let c: Commune;
let fieldId: string;
let member: Person;
let other: Person;

const content = (n: number, more: Partial<QuestionContent> = {}): QuestionContent => ({
  kind: 'SINGLE',
  stem: `Câu hỏi mô phỏng ${n}?`,
  options: ['Một', 'Hai', 'Ba'],
  right: [1],
  source: { document: 'Văn bản mô phỏng', article: 'Điều 1' },
  ...more,
});

async function approved(n: number, more: { reserved?: boolean; nodeId?: string } = {}): Promise<Question> {
  const { reserved = false, nodeId = c.commune.id } = more;
  const draft = await c.provincialOfficer.do(addQuestion, { nodeId, fieldId, reserved, content: content(n) });
  return c.provincialOfficer.do(approveQuestion, { questionId: draft.id }, draft);
}

beforeAll(async () => {
  c = await Commune.start();
  fieldId = (await c.officer.do(listQuestionFields, {})).items[1]?.id ?? '';
  member = c.world.person('member', c.inLower[0]?.id);
  other = c.world.person('other', c.inLower[1]?.id);
}, 60_000);
afterAll(() => c?.world.stop());

describe('the bank of questions', () => {
  it('begins with the fields of the installation; the province adds one', async () => {
    expect((await c.officer.do(listQuestionFields, {})).items.map((f) => f.label)).toContain('Kiểm tra, giám sát, kỷ luật đảng');
    expect(await c.officer.refused(addQuestionField, { nodeId: c.commune.id, label: 'Lĩnh vực riêng' })).toBe('training/province-only');
    await c.provincialOfficer.do(addQuestionField, { nodeId: c.root.id, label: 'Lĩnh vực riêng' });
    expect(await c.provincialOfficer.refused(addQuestionField, { nodeId: c.root.id, label: 'Lĩnh vực riêng' })).toBe('training/field-exists');
  });

  it('takes a question as a draft, in use once it is approved, and then by new editions only', async () => {
    const input = { nodeId: c.commune.id, fieldId, reserved: false };
    expect(await c.officer.refused(addQuestion, { ...input, content: content(1, { right: [0, 1] }) })).toBe('training/question-key');
    expect(await c.secretary.refused(addQuestion, { ...input, nodeId: c.upper.id, content: content(1) })).toBe('request/forbidden');
    const draft = await c.officer.do(addQuestion, { ...input, content: content(1) });
    expect(draft).toMatchObject({ state: 'DRAFT', edition: 1, may: ['change', 'approve', 'retire'], editions: [{ inForce: false }] });
    const about = { questionId: draft.id };
    const written = await c.officer.do(changeQuestion, { ...about, fieldId, reserved: false, content: content(2) }, draft);
    expect(written).toMatchObject({ edition: 1, editions: [{ stem: content(2).stem }] });
    expect(await c.officer.refused(approveQuestion, about, draft)).toBe('request/stale');
    const inUse = await c.officer.do(approveQuestion, about, written);
    expect(inUse.editions).toMatchObject([{ number: 1, inForce: true }]);
    expect(await c.officer.refused(approveQuestion, about, inUse)).toBe('training/question-state');
    const anew = await c.officer.do(changeQuestion, { ...about, fieldId, reserved: false, content: content(3) }, inUse);
    expect(anew).toMatchObject({
      state: 'DRAFT',
      edition: 2,
      editions: [
        { number: 2, inForce: false },
        { number: 1, inForce: true },
      ],
    });
    const second = await c.officer.do(approveQuestion, about, anew);
    expect(second.editions.map((e) => e.inForce)).toEqual([true, false]);
    const retired = await c.officer.do(retireQuestion, { ...about, because: 'Văn bản đã thay thế' }, second);
    expect(retired).toMatchObject({ state: 'RETIRED', retiredBecause: 'Văn bản đã thay thế', may: ['change'] });
    expect(await c.officer.do(getQuestion, about)).toEqual(retired);
  });

  it('is listed for its writers, page by page, and for nobody else', async () => {
    await approved(10);
    await approved(11, { nodeId: c.root.id });
    const first = await c.officer.do(listQuestions, { nodeId: c.commune.id, limit: 1 });
    const rest = await c.officer.do(listQuestions, { nodeId: c.commune.id, limit: 200, cursor: first.next ?? '' });
    const all = [...first.items, ...rest.items];
    expect(all.every((q) => q.nodeId === c.commune.id)).toBe(true);
    expect(new Set(all.map((q) => q.id)).size).toBe(all.length);
    expect((await c.officer.do(listQuestions, { nodeId: c.commune.id, state: 'RETIRED' })).items).toHaveLength(1);
    expect(await c.secretary.refused(listQuestions, { nodeId: c.upper.id })).toBe('request/forbidden');
  });
});

describe('practice', () => {
  it('draws what is in use at one’s organization and above, never what is reserved, and judges with its source', async () => {
    const reserved = await approved(20, { reserved: true });
    await approved(21, { nodeId: c.upper.id });
    const drawn = await member.do(startPractice, { fieldId, questions: 50 });
    const stems = drawn.items.map((i) => i.stem).toSorted();
    expect(stems).toEqual([content(10).stem, content(11).stem].toSorted());
    expect(stems).not.toContain(reserved.editions[0]?.stem);
    expect(drawn.items[0]).toMatchObject({ right: [1], source: { document: 'Văn bản mô phỏng' } });
    expect(drawn.keptUntil).toBe('2027-08-08');
    expect(ruleAt('training.practice.keep_days', TODAY)?.value).toBe(90);
    const [empty] = (await member.do(listQuestionFields, {})).items.filter((f) => f.practicable === 0);
    expect(await member.refused(startPractice, { fieldId: empty?.id ?? '', questions: 5 })).toBe('training/nothing-to-practice');
  });

  it('keeps the first answer, however often it is sent, and the words that were asked', async () => {
    const { id: practiceId, items } = await member.do(startPractice, { fieldId, questions: 2 });
    await member.do(savePractice, { practiceId, answers: [{ position: 1, chosen: [1] }] });
    await member.do(savePractice, {
      practiceId,
      answers: [
        { position: 1, chosen: [0] },
        { position: 2, chosen: [2] },
      ],
    });
    expect((await member.do(getPractice, { practiceId })).items.map((i) => i.chosen)).toEqual([[1], [2]]);
    expect((await member.do(myPractices, {})).items[0]).toMatchObject({ id: practiceId, questions: 2, answered: 2, right: 1 });
    const [own] = (await c.officer.do(listQuestions, { nodeId: c.commune.id, state: 'APPROVED' })).items.filter((q) => q.stem === content(10).stem);
    const retired = await c.officer.do(retireQuestion, { questionId: own?.id ?? '', because: 'Mô phỏng' }, own);
    expect(retired.state).toBe('RETIRED');
    expect((await member.do(getPractice, { practiceId })).items.map((i) => i.stem)).toEqual(items.map((i) => i.stem));
  });

  it('is the person’s alone: no other reads, writes or deletes it, and no audit tells of it', async () => {
    const [line] = (await member.do(myPractices, {})).items;
    const practiceId = line?.id ?? '';
    expect(await other.refused(getPractice, { practiceId })).toBe('request/not-found');
    expect(await other.refused(savePractice, { practiceId, answers: [{ position: 1, chosen: [0] }] })).toBe('request/not-found');
    expect(await other.refused(deletePractice, { practiceId })).toBe('request/not-found');
    expect((await other.do(myPractices, {})).items).toEqual([]);
    const audit = await c.provincialOfficer.do(auditOfTraining, { nodeId: c.root.id, limit: 200 });
    expect(audit.items.length).toBeGreaterThan(0);
    expect(audit.items.filter((row) => row.operation.startsWith('training.practice.'))).toEqual([]);
    await member.do(deletePractice, { practiceId });
    expect(await member.refused(getPractice, { practiceId })).toBe('request/not-found');
  });

  it('is forgotten when its time has come', async () => {
    const { items: before } = await member.do(myPractices, {});
    expect(before.length).toBeGreaterThan(0);
    const { asSystem } = await import('@vungmanh/platform/db/reach');
    const forget = (day: string) => asSystem(() => c.world.service.app.get(PracticeService).forget({ day }));
    await forget('2027-08-07');
    expect((await member.do(myPractices, {})).items).toEqual(before);
    await forget('2027-08-08');
    expect((await member.do(myPractices, {})).items).toEqual([]);
  });
});
