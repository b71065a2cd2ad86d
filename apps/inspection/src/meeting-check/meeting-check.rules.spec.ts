import { MeetingCheckAct, MeetingCheckState, monthsOfHalf } from '@vungmanh/contracts/inspection/meeting-check-state';
import type { HeldMeeting } from '@vungmanh/contracts/meetings/held';
import { addDays, addMonths } from '@vungmanh/regulations/calendar';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { randomUUID } from 'node:crypto';
import { drawn } from './lot.js';
import { actsFor, isPlannable, isPossible, isReading, isWhole, nextDue, sampleSize, transitions } from './meeting-check.rules.js';
import { yearSummary, type Published } from './year-summary.rules.js';

const TODAY = '2026-11-23';
const states = MeetingCheckState.options;
const acts = MeetingCheckAct.options;

describe('the course of a check', () => {
  const allowed = ['DRAFT UNDER_WAY', 'DRAFT CANCELLED', 'UNDER_WAY CONCLUDED', 'UNDER_WAY CANCELLED', 'CONCLUDED PUBLISHED'];
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    expect(transitions[from].includes(to)).toBe(allowed.includes(`${from} ${to}`));
  });

  const possible = [
    'start DRAFT',
    'change DRAFT',
    'change UNDER_WAY',
    'cancel DRAFT',
    'record UNDER_WAY',
    'conclude UNDER_WAY',
    'cancel UNDER_WAY',
    'publish CONCLUDED',
  ];
  it.each(acts.flatMap((act) => states.map((state) => [act, state] as const)))('%s while %s', (act, state) => {
    expect(isPossible(act, state)).toBe(possible.includes(`${act} ${state}`));
  });

  it('lets the team record, and who holds the right do the rest', () => {
    expect(actsFor('UNDER_WAY', false)).toEqual(['record']);
    expect(actsFor('UNDER_WAY', true)).toEqual(['record', 'change', 'conclude', 'cancel']);
    expect(actsFor('CONCLUDED', false)).toEqual([]);
  });

  it('reads the minute books only while it is under way', () => {
    expect(states.filter(isReading)).toEqual(['UNDER_WAY']);
  });
});

describe('its days', () => {
  const most = ruleAt('account.temporary_grant.max_days', TODAY)?.value ?? 0;
  it.each([
    [TODAY, true],
    [addDays(TODAY, -1), false],
    // The last day of reading is inside the rule, the day after it is when the grant ends.
    [addDays(TODAY, most - 1), true],
    [addDays(TODAY, most), false],
  ])('may be planned to end on %s: %s', (day, expected) => {
    expect(isPlannable(day, TODAY)).toBe(expected);
  });

  it('come again after the months of the rule [S0]', () => {
    const months = ruleAt('meeting.check.months', TODAY)?.value ?? 0;
    expect(months).toBe(6);
    expect(nextDue('2026-01-15', TODAY)).toBe(addMonths('2026-01-15', months));
    expect(nextDue('2011-01-15', '2011-02-01')).toBeUndefined();
  });

  it('cover the six months of their half', () => {
    expect([monthsOfHalf('2026-H1'), monthsOfHalf('2026-H2')]).toEqual([
      { from: '2026-01', to: '2026-06' },
      { from: '2026-07', to: '2026-12' },
    ]);
  });
});

describe('the sample', () => {
  const held: HeldMeeting[] = Array.from({ length: 7 }, (_, i) => ({ id: randomUUID(), kind: 'REGULAR', heldOn: `2026-0${i + 1}-03`, guests: 0 }));
  const ids = (meetings: readonly HeldMeeting[]) => meetings.map((m) => m.id);

  it('is the same for the same seed, whatever the order, and of the size of the rule', () => {
    const size = sampleSize(TODAY);
    expect(size).toBe(ruleAt('meeting.check.sample', TODAY)?.value);
    const first = drawn('seed', held, size);
    expect(first).toHaveLength(size);
    expect(ids(drawn('seed', held.toReversed(), size))).toEqual(ids(first));
    expect(ids(first)).toEqual(ids(first.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))));
  });

  it('is another for another seed, and each meeting has its turn', () => {
    const seen = new Set(Array.from({ length: 60 }, (_, seed) => ids(drawn(String(seed), held, 2)).join()));
    expect(seen.size).toBeGreaterThan(10);
    const met = new Set(Array.from({ length: 60 }, (_, seed) => ids(drawn(String(seed), held, 2))).flat());
    expect(met.size).toBe(held.length);
  });

  it('is all there is where there is less', () => {
    expect(ids(drawn('seed', held.slice(0, 1), 2))).toEqual(ids(held.slice(0, 1)));
    expect(drawn('seed', [], 2)).toEqual([]);
  });
});

it.each([
  [{ kind: 'STRENGTH' }, true],
  [{ kind: 'SHORTCOMING' }, false],
  [{ kind: 'SHORTCOMING', proposal: 'Ghi đủ' }, false],
  [{ kind: 'SHORTCOMING', due: TODAY }, false],
  [{ kind: 'SHORTCOMING', proposal: 'Ghi đủ', due: TODAY }, true],
  [{ kind: 'SHORTCOMING', proposal: 'Ghi đủ', due: addDays(TODAY, -1) }, false],
])('a finding %j is whole: %s', (finding, expected) => {
  expect(isWhole(finding, TODAY)).toBe(expected);
});

describe('the section of the year', () => {
  const check: Published = {
    half: '2026-H2',
    number: 'Số 07-TB/ĐU',
    publishedOn: '2026-12-20',
    cells: 12,
    recorded: 12,
    heard: 12,
    attended: 4,
    demanded: 3,
    settled: 1,
    notice: { strengths: ['Nền nếp được giữ vững.'], weaknesses: ['Nghị quyết còn chung chung;'], practices: [], demands: [] },
  };

  it('quotes the notices of its halves, and says plainly which half was not checked', () => {
    expect(yearSummary(2026, [check])).toEqual([
      '6 tháng đầu năm 2026: chưa có cuộc kiểm tra sinh hoạt chi bộ nào được thông báo.',
      '6 tháng cuối năm 2026: cấp ủy đã kiểm tra việc sinh hoạt của 12/12 chi bộ, nghe 12 chi bộ phản ánh tình hình, dự sinh hoạt ở 4 chi bộ; ' +
        'kết quả được thông báo đến các chi bộ (Thông báo số 07-TB/ĐU ngày 20/12/2026).',
      'Ưu điểm: Nền nếp được giữ vững.',
      'Hạn chế, khuyết điểm: Nghị quyết còn chung chung.',
      'Đã yêu cầu chi bộ khắc phục 3 nội dung; đến nay đã khắc phục 1/3.',
    ]);
  });
});
