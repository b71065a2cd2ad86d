import { told, toldSum } from './few.rules.js';

it.each([
  [0, undefined],
  [1, undefined],
  [2, undefined],
  [3, 3],
  [9, 9],
])('a count of %s is told as %s', (count, shown) => {
  expect(told(count)).toBe(shown);
});

it.each([
  { sum: 2, untold: 2, shown: undefined },
  { sum: 9, untold: 0, shown: 9 },
  { sum: 9, untold: 2, shown: undefined },
  { sum: 9, untold: 3, shown: 9 },
  { sum: 3, untold: 3, shown: 3 },
])('a sum of $sum with $untold in what is not told one by one is told as $shown', ({ sum, untold, shown }) => {
  expect(toldSum(sum, untold)).toBe(shown);
});
