import { rollOf } from '@vungmanh/attendance/roll';
import type { RollEvent, RosterLine } from '@vungmanh/contracts/attendance';
import { freeze, linesForRoll } from './frozen-roll.rules.js';
import { packedRoll } from './packed-roll.js';

const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = '2026-12-03T12:00:00.000Z';
const person = (n: number, odd: Partial<RosterLine> = {}): RosterLine => ({
  personId: idOf(n),
  status: 'OFFICIAL',
  enrollment: 'OFFICIAL',
  exempt: false,
  workingAway: false,
  ...odd,
});
const mark = (n: number, stands: object): RollEvent => ({ type: 'mark', id: idOf(100 + n), at, personId: idOf(n), ...stands }) as RollEvent;

it('a closed roll comes out of its column as it went in, and most of its people by id alone', () => {
  const roster = [
    person(1),
    { ...person(2), post: 'SECRETARY' as const },
    person(3, { status: 'PROBATIONARY' }),
    person(4, { enrollment: 'TEMPORARY_HERE' }),
    person(5, { enrollment: 'TEMPORARILY_ELSEWHERE' }),
    person(6, { exempt: true }),
    person(7, { workingAway: true }),
    person(8),
    person(9),
    person(10),
  ];
  const marks = [
    ...[1, 2, 3, 4, 9].map((n) => mark(n, { state: 'PRESENT' })),
    mark(8, { state: 'ABSENT_EXCUSED', reason: 'OTHER', note: 'Trực "đêm"' }),
    mark(10, { state: 'PRESENT', arrivedAt: at }),
  ];
  const guest: RollEvent = { type: 'guest', id: idOf(99), at, name: 'Nguyễn Văn Khách', office: 'Phó Bí thư' };
  const frozen = freeze(rollOf(linesForRoll(roster), [...marks, guest]), roster);
  const stored: string = packedRoll.to(frozen);
  expect(packedRoll.from(stored)).toEqual(frozen);
  expect(JSON.parse(stored)).toMatchObject({ lines: expect.arrayContaining([idOf(1), idOf(9)]), voters: [0, 1, 8, 9] });
  expect(frozen.lines.map((l) => l.state)).toContain(undefined);
});

it('nothing is kept of a roll that is still open', () => {
  expect([packedRoll.to(null), packedRoll.from(null)]).toEqual([null, null]);
});
