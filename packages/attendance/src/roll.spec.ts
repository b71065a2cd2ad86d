import { RollCounts, RollEvent } from '@vungmanh/contracts/attendance';
import type { AttendanceState, RosterLine } from '@vungmanh/contracts/attendance';
import { passes, voteDenominator } from '@vungmanh/regulations/majority';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { countsOf } from './count.js';
import { minutesBetween, percentOf, percentText, ratioOf } from './ratio.js';
import { applyEvent, linesOf, openRoll, refusalOf, rollOf } from './roll.js';
import { mayVote, voteBasis } from './vote.js';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const AT = '2026-12-03T00:30:00Z';
const START = '2026-12-03T00:00:00Z';

const member = (n: number, more: Partial<RosterLine> = {}): RosterLine => ({
  personId: id(n),
  status: 'OFFICIAL',
  enrollment: 'OFFICIAL',
  exempt: false,
  workingAway: false,
  ...more,
});
const members = (n: number): RosterLine[] => Array.from({ length: n }, (_, i) => member(i + 1));

let next = 1000;
const tap = (n: number, state: AttendanceState, more: { arrivedAt?: string; leftAt?: string } = {}): RollEvent => {
  const base = { type: 'mark', id: id(next++), at: AT, personId: id(n), state } as const;
  return RollEvent.parse(state === 'ABSENT_EXCUSED' ? { ...base, reason: 'ILLNESS' } : { ...base, ...more });
};
const undo = (event: RollEvent): RollEvent => ({ type: 'undo', id: id(next++), at: AT, undoes: event.id });
const guest = (name: string): RollEvent => ({ type: 'guest', id: id(next++), at: AT, name });
const stateOf = (roll: ReturnType<typeof openRoll>, n: number) => linesOf(roll).find((l) => l.personId === id(n))?.state;

describe('a month in a village cell (domain.md §11.3, story 1)', () => {
  // 27 members, 26 official and 1 probationary; 25 attend, 2 are excused; 24 of 26 vote for
  const roster = [...members(26), member(27, { status: 'PROBATIONARY' })];
  const roll = rollOf(roster, [
    ...Array.from({ length: 24 }, (_, i) => tap(i + 1, 'PRESENT')),
    tap(27, 'PRESENT'),
    tap(25, 'ABSENT_EXCUSED'),
    tap(26, 'ABSENT_EXCUSED'),
  ]);

  it('25 of 27 are 92,6%', () => {
    expect(countsOf(roll)).toMatchObject({ total: 27, official: 26, probationary: 1, expected: 27, absentExcused: 2, unmarked: 0 });
    expect(countsOf(roll).present).toMatchObject({ total: 25, official: 24, probationary: 1 });
    expect(ratioOf(countsOf(roll))).toEqual({ present: 25, expected: 27 });
    expect(percentOf({ present: 25, expected: 27 })).toBe(92.6);
    expect(percentText({ present: 25, expected: 27 })).toBe('92,6%');
  });

  it('24/26 official, the probationary member neither counts nor votes', () => {
    const basis = voteBasis(roll);
    expect(basis).toMatchObject({ official: 26, denominator: 26 });
    expect(basis.voters).toHaveLength(24);
    expect(basis.voters).not.toContain(id(27));
    const majority = ruleAt('vote.majority', '2026-12-03')?.value;
    expect(majority !== undefined && passes(24, basis.denominator, majority, majority.how)).toBe(true);
  });
});

