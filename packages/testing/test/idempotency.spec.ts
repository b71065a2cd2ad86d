import { submitWholeMeeting } from '@vungmanh/contracts/meetings/whole';
import { hashOf, hashOfInput } from '@vungmanh/platform/db/idempotency';
import { createHash } from 'node:crypto';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const of = (json: string): string => createHash('sha256').update(json).digest('hex');

describe('the hash of a value', () => {
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

it('the hash of a parsed input does not depend on the order in which a client writes its keys', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, each]) => [key, turned(each)]),
    );
  };
  const meeting = {
    id: ID,
    bodyId: ID,
    kind: 'REGULAR',
    coversThematic: false,
    heldOn: '2026-10-03',
    startedAt: '2026-10-03T12:00:00.000Z',
    endedAt: '2026-10-03T13:40:00.000Z',
    place: 'Nhà văn hóa',
    chairId: ID,
    minuteTakerId: ID,
    votes: [],
    agenda: [{ title: 'Khai mạc', area: 'POLITICAL_TASK', plannedMinutes: 10 }],
    marks: [{ type: 'mark', id: ID, at: '2026-10-03T12:00:00.000Z', personId: ID, state: 'ABSENT_EXCUSED', reason: 'ILLNESS' }],
    minutes: { items: [{ agendaIndex: 0, account: 'x' }], speakers: 1, concerns: [{ topic: 'Đường', count: 2 }] },
  };
  const sent = { origin: 'OFFLINE', meeting };
  const [one, other] = [sent, turned(sent)].map((input) => submitWholeMeeting.input.parse(input));
  expect(hashOfInput(other).equals(hashOfInput(one))).toBe(true);
  expect(hashOfInput(submitWholeMeeting.input.parse({ ...sent, origin: 'HISTORY' })).equals(hashOfInput(one))).toBe(false);
});
