import { readLines, readPoints } from './contest-text.js';

it('reads the lines of a scale, and says nothing of one without its most', () => {
  expect(readLines('Nhận diện vấn đề / 20\n\nGiải pháp / 30', 'SITUATION')).toEqual([
    { key: 'situation-1', label: 'Nhận diện vấn đề', part: 'SITUATION', max: 20 },
    { key: 'situation-2', label: 'Giải pháp', part: 'SITUATION', max: 30 },
  ]);
  expect(readLines('Nhận diện vấn đề', 'SITUATION')).toBeUndefined();
  expect(readLines('', 'HANDLING')).toEqual([]);
});

it.each([
  ['8,25', 10, 8.25],
  ['10', 10, 10],
  ['10,25', 10, undefined],
  ['8,2', 10, undefined],
  ['tám', 10, undefined],
])('reads %s of %d points', (typed, max, points) => expect(readPoints(typed, max)).toBe(points));
