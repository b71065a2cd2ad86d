import { isTold, told } from './few.js';

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
  [0, true],
  [1, false],
  [2, false],
  [3, true],
])('that %s others are among them can be told: %s', (others, shown) => {
  expect(isTold(others)).toBe(shown);
});
