import type { LessonPlan } from '@vungmanh/contracts/training/class';
import { ClassState } from '@vungmanh/contracts/training/class-state';
import { actsFor, check, inOrder, spanOf, transitions } from './class.rules.js';

const lesson = (startsAt: string, endsAt: string, place = 'Hội trường'): LessonPlan => ({ startsAt, endsAt, place, topic: 'Bài 1', lecturers: [] });
const morning = lesson('2026-12-07T00:30:00Z', '2026-12-07T04:30:00Z');
const afternoon = lesson('2026-12-07T06:30:00Z', '2026-12-07T10:00:00Z');

it('goes forward only, one step at a time (domain.md §6.2)', () => {
  const steps = ClassState.options;
  expect(Object.entries(transitions)).toEqual(steps.map((state, i) => [state, steps.slice(i + 1, i + 2)]));
});

it.each([
  ['PLANNED', ['change', 'enroll']],
  ['ENROLLING', ['change', 'decide', 'start']],
  ['RUNNING', ['roll', 'mark', 'assess', 'withdraw']],
  ['ASSESSED', ['certify']],
  ['CLOSED', []],
] as const)('%s lets whoever conducts do %j, and nobody else anything', (state, acts) => {
  const may = actsFor(state, new Set(['training:conduct']));
  expect(may).toEqual(acts);
  expect(actsFor(state, new Set(['training:read', 'training:nominate']))).toEqual([]);
  for (const act of actsFor('RUNNING', new Set(['training:conduct'])))
    if (!may.includes(act)) expect(() => check(act, state)).toThrow('training/class-state');
});

it('sorts the sittings, and says from when to when and where', () => {
  const sorted = inOrder([afternoon, lesson('2026-12-11T00:30:00Z', '2026-12-11T04:30:00Z', 'Nhà văn hóa'), morning]);
  expect(sorted.map((l) => l.startsAt)).toEqual([morning.startsAt, afternoon.startsAt, '2026-12-11T00:30:00Z']);
  expect(spanOf(sorted)).toEqual({ from: '2026-12-07', to: '2026-12-11', place: 'Hội trường' });
});

it.each([
  ['one that ends before it begins', [lesson('2026-12-07T04:30:00Z', '2026-12-07T00:30:00Z')]],
  ['one over midnight in Vietnam', [lesson('2026-12-07T16:00:00Z', '2026-12-07T18:00:00Z')]],
  ['two at the same time', [morning, lesson('2026-12-07T04:00:00Z', '2026-12-07T05:00:00Z')]],
])('refuses %s', (_what, lessons) => {
  expect(() => inOrder(lessons)).toThrow('training/lessons-unfit');
});

it('lets one begin at the minute at which another ends', () => {
  expect(inOrder([morning, lesson(morning.endsAt, '2026-12-07T05:30:00Z')])).toHaveLength(2);
});