describe('working away, elsewhere, exempt (domain.md §11.3, story 5; §2.2)', () => {
  // 57 members: 10 working away, one of them enrolled elsewhere for a time; two exempt; one more is enrolled here for a time
  const roster = members(57).map((line, i) => ({
    ...line,
    workingAway: i < 10,
    enrollment: i === 0 ? ('TEMPORARILY_ELSEWHERE' as const) : line.enrollment,
    exempt: i === 20 || i === 21,
  }));
  roster.push(member(58, { enrollment: 'TEMPORARY_HERE' }));

  it('stays in the count here, is excluded from the denominator here', () => {
    const roll = openRoll(roster);
    expect(countsOf(roll)).toMatchObject({ total: 57, sentElsewhere: 1, away: 9, awayAbsent: 9, exempt: 2, exemptAbsent: 2, temporaryHere: 1 });
    expect(countsOf(roll).expected).toBe(58 - 1 - 9 - 2);
    expect(voteBasis(roll)).toMatchObject({ official: 57, temporarilyElsewhere: 1, exemptNotVoting: 2, denominator: 54 });
  });

  it('an exempt member who comes counts, one who comes home from afar is present, a temporary member does not vote', () => {
    const roll = rollOf(roster, [tap(21, 'PRESENT'), tap(2, 'PRESENT'), tap(58, 'PRESENT')]);
    expect(voteBasis(roll)).toMatchObject({ exemptNotVoting: 1, denominator: 55, voters: [id(2), id(21)] });
    expect(countsOf(roll).present).toEqual({ total: 3, official: 2, probationary: 0, exempt: 1, away: 1, temporaryHere: 1 });
    expect(countsOf(roll)).toMatchObject({ away: 9, awayAbsent: 8, exempt: 2, exemptAbsent: 1, expected: 58 - 1 - 8 - 1 });
  });

  it('an exempt member who is also far away is counted once, as exempt', () => {
    const both = openRoll([member(1, { exempt: true, workingAway: true })]);
    expect(countsOf(both)).toMatchObject({ exempt: 1, exemptAbsent: 1, away: 0, awayAbsent: 0, expected: 0 });
  });

  it('who is in the room at the hour of the vote decides about exempt members', () => {
    const [arrivedAt, leftAt] = ['2026-12-03T00:20:00.000Z', '2026-12-03T01:00:00Z'];
    const roll = rollOf(roster, [tap(21, 'PRESENT', { arrivedAt, leftAt }), tap(30, 'PRESENT', { leftAt })]);
    expect(voteBasis(roll, '2026-12-03T00:20:00Z')).toMatchObject({ denominator: 55, voters: [id(21), id(30)] });
    expect(voteBasis(roll, '2026-12-03T00:19:59Z')).toMatchObject({ denominator: 54, voters: [id(30)] });
    expect(voteBasis(roll, leftAt)).toMatchObject({ denominator: 54, voters: [] });
    expect(countsOf(roll)).toMatchObject({ late: 1, leftEarly: 2 });
    expect([minutesBetween(START, arrivedAt), minutesBetween(arrivedAt, START)]).toEqual([20, 0]);
  });
});

describe('the log of marks', () => {
  it('the last mark counts, undo brings back the one before, then the roster', () => {
    const roster = [member(1), member(2, { workingAway: true })];
    const [first, second, home] = [tap(1, 'PRESENT'), tap(1, 'ABSENT_UNEXCUSED'), tap(2, 'PRESENT')];
    const log = [first, second, home];
    expect(stateOf(rollOf(roster, log), 1)).toBe('ABSENT_UNEXCUSED');
    expect(stateOf(rollOf(roster, [...log, undo(second)]), 1)).toBe('PRESENT');
    expect(stateOf(rollOf(roster, [...log, undo(second), undo(first)]), 1)).toBeUndefined();
    expect(stateOf(rollOf(roster, [...log, undo(first)]), 1)).toBe('ABSENT_UNEXCUSED');
    expect(stateOf(rollOf(roster, [...log, undo(home)]), 2)).toBe('AWAY');
  });

  it('takes guests in and back', () => {
    const host = guest('Khách mô phỏng');
    expect(countsOf(rollOf([], [host, guest('Khách hai')])).guests).toBe(2);
    expect(countsOf(rollOf([], [host, undo(host)])).guests).toBe(0);
  });

  it('an event sent twice changes nothing', () => {
    const first = tap(1, 'PRESENT');
    const back = undo(first);
    const once = rollOf(members(3), [first, back]);
    expect(rollOf(members(3), [first, back, first, back, first])).toEqual(once);
    expect(applyEvent(once, first)).toBe(once);
    expect(once.ignored).toEqual([]);
  });

  it.each([
    ['unknown-person', tap(99, 'PRESENT')],
    ['enrolled-elsewhere', tap(2, 'PRESENT')],
    ['not-exempt', tap(1, 'EXEMPT')],
    ['not-working-away', tap(1, 'AWAY')],
    ['exempt-not-absent', tap(3, 'ABSENT_UNEXCUSED')],
    ['exempt-not-absent', tap(3, 'ABSENT_EXCUSED')],
    ['left-before-arrival', tap(1, 'PRESENT', { arrivedAt: AT, leftAt: START })],
    ['nothing-to-undo', undo(tap(1, 'PRESENT'))],
    ['exempt-not-absent', tap(5, 'AWAY')],
    [undefined, tap(3, 'EXEMPT')],
    [undefined, tap(4, 'AWAY')],
    [undefined, tap(4, 'ABSENT_EXCUSED')],
  ])('%s', (why, event) => {
    const roster = [
      member(1),
      member(2, { enrollment: 'TEMPORARILY_ELSEWHERE' }),
      member(3, { exempt: true }),
      member(4, { workingAway: true }),
      member(5, { exempt: true, workingAway: true }),
    ];
    const roll = openRoll(roster);
    expect(refusalOf(roll, event)).toBe(why);
    expect(applyEvent(roll, event).ignored).toEqual(why === undefined ? [] : [{ event, why }]);
    if (why !== undefined) expect(countsOf(applyEvent(roll, event))).toEqual(countsOf(roll));
  });

  it.each([
    ['an excuse without its reason', { state: 'ABSENT_EXCUSED' }],
    ['a reason of somebody present', { state: 'PRESENT', reason: 'ILLNESS' }],
    ['an hour of arrival of somebody absent', { state: 'ABSENT_UNEXCUSED', arrivedAt: AT }],
    ['an unknown state', { state: 'LATE' }],
  ])('the contract refuses %s', (_what, mark) => {
    expect(RollEvent.safeParse({ type: 'mark', id: id(1), at: AT, personId: id(2), ...mark }).success).toBe(false);
  });
});

