import type { SentOf } from '@vungmanh/contracts/operation';
import { addContest, changeContest, type ContestLine, listContests, listRounds } from '@vungmanh/contracts/training/contest';
import {
  addRound,
  beginMarking,
  closeRound,
  type ContestRound,
  downloadRoundPaper,
  enterPeople,
  getRound,
  openRound,
  setJury,
  withdrawEntry,
} from '@vungmanh/contracts/training/contest-round';
import { getJurySheet, markEntry, myJuries } from '@vungmanh/contracts/training/contest-jury';
import { handIn, myQuizzes, saveAnswers, startAttempt } from '@vungmanh/contracts/training/attempt';
import { addQuestion, approveQuestion, listQuestionFields } from '@vungmanh/contracts/training/question';
import { addQuiz, closeQuiz, getQuiz, openQuiz, type Quiz } from '@vungmanh/contracts/training/quiz';
import { Files } from '@vungmanh/platform/files';
import { docxText } from '@vungmanh/testing/docx-text';
import { District, TODAY } from '../../test/district.js';

const rules = {
  title: 'Hội thi mô phỏng',
  ground: 'Kế hoạch số 01-KH/MP',
  criteria: [
    { key: 'quiz', label: 'Trắc nghiệm', part: 'QUIZ' as const, max: 30 },
    { key: 'situation', label: 'Tình huống', part: 'SITUATION' as const, max: 50 },
    { key: 'handling', label: 'Xử lý', part: 'HANDLING' as const, max: 20 },
  ],
  ties: ['situation'],
};

let d: District;
let contest: ContestLine;
let round: ContestRound;
let jurors: SentOf<typeof setJury>['jurors'];
/** Drawn up for the round and never given out. */
let unused: Quiz;

beforeAll(async () => {
  d = await District.start();
}, 60_000);
afterAll(() => d?.world.stop());

const entryOf = (i: number): string => round.entries.find((e) => e.personId === d.at(i).id)?.id ?? '';
const points = (situation: number, handling: number) => [
  { key: 'situation', points: situation },
  { key: 'handling', points: handling },
];
/** In the other cell of the commune. */
const lower = (i: number) => d.inLower[i] ?? d.stranger;

