import { getAttempt, handIn, myQuizzes, saveAnswers, startAttempt } from '@vungmanh/contracts/training/attempt';
import { startPractice } from '@vungmanh/contracts/training/practice';
import type { TrainingClass } from '@vungmanh/contracts/training/class';
import { addQuestion, approveQuestion, getQuestion, listQuestionFields } from '@vungmanh/contracts/training/question';
import { addQuiz, changeQuiz, closeQuiz, getQuiz, listQuizResults, listQuizzes, openQuiz, type Quiz } from '@vungmanh/contracts/training/quiz';
import { asSystem } from '@vungmanh/platform/db/reach';
import type { Person } from '@vungmanh/testing/person';
import { District, TODAY } from '../../test/district.js';
import { AttemptService } from './attempt.service.js';

const OPENS = `${TODAY}T02:00:00.000Z`;
const CLOSES = `${TODAY}T04:00:00.000Z`;
const minute = 60_000;

let d: District;
let fieldId: string;
let questionIds: string[];
let held: TrainingClass;
let quiz: Quiz;
let first: Person;
let second: Person;

/** Moves the platform's clock to so many minutes after the test has opened. */
const at = (minutes: number): void => d.world.clock.set(new Date(Date.parse(OPENS) + minutes * minute).toISOString());

async function question(n: number, reserved: boolean): Promise<string> {
  const content = { kind: 'SINGLE' as const, stem: `Câu ${n}?`, options: ['Một', 'Hai'], right: [0], source: { document: 'Mô phỏng' } };
  const draft = await d.approver.do(addQuestion, { nodeId: d.commune.id, fieldId, reserved, content });
  await d.approver.do(approveQuestion, { questionId: draft.id }, draft);
  return draft.id;
}

beforeAll(async () => {
  d = await District.start();
  fieldId = (await d.officer.do(listQuestionFields, {})).items[0]?.id ?? '';
  questionIds = [];
  for (const n of [1, 2, 3, 4]) questionIds.push(await question(n, n > 2));
  held = await d.running([d.at(0), d.at(1), d.at(2)]);
  first = d.asMember(d.at(0));
  second = d.asMember(d.at(1));
}, 60_000);
afterAll(() => d?.world.stop());

