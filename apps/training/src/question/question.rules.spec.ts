import { isRight } from '@vungmanh/contracts/training/practice';
import { isKeyed, questionActsFor } from './question.rules.js';

const options = ['Một', 'Hai', 'Ba'];

describe('the key of a question', () => {
  it.each([
    ['one right option of a single choice', 'SINGLE', [1], true],
    ['two of a single choice', 'SINGLE', [0, 1], false],
    ['one of a multiple choice', 'MULTIPLE', [0], false],
    ['all of a multiple choice', 'MULTIPLE', [0, 1, 2], true],
    ['an option that is not there', 'SINGLE', [3], false],
    ['one said twice', 'MULTIPLE', [1, 1], false],
  ] as const)('%s', (_what, kind, right, fits) => {
    expect(isKeyed({ kind, options, right: [...right] })).toBe(fits);
  });

  it('is refused where two options are the same', () => {
    expect(isKeyed({ kind: 'SINGLE', options: ['Một', 'một'], right: [0] })).toBe(false);
  });
});

it.each([
  [[1], [1], true],
  [[0, 2], [2, 0], true],
  [[0, 2], [0], false],
  [[0, 2], [0, 1, 2], false],
  [[0, 2], [0, 0], false],
])('right is exactly what is right: %j answered by %j', (right, chosen, expected) => {
  expect(isRight(right, chosen)).toBe(expected);
});

it('gives writers the change and who approves the rest', () => {
  expect(questionActsFor('DRAFT', new Set(['training:conduct']))).toEqual(['change']);
  expect(questionActsFor('DRAFT', new Set(['training:conduct', 'training:approve']))).toEqual(['change', 'approve', 'retire']);
  expect(questionActsFor('RETIRED', new Set(['training:approve']))).toEqual([]);
});
