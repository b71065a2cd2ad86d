import type { RollEvent, RollPageLine } from '@vungmanh/contracts/attendance';
import type { Roll } from '@vungmanh/contracts/meetings/roll';
import { offline, problemOf, ProblemError } from '../../api/problem-error.js';
import { countsOf } from '@vungmanh/attendance/count';
import { openRoll } from '@vungmanh/attendance/roll';
import { guestOf, isUnmarked, markOf, rollShown, undoOf } from './local-roll.js';
import { outboxOf } from './outbox.js';
import { sendAll } from './send.js';

const id = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const now = new Date('2026-12-03T12:30:00Z');
const person = (n: number, more: Partial<RollPageLine> = {}): RollPageLine => ({
  personId: id(n),
  status: 'OFFICIAL',
  enrollment: 'OFFICIAL',
  exempt: false,
  workingAway: false,
  name: `Đồng chí ${n}`,
  ...more,
});
const noCounts = countsOf(openRoll([]));
const answer = (lines: RollPageLine[]): Roll => ({
  id: id(99),
  version: 3,
  lines,
  guests: [],
  counts: noCounts,
  denominator: 0,
  voters: 0,
  attendance: '',
  notices: [],
});
const lines = [
  person(1, { state: 'PRESENT', markId: id(101) }),
  person(2, { state: 'ABSENT_EXCUSED', reason: 'ILLNESS', markId: id(102) }),
  person(3, { status: 'PROBATIONARY' }),
  person(4, { exempt: true, state: 'EXEMPT' }),
  person(5, { enrollment: 'TEMPORARILY_ELSEWHERE' }),
];

class Memory {
  readonly map = new Map<string, string>();
  getItem = (key: string) => this.map.get(key) ?? null;
  setItem = (key: string, value: string) => void this.map.set(key, value);
  removeItem = (key: string) => void this.map.delete(key);
}

describe('the roll on the screen', () => {
  it('is what the server said, with the same figures', () => {
    const shown = rollShown(answer(lines), []);
    expect(shown.lines).toEqual(lines);
    expect(shown.counts).toMatchObject({ total: 5, official: 4, expected: 3, absentExcused: 1, exemptAbsent: 1, unmarked: 1, sentElsewhere: 1 });
    expect([shown.denominator, shown.voters]).toEqual([2, 1]);
    expect(shown.lines.filter(isUnmarked).map((l) => l.personId)).toEqual([id(3)]);
  });

  it('shows what waits on top, and takes it back', () => {
    const marks = [markOf(id(3), { state: 'PRESENT' }, now), markOf(id(2), { state: 'ABSENT_UNEXCUSED' }, now), guestOf('Khách', undefined, now)];
    const shown = rollShown(answer(lines), marks);
    expect(shown.counts).toMatchObject({ absentUnexcused: 1, absentExcused: 0, unmarked: 0, guests: 1 });
    expect(shown.counts.present.total).toBe(2);
    const undone = rollShown(answer(lines), [...marks, undoOf(marks[2]?.id ?? '', now), undoOf(marks[0]?.id ?? '', now)]);
    expect(undone.counts).toMatchObject({ unmarked: 1, guests: 0 });
  });

  it('of a closed roll, which names no marks, is the same', () => {
    const closed = lines.map(({ markId: _, ...line }) => line);
    const shown = rollShown({ ...answer(closed), closedAt: now.toISOString() }, []);
    expect(shown.lines.map((l) => l.state)).toEqual(lines.map((l) => l.state));
    expect(shown.counts).toMatchObject({ absentExcused: 1, exemptAbsent: 1, unmarked: 1 });
  });

  it('takes back a mark that another day or device made', () => {
    expect(rollShown(answer(lines), [undoOf(id(101), now)]).lines[0]?.state).toBeUndefined();
  });
});

describe('taps that wait', () => {
  const three = [markOf(id(1), { state: 'PRESENT' }, now), markOf(id(2), { state: 'PRESENT' }, now), markOf(id(3), { state: 'PRESENT' }, now)];
  const asProblem = (thrown: unknown) => (thrown instanceof ProblemError ? thrown : undefined);

  it('outlive the page, apart by account and meeting, and two tabs keep each other’s', () => {
    const store = new Memory();
    outboxOf(store, 'a', 'm').add(three.slice(0, 1));
    const other = outboxOf(store, 'a', 'm');
    other.add(three.slice(1));
    expect(outboxOf(store, 'a', 'm').read()).toEqual(three);
    expect(outboxOf(store, 'b', 'm').read()).toEqual([]);
    other.remove(new Set(three.map((e) => e.id)));
    expect(store.map.size).toBe(0);
  });

  it('stay in this tab where nothing can be stored', () => {
    const outbox = outboxOf(undefined, 'a', 'm');
    outbox.add(three);
    expect(outbox.read()).toEqual(three);
  });

  it('are sent once in order; without a network they stay and go later under the same ids', async () => {
    const outbox = outboxOf(new Memory(), 'a', 'm');
    outbox.add(three);
    const got: RollEvent[][] = [];
    let online = false;
    const post = (events: RollEvent[]) => {
      got.push(events);
      return online ? Promise.resolve(answer(lines)) : Promise.reject(offline());
    };
    expect(await sendAll(outbox, post, asProblem)).toMatchObject({ problem: { kind: 'offline' }, refused: [] });
    expect(outbox.read()).toEqual(three);
    online = true;
    expect((await sendAll(outbox, post, asProblem)).roll?.version).toBe(3);
    expect(got).toEqual([three, three]);
    expect(outbox.read()).toEqual([]);
  });

  it('that the roll refuses hold up no other', async () => {
    const outbox = outboxOf(new Memory(), 'a', 'm');
    outbox.add(three);
    const taken: RollEvent[] = [];
    const post = (events: RollEvent[]) => {
      if (events.some((e) => e.id === three[1]?.id))
        return Promise.reject(problemOf(422, { type: 'about:blank', title: 'Không nhận.', status: 422, code: 'meetings/mark-refused' }));
      taken.push(...events);
      return Promise.resolve(answer(lines));
    };
    const sent = await sendAll(outbox, post, asProblem);
    expect(sent.refused).toEqual([{ event: three[1], why: 'Không nhận.' }]);
    expect(taken).toEqual([three[0], three[2]]);
    expect(outbox.read()).toEqual([]);
  });
});
