import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import { dayAndTime, dayOfAct, instantOf, minimumOf, minutesOf, moved } from './agenda.js';
import { inHand, nextStep, phases } from './phase.js';

const secretary = ['prepare', 'record-huddle', 'give-notice', 'open', 'mark-roll', 'close-roll', 'write-minutes', 'confirm-minutes', 'publish'];
const standing = { kind: 'REGULAR' as const, plannedOn: '2026-12-03', may: secretary };
const step = (state: MeetingState, more = {}, today = '2026-12-03') => nextStep({ ...standing, state, ...more }, today)?.label;

describe('the next step of a meeting', () => {
  it.each([
    ['PLANNED', {}, 'Ghi hội ý, phân công chuẩn bị'],
    ['PLANNED', { huddle: { heldOn: '2026-11-28', split: [] } }, 'Soạn chương trình'],
    ['PLANNED', { kind: 'EXTRAORDINARY' }, 'Soạn chương trình'],
    ['PREPARED', {}, 'Xem lại và gửi thông báo'],
    ['NOTIFIED', {}, 'Khai mạc'],
    ['IN_SESSION', {}, 'Điểm danh'],
    ['IN_SESSION', { rollClosedAt: '2026-12-03T12:00:00Z' }, 'Ghi biên bản, biểu quyết'],
    ['CLOSED', {}, 'Xác nhận và ký biên bản'],
    ['MINUTES_SIGNED', {}, 'Công bố kết quả'],
    ['PUBLISHED', {}, undefined],
    ['CANCELLED', {}, undefined],
    ['MISSED', {}, undefined],
  ] as const)('%s %j: %s', (state, more, label) => expect(step(state, more)).toBe(label));

  it('waits for the day once the notice is out', () => expect(step('NOTIFIED', {}, '2026-12-02')).toBe('Ghi trước đồng chí xin vắng'));
  it('is not offered to somebody who may not do it', () => {
    for (const { key } of phases) expect(step(key, { may: [] })).toBeUndefined();
  });
});

it('takes in hand what is under way, then the earliest that is open', () => {
  const at = (plannedOn: string, state: MeetingState) => ({ plannedOn, state });
  expect(inHand([at('2026-12-03', 'PLANNED'), at('2026-11-03', 'CLOSED'), at('2026-10-03', 'PUBLISHED')])?.plannedOn).toBe('2026-11-03');
  expect(inHand([at('2026-11-03', 'CLOSED'), at('2026-12-03', 'IN_SESSION')])?.plannedOn).toBe('2026-12-03');
  expect(inHand([at('2026-11-03', 'PLANNED'), at('2026-11-23', 'CLOSED')])?.plannedOn).toBe('2026-11-23');
  expect(inHand([at('2026-11-03', 'MISSED')])).toBeUndefined();
});

describe('an agenda', () => {
  it('adds up and is held against the rule of its day', () => {
    expect(minutesOf([{ plannedMinutes: 10 }, { plannedMinutes: 95 }])).toBe(105);
    const regular = minimumOf({ kind: 'REGULAR', coversThematic: false }, '2026-12-03');
    const combined = minimumOf({ kind: 'REGULAR', coversThematic: true }, '2026-12-03');
    expect(combined?.minutes).toBeGreaterThan(regular?.minutes ?? Infinity);
    expect(regular?.says).toContain(String(regular?.minutes));
    expect(minimumOf({ kind: 'COMMITTEE', coversThematic: false }, '2026-12-03')).toBeUndefined();
  });

  it('is put in order by steps of one', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('speaks of hours on the clock of Việt Nam', () => {
    expect(instantOf('2026-12-03', '19:30')).toBe('2026-12-03T12:30:00.000Z');
    expect(instantOf('2026-12-03', '06:00')).toBe('2026-12-02T23:00:00.000Z');
    expect(dayAndTime('2026-12-02T23:00:00.000Z')).toEqual({ day: '2026-12-03', time: '06:00' });
  });

  it('knows the day of an hour', () => {
    const planned = { plannedOn: '2026-12-03' };
    expect(dayOfAct(planned, 'open', '19:30', '2026-12-05')).toBe('2026-12-03');
    expect(dayOfAct(planned, 'open', '19:30', '2026-12-02')).toBe('2026-12-02');
    const begun = { ...planned, startedAt: '2026-12-03T12:30:00.000Z' };
    expect(dayOfAct(begun, 'close', '21:10', '2026-12-05')).toBe('2026-12-03');
    expect(dayOfAct(begun, 'close', '00:15', '2026-12-04')).toBe('2026-12-04');
  });
});
