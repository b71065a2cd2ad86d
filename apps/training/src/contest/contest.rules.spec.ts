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
    expect(placesBy(['SITUATION', 'QUIZ'])).toEqual({ b: 1, c: 1, a: 3, d: 4 });
  });

  it('compares a part by the sum of its lines, not line by line', () => {
    const scale = [...criteria, { key: 'situation-2', label: 'Tình huống 2', part: 'SITUATION' as const, max: 50 }];
    const of = (entryId: string, right: number, one: number, two: number) => {
      const entry = marked(entryId, right, [one], []);
      return { ...entry, points: [...entry.points, { key: 'situation-2', points: two }] };
    };
    const placed = resultsOf({ criteria: scale, ties: ['SITUATION', 'QUIZ'] }, [of('a', 10, 30, 10), of('b', 5, 20, 25)]);
    expect(placed.map((one) => [one.entryId, one.total])).toEqual([
      ['b', 50],
      ['a', 50],
    ]);
  });

  it('counts exactly half a hundredth up, and a total may be above a hundred', () => {
    const [one] = resultsOf({ criteria, ties: [] }, [{ ...marked('a', 0, [4], []), quiz: { right: 67, questions: 2000 } }]);
    expect(one?.points.map((p) => p.points)).toEqual([1.01, 4, 0]);
    const great = [...criteria, { key: 'more', label: 'Thêm', part: 'HANDLING' as const, max: 60 }];
    const [most] = resultsOf({ criteria: great, ties: [] }, [
      { entryId: 'a', quiz: undefined, points: great.map((c) => ({ key: c.key, points: c.max })) },
    ]);
    expect(most?.total).toBe(130);
  });

  it('has nothing for a quiz that was not sat', () => {
    expect(resultsOf({ criteria, ties: [] }, [{ entryId: 'a', quiz: undefined, points: [{ key: 'situation', points: 50 }] }])[0]?.total).toBe(50);
  });
});

describe('a scale', () => {
  it('has keys of its own, one quiz at most, and ties by lines that are there', () => {
    expect(areRules({ criteria, ties: ['situation', 'quiz'] })).toBe(true);
    expect(areRules({ criteria, ties: ['SITUATION', 'QUIZ'] })).toBe(true);
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