describe('a contest', () => {
  it('has a scale as its rules say, that stands once it has a round', async () => {
    expect(await d.officer.refused(addContest, { nodeId: d.commune.id, ...rules, ties: ['none'] })).toBe('training/contest-rules');
    const begun = await d.officer.do(addContest, { nodeId: d.commune.id, ...rules, title: 'Khác' });
    contest = await d.officer.do(changeContest, { contestId: begun.id, ...rules }, begun);
    expect((await d.upperSecretary.do(listContests, { nodeId: d.upper.id })).items).toMatchObject([{ title: 'Hội thi mô phỏng' }]);
    expect((await d.besideOfficer.do(listContests, { nodeId: d.beside.id })).items).toEqual([]);
    const about = { contestId: contest.id, level: 'COMMUNE' as const, title: 'Vòng cấp xã', heldOn: TODAY, place: 'Hội trường xã' };
    expect(await d.besideOfficer.refused(addRound, { ...about, nodeId: d.beside.id })).toBe('training/contest-unfit');
    round = await d.officer.do(addRound, { ...about, nodeId: d.commune.id });
    expect(round).toMatchObject({ state: 'PLANNED', may: ['open', 'set-jury'], entries: [], jury: [] });
    expect(await d.officer.refused(changeContest, { contestId: contest.id, ...rules }, contest)).toBe('training/contest-begun');
    expect((await d.upperSecretary.do(listRounds, { contestId: contest.id, nodeId: d.upper.id })).items).toEqual([]);
  });

  it('takes people of the cells below, none of the jury and none twice', async () => {
    const roundId = round.id;
    round = await d.officer.do(openRound, { roundId }, round);
    expect((await d.upperSecretary.do(listRounds, { contestId: contest.id, nodeId: d.upper.id })).items).toMatchObject([
      { id: roundId, held: false },
    ]);
    jurors = [
      { personId: d.at(5).id, role: 'CHAIR' as const },
      { personId: lower(0).id, role: 'MEMBER' as const },
      { personId: lower(1).id, role: 'SECRETARY' as const },
    ];
    expect(await d.officer.refused(setJury, { roundId, jurors: jurors.slice(1) }, round)).toBe('training/jury-unfit');
    round = await d.officer.do(setJury, { roundId, jurors }, round);
    expect(round.jury.map((j) => j.role)).toEqual(['CHAIR', 'SECRETARY', 'MEMBER']);
    const enter = { roundId, nodeId: d.upper.id };
    expect(await d.upperSecretary.refused(enterPeople, { ...enter, personIds: [lower(2).id] })).toBe('training/not-of-cell');
    expect(await d.upperSecretary.refused(enterPeople, { ...enter, personIds: [d.at(5).id] })).toBe('training/is-juror');
    await d.upperSecretary.do(enterPeople, { ...enter, personIds: [0, 1, 2, 3].map((i) => d.at(i).id) });
    expect(await d.upperSecretary.refused(enterPeople, { ...enter, personIds: [d.at(0).id] })).toBe('training/already-entered');
    round = await d.officer.do(getRound, { roundId });
    round = await d.officer.do(withdrawEntry, { roundId, entryId: entryOf(3), because: 'Ốm (mô phỏng)' }, round);
    expect(round.entries).toHaveLength(3);
    // The chair is of their cell and does not mark them.
    expect(round.entries.map((e) => [e.marked, e.jurors])).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
    ]);
    expect(await d.besideOfficer.refused(getRound, { roundId })).toBe('request/not-found');
  });

  it('has a quiz that those who take part sit', async () => {
    const fieldId = (await d.officer.do(listQuestionFields, {})).items[0]?.id ?? '';
    const content = { kind: 'SINGLE' as const, stem: 'Câu?', options: ['Một', 'Hai'], right: [0], source: { document: 'Mô phỏng' } };
    for (const stem of ['Câu 1?', 'Câu 2?']) {
      const draft = await d.approver.do(addQuestion, { nodeId: d.commune.id, fieldId, reserved: true, content: { ...content, stem } });
      await d.approver.do(approveQuestion, { questionId: draft.id }, draft);
    }
    const plan = { title: 'Trắc nghiệm', parts: [{ fieldId, questions: 2 }], minutes: 30 };
    const window = { opensAt: `${TODAY}T01:00:00.000Z`, closesAt: `${TODAY}T03:00:00.000Z` };
    const drafted = () => d.officer.do(addQuiz, { nodeId: d.commune.id, roundId: round.id, ...plan, ...window });
    const given = async () => {
      const draft = await drafted();
      return d.officer.do(openQuiz, { quizId: draft.id }, draft);
    };
    unused = await d.officer.do(addQuiz, { nodeId: d.commune.id, roundId: round.id, ...plan, ...window, closesAt: `${TODAY}T09:00:00.000Z` });
    const quizzes = [await given(), await given()] as const;
    expect(quizzes[0].participants).toBe(3);
    // The third is right in the first test and does not begin the second: it counts for them all the same.
    for (const [quiz, people] of [[quizzes[0], 3] as const, [quizzes[1], 2] as const]) {
      for (let i = 0; i < people; i += 1) {
        const person = d.asMember(d.at(i));
        const { id: attemptId } = await person.do(startAttempt, { quizId: quiz.id });
        const answers = [1, 2].map((position) => ({ position, chosen: [0], seq: position, elapsedMs: position }));
        await person.do(saveAnswers, { attemptId, answers });
        await person.do(handIn, { attemptId });
      }
    }
    // One that nobody has begun is closed before its end, and counts for nobody.
    const idle = await given();
    await d.officer.do(closeQuiz, { quizId: idle.id }, idle);
    expect(await d.asMember(d.at(0)).refused(startAttempt, { quizId: idle.id })).toBe('training/quiz-not-open');
    expect((await d.asMember(d.at(0)).do(myQuizzes, {})).items.find((q) => q.id === idle.id)).toMatchObject({ closed: true, handedIn: false });
    // Whoever was withdrawn is entered again, after the tests were given out.
    await d.upperSecretary.do(enterPeople, { roundId: round.id, nodeId: d.upper.id, personIds: [d.at(3).id] });
    round = await d.officer.do(getRound, { roundId: round.id });
    round = await d.officer.do(beginMarking, { roundId: round.id }, round);
    expect(round.may).toEqual(['set-jury', 'withdraw-entry', 'close']);
    expect((await d.officer.do(getQuiz, { quizId: quizzes[0].id })).participants).toBe(4);
    expect(await d.officer.refused(closeRound, { roundId: round.id }, round)).toBe('training/quiz-open');
    d.world.clock.set(`${TODAY}T03:30:00.000Z`);
    for (const quiz of quizzes) await d.officer.do(closeQuiz, { quizId: quiz.id }, quiz);
  });

  it('may lose somebody who is absent and change its jury while it is marked', async () => {
    const roundId = round.id;
    round = await d.officer.do(withdrawEntry, { roundId, entryId: entryOf(3), because: 'Vắng mặt (mô phỏng)' }, round);
    expect(round.entries).toHaveLength(3);
    expect(await d.officer.refused(setJury, { roundId, jurors: jurors.slice(0, 1) }, round)).toBe('training/nobody-may-mark');
    round = await d.officer.do(setJury, { roundId, jurors: [...jurors, { personId: lower(4).id, role: 'MEMBER' as const }] }, round);
    // Their points count no more once they have left.
    await d.asMember(lower(4)).do(markEntry, { roundId, entryId: entryOf(2), points: points(50, 20) });
    round = await d.officer.do(setJury, { roundId, jurors }, round);
  });

  it('is marked by each juror on the scale, never for somebody of their own cell', async () => {
    const roundId = round.id;
    const [chair, first, second] = [d.asMember(d.at(5)), d.asMember(lower(0)), d.asMember(lower(1))];
    expect((await first.do(myJuries, {})).items).toMatchObject([{ id: roundId, state: 'MARKING' }]);
    expect(await d.asMember(lower(3)).refused(getJurySheet, { roundId })).toBe('request/not-found');
    expect((await chair.do(getJurySheet, { roundId })).entries.map((e) => e.conflict)).toEqual([true, true, true]);
    expect(await chair.refused(markEntry, { roundId, entryId: entryOf(0), points: points(1, 1) })).toBe('training/jury-conflict');
    expect(await first.refused(markEntry, { roundId, entryId: entryOf(0), points: points(51, 1) })).toBe('training/points-unfit');
    expect(await d.asMember(lower(3)).refused(markEntry, { roundId, entryId: entryOf(0), points: points(1, 1) })).toBe('request/not-found');
    await first.do(markEntry, { roundId, entryId: entryOf(0), points: points(10, 10) });
    await first.do(markEntry, { roundId, entryId: entryOf(0), points: points(30, 15) });
    await second.do(markEntry, { roundId, entryId: entryOf(0), points: points(31, 15) });
    // A juror sees their own points and nobody else's.
    const sheet = await second.do(getJurySheet, { roundId });
    expect(sheet.entries.find((e) => e.entryId === entryOf(0))?.points).toEqual(points(31, 15).toReversed());
    expect(await d.officer.refused(closeRound, { roundId }, round)).toBe('training/points-missing');
    for (const juror of [first, second]) {
      await juror.do(markEntry, { roundId, entryId: entryOf(1), points: points(25.5, 20) });
      await juror.do(markEntry, { roundId, entryId: entryOf(2), points: points(35, 20) });
    }
  });

  it('ends with places by its own rule, and papers with numbers of the register', async () => {
    const roundId = round.id;
    expect(await d.officer.refused(downloadRoundPaper, { roundId, kind: 'RESULTS', format: 'docx' })).toBe('training/paper-not-ready');
    round = await d.officer.do(closeRound, { roundId }, round);
    expect(round.entries.map((e) => [e.personId, e.result?.place, e.result?.total])).toEqual([
      [d.at(0).id, 1, 75.5],
      [d.at(1).id, 2, 75.5],
      [d.at(2).id, 3, 70],
    ]);
    for (let i = 0; i < 100 && round.resultNumber === undefined; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      round = await d.officer.do(getRound, { roundId });
    }
    expect(round).toMatchObject({ state: 'CLOSED', may: [], minutesNumber: 'Số 07-BB/ĐU', resultNumber: 'Số 07-TB/ĐU' });
    const textOf = async (kind: 'MINUTES' | 'RESULTS'): Promise<string> => {
      const { fileId } = await d.officer.do(downloadRoundPaper, { roundId, kind, format: 'docx' });
      return docxText(Buffer.concat((await (await d.world.service.app.get(Files).read(fileId))?.toArray()) ?? []));
    };
    const minutes = await textOf('MINUTES');
    for (const wanted of ['BIÊN BẢN', 'Số 07-BB/ĐU', 'trưởng ban giám khảo', 'Tình huống: tối đa 50 điểm', '30,5', '75,5'])
      expect(minutes).toContain(wanted);
    const results = await textOf('RESULTS');
    for (const wanted of ['THÔNG BÁO', 'Số 07-TB/ĐU', 'Hội thi mô phỏng', '75,5']) expect(results).toContain(wanted);
    expect(await d.officer.do(downloadRoundPaper, { roundId, kind: 'RESULTS', format: 'pdf' })).toMatchObject({ type: 'application/pdf' });
    const late = { roundId, entryId: entryOf(0), points: points(50, 20) };
    expect(await d.asMember(lower(0)).refused(markEntry, late)).toBe('training/round-state');
    expect(await d.officer.refused(openQuiz, { quizId: unused.id }, unused)).toBe('training/quiz-nobody');
  });

  it('is not closed by a scale with a quiz where nobody has sat one', async () => {
    const about = { ...rules, criteria: rules.criteria.slice(0, 1), ties: [] };
    const { id: contestId } = await d.officer.do(addContest, { nodeId: d.commune.id, ...about });
    const held = { level: 'COMMUNE' as const, title: 'Vòng khác', heldOn: TODAY, place: 'Hội trường xã' };
    const planned = await d.officer.do(addRound, { contestId, nodeId: d.commune.id, ...held });
    const roundId = planned.id;
    const open = await d.officer.do(openRound, { roundId }, planned);
    const judged = await d.officer.do(setJury, { roundId, jurors: [{ personId: lower(0).id, role: 'CHAIR' }] }, open);
    await d.upperSecretary.do(enterPeople, { roundId, nodeId: d.upper.id, personIds: [d.at(0).id] });
    const marking = await d.officer.do(beginMarking, { roundId }, judged);
    expect(await d.officer.refused(closeRound, { roundId }, marking)).toBe('training/quiz-missing');
  });
});