describe('a test', () => {
  const plan = () => ({ title: 'Kiểm tra cuối lớp', parts: [{ fieldId, questions: 4 }], minutes: 30, opensAt: OPENS, closesAt: CLOSES });

  it('is drawn up for a class, and fixes who sits it and what may be drawn when it is given out', async () => {
    const input = { nodeId: d.commune.id, classId: held.id, ...plan() };
    expect(await d.officer.refused(addQuiz, { ...input, closesAt: `${TODAY}T02:10:00.000Z` })).toBe('training/quiz-window');
    const many = Array.from({ length: 3 }, () => ({ fieldId, questions: 67 }));
    expect(await d.officer.refused(addQuiz, { ...input, parts: many })).toBe('request/invalid');
    expect(await d.officer.refused(addQuiz, { ...input, parts: [...input.parts, ...input.parts] })).toBe('training/field-unknown');
    expect(await d.besideOfficer.refused(addQuiz, { ...input, nodeId: d.beside.id })).toBe('training/quiz-for');
    const draft = await d.officer.do(addQuiz, { ...input, parts: [{ fieldId, questions: 5 }] });
    const about = { quizId: draft.id };
    expect(draft).toMatchObject({ state: 'DRAFT', participants: 0, may: ['change', 'open'] });
    expect((await first.do(myQuizzes, {})).items).toEqual([]);
    expect(await d.officer.refused(openQuiz, about, draft)).toBe('training/too-few-questions');
    const changed = await d.officer.do(changeQuiz, { ...about, ...plan() }, draft);
    quiz = await d.officer.do(openQuiz, about, changed);
    expect(quiz).toMatchObject({ state: 'OPEN', participants: 3, started: 0, may: ['close'] });
    expect(await d.officer.refused(changeQuiz, { ...about, ...plan() }, quiz)).toBe('training/quiz-state');
    expect((await d.officer.do(listQuizzes, { nodeId: d.commune.id, classId: held.id })).items.map((q) => q.id)).toEqual([quiz.id]);
    expect(await d.besideOfficer.refused(getQuiz, about)).toBe('request/not-found');
  });

  it('is taken once, with its questions fixed, by those of the class alone', async () => {
    const about = { quizId: quiz.id };
    at(-1);
    expect((await first.do(startPractice, { fieldId, questions: 4 })).items).toHaveLength(2);
    expect(await first.refused(startAttempt, about)).toBe('training/quiz-not-open');
    at(0);
    const paper = await first.do(startAttempt, about);
    expect(paper.graceSeconds).toBe(600);
    expect(Date.parse(paper.endsAt) - Date.parse(paper.startedAt)).toBe(30 * minute);
    expect(paper.items.map((i) => i.stem).toSorted()).toEqual(['Câu 1?', 'Câu 2?', 'Câu 3?', 'Câu 4?']);
    expect(JSON.stringify(paper)).not.toContain('"right"');
    // What may be drawn is not told through practice, with its key, as long as the test runs.
    expect(await first.refused(startPractice, { fieldId, questions: 4 })).toBe('training/nothing-to-practice');
    at(3);
    const again = await first.do(startAttempt, about);
    expect({ ...again, now: paper.now }).toEqual(paper);
    expect(await d.asMember(d.at(5)).refused(startAttempt, about)).toBe('request/not-found');
    expect(await second.refused(getAttempt, { attemptId: paper.id })).toBe('request/not-found');
  });

  it('keeps answers one by one, by their number and not by when they came', async () => {
    const { id: attemptId } = await first.do(startAttempt, { quizId: quiz.id });
    const give = (position: number, chosen: number[], seq: number, elapsedMs: number) => ({ position, chosen, seq, elapsedMs });
    at(5);
    expect(await first.do(saveAnswers, { attemptId, answers: [give(1, [0], 2, 4 * minute)] })).toEqual({ saved: 1, refused: 0 });
    await first.do(saveAnswers, { attemptId, answers: [give(1, [1], 1, 3 * minute)] });
    await first.do(saveAnswers, { attemptId, answers: [give(1, [0], 2, 4 * minute), give(2, [0], 3, 5 * minute)] });
    const kept = await first.do(getAttempt, { attemptId });
    expect(kept.lastSeq).toBe(3);
    expect(kept.items.map((i) => i.chosen)).toEqual([[0], [0], undefined, undefined]);
    expect(await second.refused(saveAnswers, { attemptId, answers: [give(3, [0], 4, 1)] })).toBe('request/not-found');
    // The connection was lost at 29 minutes and came back at 33: what was given in time counts, what was given after does not.
    at(33);
    const late = await first.do(saveAnswers, { attemptId, answers: [give(3, [0], 5, 29 * minute), give(4, [0], 6, 31 * minute)] });
    expect(late).toEqual({ saved: 1, refused: 1 });
    at(41);
    expect(await first.do(saveAnswers, { attemptId, answers: [give(4, [0], 7, 29 * minute)] })).toEqual({ saved: 0, refused: 1 });
    await asSystem(() => d.world.service.app.get(AttemptService).byTime({ attemptId }));
    const over = await first.do(getAttempt, { attemptId });
    expect(over.handedInAt).toBe(over.endsAt);
  });

  it('is handed in by who has finished, and after that takes nothing', async () => {
    const { id: attemptId } = await second.do(startAttempt, { quizId: quiz.id });
    const answers = [{ position: 1, chosen: [1], seq: 1, elapsedMs: 1000 }];
    await second.do(saveAnswers, { attemptId, answers });
    expect((await second.do(handIn, { attemptId })).handedInAt).toBeDefined();
    expect(await second.do(saveAnswers, { attemptId, answers: [{ position: 1, chosen: [0], seq: 2, elapsedMs: 2000 }] })).toEqual({
      saved: 0,
      refused: 1,
    });
  });

  it('is closed after its time: marks for the class and each person, statistics only from many papers', async () => {
    const about = { quizId: quiz.id };
    const before = await d.officer.do(listQuizResults, about);
    expect(before.items.map((r) => [r.answered, r.late, r.mark])).toEqual([
      [3, 1, undefined],
      [1, 0, undefined],
      [0, 0, undefined],
    ]);
    expect(await d.officer.refused(closeQuiz, about, quiz)).toBe('training/quiz-running');
    at(131);
    const closed = await d.officer.do(closeQuiz, about, quiz);
    expect(closed).toMatchObject({ state: 'CLOSED', started: 2, handedIn: 2, may: [] });
    expect((await d.officer.do(listQuizResults, about)).items.map((r) => [r.right, r.mark])).toEqual([
      [3, 7.5],
      [0, 0],
      [undefined, undefined],
    ]);
    expect((await d.people(held)).map((e) => e.mark)).toEqual([7.5, 0, undefined]);
    expect((await first.do(myQuizzes, {})).items).toMatchObject([{ id: quiz.id, handedIn: true, mark: 7.5 }]);
    const attemptId = (await first.do(myQuizzes, {})).items[0]?.attemptId ?? '';
    expect((await first.do(getAttempt, { attemptId })).items[0]).toMatchObject({ right: [0], source: { document: 'Mô phỏng' } });
    const shown = await d.officer.do(getQuestion, { questionId: questionIds[0] ?? '' });
    expect(shown).toMatchObject({ statisticsFrom: 10 });
    expect(shown.statistics).toBeUndefined();
    expect((await first.do(startPractice, { fieldId, questions: 4 })).items).toHaveLength(2);
  });
});
