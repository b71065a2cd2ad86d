import type { Criterion } from '@vungmanh/contracts/training/contest';
import { areRules, fitScale, resultsOf } from './contest.rules.js';

const criteria: Criterion[] = [
  { key: 'quiz', label: 'Trắc nghiệm', part: 'QUIZ', max: 30 },
  { key: 'situation', label: 'Tình huống', part: 'SITUATION', max: 50 },
  { key: 'handling', label: 'Xử lý', part: 'HANDLING', max: 20 },
];
const marked = (entryId: string, right: number, situation: number[], handling: number[]) => ({
  entryId,
  quiz: { right, questions: 30 },
  points: [...situation.map((points) => ({ key: 'situation', points })), ...handling.map((points) => ({ key: 'handling', points }))],
});

describe('the result of a round', () => {
  it('is the mean of the jurors for each line and the share of right answers of the quiz', () => {
    const [one] = resultsOf({ criteria, ties: [] }, [marked('a', 20, [40, 41, 40], [15, 15.25, 15])]);
    expect(one).toEqual({
      entryId: 'a',
      place: 1,
      total: 75.41,
      points: [
        { key: 'quiz', points: 20 },
        { key: 'situation', points: 40.33 },
        { key: 'handling', points: 15.08 },
      ],
    });
  });

  it('tells equal totals apart by the lines that the contest names, and shares the place of who is still equal', () => {
    const entries = [marked('a', 30, [30], [10]), marked('b', 20, [40], [10]), marked('c', 20, [40], [10]), marked('d', 10, [10], [10])];
    const placesBy = (ties: string[]) => Object.fromEntries(resultsOf({ criteria, ties }, entries).map((one) => [one.entryId, one.place]));
    expect(placesBy([])).toEqual({ a: 1, b: 1, c: 1, d: 4 });
    expect(placesBy(['situation'])).toEqual({ b: 1, c: 1, a: 3, d: 4 });
    expect(placesBy(['quiz'])).toEqual({ a: 1, b: 2, c: 2, d: 4 });
  });

  it('has nothing for a quiz that was not sat', () => {
    expect(resultsOf({ criteria, ties: [] }, [{ entryId: 'a', quiz: undefined, points: [{ key: 'situation', points: 50 }] }])[0]?.total).toBe(50);
  });
});

describe('a scale', () => {
  it('has keys of its own, one quiz at most, and ties by lines that are there', () => {
    expect(areRules({ criteria, ties: ['situation', 'quiz'] })).toBe(true);
    expect(areRules({ criteria, ties: ['other'] })).toBe(false);
    expect(areRules({ criteria: [...criteria, { key: 'quiz2', label: 'Hai', part: 'QUIZ', max: 1 }], ties: [] })).toBe(false);
    expect(areRules({ criteria: [...criteria, ...criteria.slice(1, 2)], ties: [] })).toBe(false);
  });
  it('takes points up to the most of a line, and none for the quiz', () => {
    expect(fitScale([{ key: 'situation', points: 50 }], criteria)).toBe(true);
    expect(fitScale([{ key: 'situation', points: 50.25 }], criteria)).toBe(false);
    expect(fitScale([{ key: 'quiz', points: 1 }], criteria)).toBe(false);
    expect(
      fitScale(
        [
          { key: 'situation', points: 1 },
          { key: 'situation', points: 2 },
        ],
        criteria,
      ),
    ).toBe(false);
  });
});
