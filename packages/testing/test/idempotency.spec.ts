import { hashOf } from '@vungmanh/platform/db/idempotency';
import { createHash } from 'node:crypto';

const of = (json: string): string => createHash('sha256').update(json).digest('hex');

describe('the hash of an input', () => {
  it.each([
    [{ b: 1, a: 'x' }, '{"a":"x","b":1}'],
    [{ a: 'x', b: 1 }, '{"a":"x","b":1}'],
    [{ b: 1, c: undefined, a: null }, '{"a":null,"b":1}'],
    [{ a: undefined }, '{}'],
    [{ rows: [{ z: [], a: { d: 1, c: 'đ"' } }, null, ''] }, '{"rows":[{"a":{"c":"đ\\"","d":1},"z":[]},null,""]}'],
    [[[], {}, ['']], '[[],{},[""]]'],
    [undefined, 'null'],
  ])('%j does not depend on the order of keys', (input, json) => expect(hashOf(input).toString('hex')).toBe(of(json)));

  it('tells inputs apart', () => {
    const hashes = [{}, [], '', { a: 1 }, { a: '1' }, { a: [1] }, { a: [[1]] }, ['', ''], [''], { a: { b: 1 }, c: 2 }, { a: { b: 1, c: 2 } }].map(
      (i) => hashOf(i).toString('hex'),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
