import { endOf, receive, type Received } from '../attempt/attempt.rules.js';
import { isWindow, markOf, statisticsOf } from './quiz.rules.js';

const at = (minutes: number): string => new Date(Date.parse('2026-12-15T01:00:00Z') + minutes * 60_000).toISOString();

describe('an answer that is received', () => {
  const paper = { startedAt: at(0), endsAt: at(30), handedIn: false, graceSeconds: 600, elapsedBefore: 0 };
  const cases: [string, Partial<Received>, ReturnType<typeof receive>][] = [
    ['within the time counts, whatever the device says', { now: at(30), elapsedMs: 99 * 60_000 }, 'IN_TIME'],
    ['after the end counts as late where it was given in time', { now: at(35), elapsedMs: 29 * 60_000 }, 'LATE'],
    ['given after the end is refused', { now: at(35), elapsedMs: 31 * 60_000 }, 'REFUSED'],
    ['after the grace is refused, whatever the device says', { now: at(41), elapsedMs: 60_000 }, 'REFUSED'],
    ['that runs backwards is refused', { now: at(35), elapsedMs: 60_000, elapsedBefore: 25 * 60_000 }, 'REFUSED'],
    ['after the paper was handed in is refused', { now: at(10), elapsedMs: 60_000, handedIn: true }, 'REFUSED'],
  ];
  it.each(cases)('%s', (_what, received, expected) => {
    expect(receive({ ...paper, now: at(0), elapsedMs: 0, ...received })).toBe(expected);
  });
});

it('a paper has its minutes, and none past the window', () => {
  expect(endOf(at(0), 30, at(60))).toBe(at(30));
  expect(endOf(at(50), 30, at(60))).toBe(at(60));
  expect(isWindow({ opensAt: at(0), closesAt: at(30), minutes: 30 })).toBe(true);
  expect(isWindow({ opensAt: at(0), closesAt: at(29), minutes: 30 })).toBe(false);
});

it.each([
  [0, 30, 0],
  [30, 30, 10],
  [20, 30, 6.75],
  [1, 3, 3.25],
  [1, 80, 0.25],
  [0, 0, 0],
])('%d right of %d is a mark of %d', (right, questions, mark) => expect(markOf(right, questions)).toBe(mark));

describe('statistics of a question', () => {
  // The better half is right.
  const answers = Array.from({ length: 20 }, (_, i) => ({ right: i >= 10, share: i / 20 }));
  it('are how many were right and how well it tells strong papers from weak ones', () => {
    expect(statisticsOf(answers, 10)).toEqual({ answers: 20, right: 10, discrimination: 1 });
    expect(
      statisticsOf(
        answers.map((one) => ({ ...one, right: !one.right })),
        10,
      )?.discrimination,
    ).toBe(-1);
    expect(
      statisticsOf(
        answers.map((one) => ({ ...one, right: true })),
        10,
      )?.discrimination,
    ).toBe(0);
  });
  it('are not told from few answers', () => {
    expect(statisticsOf(answers.slice(0, 9), 10)).toBeUndefined();
    expect(statisticsOf([], 0)).toBeUndefined();
  });
});
