import type { Task } from '@vungmanh/contracts/meetings/task';
import { coming, dayWord } from '../my-work/next.js';
import { unitsOf } from '../plan/units.js';
import { inOrder, yearFigures } from '../plan/year.js';
import { byUrgency, dueMark, passes } from './due.js';

const now = '2026-11-22';
const task = (more: Partial<Task>): Task => ({
  id: 't',
  version: 1,
  nodeId: 'n',
  bodyId: 'b',
  bodyName: 'Chi bộ',
  meetingId: 'm',
  content: 'Việc',
  requirement: '',
  measure: '',
  deadline: '2026-12-20',
  doers: '',
  doerIds: ['me'],
  checkerId: 'other',
  checker: '',
  state: 'ASSIGNED',
  overdue: false,
  carriedOver: [],
  may: [],
  ...more,
});

describe('tasks', () => {
  it.each([
    [
      { overdue: true, deadline: '2026-11-20' },
      { tone: 'late', text: 'Quá hạn 2 ngày' },
    ],
    [{ deadline: '2026-11-25' }, { tone: 'wait', text: 'Còn 3 ngày' }],
    [{}, { tone: 'plain', text: 'Còn 28 ngày' }],
    [
      { state: 'REPORTED', deadline: '2026-11-20' },
      { tone: 'wait', text: 'Chờ kiểm tra' },
    ],
    [{ state: 'VERIFIED' }, undefined],
  ] as const)('%j is marked %j', (more, mark) => expect(dueMark(task(more), now)).toEqual(mark));

  it('are sorted by urgency, what is finished last', () => {
    const list = [task({ id: 'a', state: 'CLOSED', deadline: '2026-01-01' }), task({ id: 'b' }), task({ id: 'c', deadline: '2026-11-01' })];
    expect(list.toSorted(byUrgency).map((t) => t.id)).toEqual(['c', 'b', 'a']);
  });

  it('are filtered by who does and who checks', () => {
    expect(passes(task({}), 'MINE', 'me', now)).toBe(true);
    expect(passes(task({}), 'CHECKING', 'me', now)).toBe(false);
    expect(passes(task({}), 'CHECKING', 'other', now)).toBe(true);
    expect(passes(task({}), 'MINE', undefined, now)).toBe(false);
    expect(passes(task({ overdue: true }), 'SOON', 'me', now)).toBe(false);
  });
});

describe('meetings ahead', () => {
  const at = (plannedOn: string, state: 'NOTIFIED' | 'CLOSED' | 'CANCELLED') => ({ plannedOn, state });
  it('begin with the nearest that is told', () => {
    const list = [at('2026-12-20', 'NOTIFIED'), at('2026-12-03', 'NOTIFIED'), at('2026-11-03', 'CLOSED'), at('2026-11-30', 'CANCELLED')];
    expect(coming(list, now)).toEqual({ next: list[1], later: [list[0]] });
    expect(coming([], now)).toEqual({ next: undefined, later: [] });
    expect([0, 1, 5].map(dayWord)).toEqual(['Hôm nay', 'Ngày mai', 'Còn 5 ngày']);
  });

  const line = (plannedOn: string, state: 'PUBLISHED' | 'PLANNED' | 'MISSED') => ({
    id: plannedOn,
    version: 1,
    bodyId: 'b',
    nodeId: 'n',
    bodyName: '',
    kind: 'REGULAR' as const,
    coversThematic: false,
    month: plannedOn.slice(0, 7),
    state,
    plannedOn,
    deviations: 0,
  });
  it('of a year are counted once each', () => {
    const lines = [line('2026-09-03', 'PUBLISHED'), line('2026-10-03', 'MISSED'), line('2026-11-03', 'PLANNED'), line('2026-12-03', 'PLANNED')];
    expect(yearFigures(lines, now)).toEqual({ held: 1, missed: 1, behind: 1, ahead: 1 });
    expect(inOrder(lines.toReversed())).toEqual(lines);
  });
});

it('names each organization once, the widest grant wins', () => {
  const grant = (nodeId: string, below: boolean) => ({
    id: 'g',
    role: { code: 'X', label: 'X', permissions: ['meetings:read' as const] },
    nodeId,
    below,
    validFrom: '2026-01-01',
    endsSoon: false,
    givenAt: '2026-01-01T01:00:00Z',
    version: 1,
  });
  const lent = { ...grant('c', false), source: { kind: 'MEETING_CHECK' as const, id: 'check' } };
  const session = { grants: [grant('a', false), grant('a', true), grant('b', false), lent] };
  expect(unitsOf(session, 'meetings:read')).toEqual([
    { nodeId: 'a', below: true },
    { nodeId: 'b', below: false },
  ]);
  expect(unitsOf(session, 'meetings:plan')).toEqual([]);
});