describe('figures always add up', () => {
  const seeds = Array.from({ length: 300 }, (_, i) => i + 1);

  it.each(seeds)('random roll %i', (seed) => {
    const random = mulberry(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const roster = Array.from({ length: Math.floor(random() * 80) }, (_, i) =>
      member(i + 1, {
        status: random() < 0.1 ? 'PROBATIONARY' : 'OFFICIAL',
        enrollment: random() < 0.1 ? 'TEMPORARY_HERE' : random() < 0.1 ? 'TEMPORARILY_ELSEWHERE' : 'OFFICIAL',
        exempt: random() < 0.1,
        workingAway: random() < 0.2,
      }),
    );
    const log: RollEvent[] = [];
    for (let i = 0; i < roster.length * 2; i++) {
      const state = pick(['PRESENT', 'PRESENT', 'PRESENT', 'ABSENT_EXCUSED', 'ABSENT_UNEXCUSED', 'EXEMPT', 'AWAY'] as const);
      const hours = state === 'PRESENT' && random() < 0.2 ? { arrivedAt: AT } : {};
      const known = log.length > 0 && random() < 0.3;
      log.push(known ? (random() < 0.5 ? undo(pick(log)) : pick(log)) : tap(1 + Math.floor(random() * (roster.length + 2)), state, hours));
    }
    const roll = rollOf(roster, log);
    const c = RollCounts.parse(countsOf(roll));
    expect(c.total + c.temporaryHere).toBe(roster.length);
    expect(c.official + c.probationary).toBe(c.total);
    expect(c.present.total + c.absentExcused + c.absentUnexcused + c.unmarked).toBe(c.expected);
    expect(c.expected + c.exemptAbsent + c.awayAbsent + c.sentElsewhere).toBe(roster.length);
    expect(c.present.official + c.present.probationary + c.present.temporaryHere).toBe(c.present.total);
    expect(c.present.exempt + c.exemptAbsent).toBe(c.exempt);
    expect(c.present.away + c.awayAbsent).toBeLessThanOrEqual(c.away);
    expect(Math.max(c.late, c.leftEarly)).toBeLessThanOrEqual(c.present.total);

    // the formula of the regulations over counts and the people of the roll say the same
    const basis = voteBasis(roll);
    expect(basis.denominator).toBe(voteDenominator(basis));
    expect(basis.voters.length).toBeLessThanOrEqual(basis.denominator);
    expect(basis.voters).toEqual(
      linesOf(roll)
        .filter((l) => mayVote(l))
        .map((l) => l.personId),
    );

    // marks of different people do not depend on their order
    const undone = new Set(log.filter((e) => e.type === 'undo').map((e) => e.undoes));
    const lasting = log.filter((e) => e.type === 'mark' && !undone.has(e.id));
    const byPerson = lasting.toSorted((a, b) => (a.type === 'mark' && b.type === 'mark' ? a.personId.localeCompare(b.personId) : 0));
    expect(countsOf(rollOf(roster, byPerson))).toEqual(countsOf(rollOf(roster, lasting)));
  });

  it.each([
    [0, 0, undefined, '–'],
    [0, 5, 0, '0%'],
    [5, 5, 100, '100%'],
    [1, 3, 33.3, '33,3%'],
    [2, 3, 66.7, '66,7%'],
    [1, 8, 12.5, '12,5%'],
    [9, 10, 90, '90%'],
    // half up: 0,25% and 0,35%
    [1, 400, 0.3, '0,3%'],
    [7, 2000, 0.4, '0,4%'],
  ])('%i of %i', (present, expected, percent, text) => {
    expect(percentOf({ present, expected })).toBe(percent);
    expect(percentText({ present, expected })).toBe(text);
  });
});

/** A small seeded generator, so that a failing roll can be asked for again by its number. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
