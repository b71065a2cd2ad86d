import type { RollCounts } from '@vungmanh/contracts/attendance';
import { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import { permissions } from '@vungmanh/contracts/permission';
import { addDays, dayIn } from '@vungmanh/regulations/calendar';
import { startOf } from '@vungmanh/regulations/day-of';
import type { RuleKey, ValueOf } from '@vungmanh/regulations/register';
import { ruleAt, type RuleContext, type RuleOverride } from '@vungmanh/regulations/rule-at';
import { namesSecret } from '@vungmanh/platform/names-secret';
import { periodOf, planOf } from '../plan/plan.rules.js';
import { countsThematic, fewCame, latePublication, lateNotice, noHuddle, tooShort, wrongDay, type Judged } from './deviation.rules.js';
import { MeetingEntity } from './meeting.entity.js';
import { allowedVerbs, isAllowed, transitions, verbs, type Verb } from './meeting.rules.js';

const NODE = '00000000-0000-7000-8000-000000000001';
const override = <K extends RuleKey>(key: K, value: ValueOf<K>): RuleOverride<K> => ({
  key,
  value,
  nodeId: NODE,
  validFrom: '2020-01-01',
  source: 'Kế hoạch của cấp ủy',
});

/** Every case is judged by the central values, and again by the stricter ones of a committee. */
const contexts: [string, RuleContext][] = [
  ['central values', {}],
  [
    'the values of a committee',
    {
      path: [NODE],
      overrides: [
        override('meeting.min_minutes', 100),
        override('meeting.combined.min_minutes', 150),
        override('meeting.docs.before_days', 3),
        override('meeting.publish.after_days', 1),
        override('meeting.attendance.target', { num: 95, den: 100, how: 'at-least' }),
        override('meeting.regular.day', 5),
        override('meeting.regular.fallback', { from: 2, to: 10 }),
      ],
    },
  ],
];

/** HD 42 and CT 50 are in force; 03/12/2026 is a Thursday, no holiday near. */
const DAY = '2026-12-03';
const regular: Judged = { kind: 'REGULAR', coversThematic: false, day: DAY };
const combined: Judged = { ...regular, coversThematic: true };
const thematic: Judged = { ...regular, kind: 'THEMATIC' };
const extraordinary: Judged = { ...regular, kind: 'EXTRAORDINARY' };
const committee: Judged = { ...regular, kind: 'COMMITTEE' };

describe('the states of a meeting (HD 42-HD/BTCTW pt 2.2)', () => {
  const allowed = [
    'PLANNED>PREPARED',
    'PLANNED>CANCELLED',
    'PLANNED>MISSED',
    'PREPARED>NOTIFIED',
    'PREPARED>CANCELLED',
    'PREPARED>MISSED',
    'NOTIFIED>PREPARED',
    'NOTIFIED>IN_SESSION',
    'NOTIFIED>CANCELLED',
    'NOTIFIED>MISSED',
    'IN_SESSION>CLOSED',
    'IN_SESSION>CANCELLED',
    'CLOSED>MINUTES_SIGNED',
    'MINUTES_SIGNED>PUBLISHED',
  ];

  it('lead to each other by these steps and no others', () => {
    const found = MeetingState.options.flatMap((from) => transitions[from].map((to) => `${from}>${to}`));
    expect(found.toSorted()).toEqual(allowed.toSorted());
  });

  const meetingIn = (state: MeetingState): MeetingEntity =>
    Object.assign(MeetingEntity.add('a', { bodyId: 'b', nodeId: NODE, kind: 'REGULAR', plannedOn: DAY }), {
      state,
      startedAt: startOf(DAY),
      rollClosedAt: state === 'IN_SESSION' ? null : startOf(DAY),
    });
  const preparation = { startsAt: `${DAY}T07:00:00Z`, place: 'Nhà văn hóa', chairId: 'c', minuteTakerId: 'm', coversThematic: false, agenda: [] };
  const counts = { present: { total: 1 }, expected: 1 } as RollCounts;
  const frozen = { lines: [], guests: [], counts, denominator: 1, voters: [] };
  const acts: [Verb, (m: MeetingEntity) => void, MeetingState | 'same'][] = [
    ['postpone', (m) => m.postpone('2026-12-05', 'Mưa'), 'same'],
    ['cancel', (m) => m.cancel('Không đủ người'), 'CANCELLED'],
    ['record-huddle', (m) => m.recordHuddle({ heldOn: DAY, split: [] }), 'same'],
    ['prepare', (m) => m.prepare(preparation), 'PREPARED'],
    ['give-notice', (m) => m.giveNotice(startOf(DAY), []), 'NOTIFIED'],
    ['open', (m) => m.open(startOf(DAY), []), 'IN_SESSION'],
    ['close-roll', (m) => m.closeRoll(startOf(DAY), frozen, []), 'same'],
    ['close', (m) => (m.closeRoll(startOf(DAY), frozen, []), m.close(startOf(DAY), false, [])), 'CLOSED'],
    ['publish', (m) => m.publish(startOf(DAY), []), 'PUBLISHED'],
  ];

  it.each(acts)('%s is done in the states that its rule names and refused in every other', (verb, act, leads) => {
    for (const state of MeetingState.options) {
      const meeting = meetingIn(state);
      if (!isAllowed(verb, state)) {
        expect(() => act(meeting)).toThrow('meetings/not-in-state');
        expect(meeting.state).toBe(state);
        continue;
      }
      act(meeting);
      // What has been told and is moved must be told again.
      expect(meeting.state).toBe(leads === 'same' ? (verb === 'postpone' && state === 'NOTIFIED' ? 'PREPARED' : state) : leads);
    }
  });

  it('are signed only from CLOSED', () => {
    for (const state of MeetingState.options) {
      const meeting = meetingIn(state);
      if (state === 'CLOSED') meeting.minutesSigned(startOf(DAY));
      else expect(() => meeting.minutesSigned(startOf(DAY))).toThrow('meetings/not-in-state');
      expect(meeting.state).toBe(state === 'CLOSED' ? 'MINUTES_SIGNED' : state);
    }
  });

  it('offer each permission its own acts, and an ended meeting none but an addendum', () => {
    const all = new Set<string>(permissions);
    expect(allowedVerbs('NOTIFIED', new Set(['meetings:take-minutes']))).toEqual(['open', 'mark-roll', 'draft-resolution']);
    expect(allowedVerbs('PUBLISHED', all)).toEqual(['add-addendum']);
    expect(allowedVerbs('CANCELLED', all)).toEqual([]);
    expect(allowedVerbs('MISSED', all)).toEqual([]);
    expect(allowedVerbs('PLANNED', new Set())).toEqual([]);
    // Every act is offered somewhere, or its button could never appear.
    expect(new Set(MeetingState.options.flatMap((s) => allowedVerbs(s, all)))).toEqual(new Set(Object.keys(verbs)));
  });

  it('close only after the roll, which closes once', () => {
    expect(() => meetingIn('IN_SESSION').close(startOf(DAY), false, [])).toThrow('meetings/roll-open');
    const meeting = meetingIn('IN_SESSION');
    meeting.closeRoll(startOf(DAY), frozen, []);
    expect(() => meeting.closeRoll(startOf(DAY), frozen, [])).toThrow('meetings/roll-closed');
    expect([meeting.present, meeting.expected]).toEqual([1, 1]);
  });

  it('judge a notice given again by its new day alone', () => {
    const meeting = meetingIn('PREPARED');
    meeting.giveNotice(startOf(DAY), lateNotice(meeting, startOf(DAY), { reason: 'Gấp' }));
    expect(meeting.deviations).toHaveLength(1);
    meeting.postpone('2026-12-07', 'Mưa');
    meeting.giveNotice(startOf(DAY), lateNotice(meeting, startOf(DAY), {}));
    expect(meeting.deviations).toEqual([]);
  });
});

describe.each(contexts)('deviations by %s', (_name, context) => {
  const value = <K extends RuleKey>(key: K): ValueOf<K> => {
    const rule = ruleAt(key, DAY, context);
    if (rule === undefined) throw new Error(`${key} has no value on ${DAY}`);
    return rule.value;
  };
  const keys = (found: { ruleKey: string }[]) => found.map((d) => d.ruleKey);

  it('notice: the days before (HD 42); an extraordinary meeting has none', () => {
    const before = (n: number) => startOf(addDays(DAY, -n));
    const days = value('meeting.docs.before_days');
    expect(lateNotice(regular, before(days), context)).toEqual([]);
    expect(lateNotice(regular, before(days - 1), { ...context, reason: 'Gấp' })).toMatchObject([
      { ruleKey: 'meeting.docs.before_days', expected: `${days} ngày`, actual: `${days - 1} ngày`, reason: 'Gấp' },
    ]);
    expect(keys(lateNotice(committee, before(days - 1), context))).toEqual(['meeting.docs.before_days']);
    expect(lateNotice(extraordinary, before(0), context)).toEqual([]);
    // Midnight in Hà Nội, still the day before in London.
    expect(lateNotice(regular, new Date(Date.parse(before(days)) + 86_399_000).toISOString(), context)).toEqual([]);
  });

  it('day: the ruled one, or the first week for a reason (CT 50)', () => {
    const day = value('meeting.regular.day');
    const week = value('meeting.regular.fallback');
    const on = (n: number, reason?: string) => keys(wrongDay({ ...regular, day: dayIn('2026-12', n) }, { ...context, reason }));
    expect(on(day)).toEqual([]);
    expect(on(week.to)).toEqual(['meeting.regular.day']);
    expect(on(week.to, 'Mưa lũ')).toEqual([]);
    expect(on(week.to + 1)).toEqual(['meeting.regular.fallback']);
    expect(on(week.to + 1, 'Mưa lũ')).toEqual(['meeting.regular.fallback']);
    for (const kind of ['THEMATIC', 'EXTRAORDINARY', 'COMMITTEE'] as const) {
      expect(wrongDay({ ...regular, kind, day: '2026-12-20' }, context)).toEqual([]);
    }
  });

  it('huddle: before a meeting of a cell (HD 42)', () => {
    expect(keys(noHuddle(regular, false, context))).toEqual(['meeting.prep.required']);
    expect(noHuddle(regular, true, context)).toEqual([]);
    expect(noHuddle(committee, false, context)).toEqual([]);
  });

  it('attendance: the exact share, not its rounded percentage (HD 42)', () => {
    const { num, den } = value('meeting.attendance.target');
    const came = (present: number, expected: number) => keys(fewCame(regular, { present: { total: present }, expected } as RollCounts, context));
    expect(came(num, den)).toEqual([]);
    expect(came(num - 1, den)).toEqual(['meeting.attendance.target']);
    expect(came(num * 1000 - 1, den * 1000)).toEqual(['meeting.attendance.target']);
    expect(came(0, 0)).toEqual([]);
  });

  it('length: of a plain and of a combined session (HD 42), which counts as thematic only in full', () => {
    const plain = value('meeting.min_minutes');
    const both = value('meeting.combined.min_minutes');
    expect(tooShort(regular, plain, context)).toEqual([]);
    expect(tooShort(regular, plain - 1, { ...context, reason: 'Mất điện' })).toMatchObject([
      { ruleKey: 'meeting.min_minutes', expected: `${plain} phút`, actual: `${plain - 1} phút`, reason: 'Mất điện' },
    ]);
    expect(tooShort(combined, both, context)).toEqual([]);
    expect(keys(tooShort(combined, both - 1, context))).toEqual(['meeting.combined.min_minutes']);
    expect(keys(tooShort(combined, plain - 1, context))).toEqual(['meeting.combined.min_minutes', 'meeting.min_minutes']);
    expect(keys(tooShort(thematic, plain - 1, context))).toEqual(['meeting.min_minutes']);
    expect(tooShort(committee, 1, context)).toEqual([]);
    expect([combined, regular, thematic, extraordinary].map((m) => countsThematic(m, both, context))).toEqual([true, false, true, false]);
    expect([combined, regular, thematic].map((m) => countsThematic(m, both - 1, context))).toEqual([false, false, true]);
  });

  it('publication: the days after (HD 42)', () => {
    const days = value('meeting.publish.after_days');
    expect(latePublication(regular, startOf(addDays(DAY, days)), context)).toEqual([]);
    expect(latePublication(regular, startOf(addDays(DAY, days + 1)), context)).toMatchObject([
      { ruleKey: 'meeting.publish.after_days', expected: `${days} ngày`, actual: `${days + 1} ngày` },
    ]);
  });

  it('name the document that they come from', () => {
    const found = [
      ...lateNotice(regular, startOf(DAY), context),
      ...wrongDay({ ...regular, day: '2026-12-20' }, context),
      ...noHuddle(regular, false, context),
      ...tooShort(combined, 1, context),
      ...latePublication(regular, startOf('2026-12-30'), context),
    ];
    expect(found).toHaveLength(6);
    for (const { ruleKey, source, says } of found) {
      expect(source).toBe(ruleAt(ruleKey as RuleKey, DAY, context)?.source);
      expect(says).not.toBe('');
    }
  });
});

it('a rule that was not in force on the day asks for nothing', () => {
  const long: Judged = { ...regular, day: '2012-05-20' };
  expect([...wrongDay(long, {}), ...noHuddle(long, false), ...lateNotice(long, startOf('2012-05-20'), {}), ...tooShort(long, 1, {})]).toEqual([]);
});

it('a holiday on the ruled day opens the whole first week, and the day itself stays right', () => {
  // 03/5/2027 makes up for 01/5, a Saturday.
  for (const day of ['2027-05-03', '2027-05-04', '2027-05-07']) expect(wrongDay({ ...regular, day }, {})).toEqual([]);
  expect(wrongDay({ ...regular, day: '2027-05-08' }, {})).toHaveLength(1);
});

describe('the plan of a year', () => {
  it('holds a regular meeting a month and a thematic one a quarter for a cell, a meeting a month for a committee', () => {
    const plan = planOf('CELL', '2028-01');
    expect(plan.filter((m) => m.kind === 'REGULAR').map((m) => m.period)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2028-${String(i + 1).padStart(2, '0')}`),
    );
    expect(plan.filter((m) => m.kind === 'THEMATIC').map((m) => [m.period, m.plannedOn.slice(0, 7)])).toEqual([
      ['2028-Q1', '2028-02'],
      ['2028-Q2', '2028-05'],
      ['2028-Q3', '2028-08'],
      ['2028-Q4', '2028-11'],
    ]);
    expect(planOf('COMMITTEE', '2028-01').map((m) => m.kind)).toEqual(Array.from({ length: 12 }, () => 'COMMITTEE'));
    expect(plan.every((m) => periodOf(m.kind, m.plannedOn) === m.period)).toBe(true);
  });

  it('of what is left of a year keeps the thematic meeting that its quarter still owes', () => {
    expect(planOf('CELL', '2028-12').map((m) => [m.kind, m.period])).toEqual([
      ['REGULAR', '2028-12'],
      ['THEMATIC', '2028-Q4'],
    ]);
    expect(
      planOf('CELL', '2028-10')
        .filter((m) => m.kind === 'THEMATIC')
        .map((m) => m.plannedOn.slice(0, 7)),
    ).toEqual(['2028-11']);
  });

  it('takes the day of the rule that is in force there', () => {
    const local = { path: [NODE], overrides: [override('meeting.regular.day', 12)] };
    expect(planOf('CELL', '2028-10', local)[0]?.plannedOn).toBe('2028-10-12');
    expect(planOf('CELL', '2028-10')[0]?.plannedOn).toBe(dayIn('2028-10', ruleAt('meeting.regular.day', '2028-10-01')?.value ?? 0));
  });
});

describe('a name of a file that says it is secret', () => {
  it.each([
    'Báo cáo MẬT.pdf',
    'mật - kế hoạch.docx',
    'TỐI MẬT_số 3.pdf',
    'Tuyệt mật.pdf',
    'bao-cao-toi-mat.pdf',
    'TUYET MAT 5.pdf',
    'Kế hoạch (Mật).docx',
    'Mật.pdf'.normalize('NFD'),
  ])('%s', (name) => expect(namesSecret(name)).toBe(true));
  it.each([
    'Luật Bảo vệ bí mật nhà nước.pdf',
    'Mặt trận Tổ quốc.docx',
    'mat tran to quoc.pdf',
    'Mật độ dân số.xlsx',
    'Chuyên đề quý IV.pdf',
    'Nuôi ong lấy mật ong.pdf',
  ])('%s does not', (name) => expect(namesSecret(name)).toBe(false));
});
