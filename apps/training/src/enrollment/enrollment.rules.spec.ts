import { EnrollmentState } from '@vungmanh/contracts/training/class-state';
import { before, decidedLimits, deviationsOf, failedBy, transitions } from './enrollment.rules.js';

const NODE = 'province';
const ON = '2026-12-07';

it('passes through the word of the cell, the approval and the answer before anybody attends (domain.md §6.2)', () => {
  expect(before('ATTENDING')).toEqual(['APPROVED', 'CONFIRMED']);
  expect(before('CERTIFIED')).toEqual(['PASSED']);
  expect(before('APPROVED')).toEqual(['NOMINATED', 'WAITING']);
  const last = EnrollmentState.options.filter((state) => transitions[state].length === 0);
  expect(last).toEqual(['REFUSED', 'DECLINED', 'WITHDRAWN', 'FAILED', 'CERTIFIED']);
});

describe('a pass', () => {
  const passing = { attendancePercent: 80, mark: 5 };
  it.each([
    // 8 of 10 sittings are 80 of 100, 7 are not
    [{ attended: 8, lessons: 10, mark: 5 }, []],
    [{ attended: 7, lessons: 10, mark: 9 }, ['ATTENDANCE']],
    [{ attended: 10, lessons: 10, mark: 4.75 }, ['MARK']],
    [{ attended: 0, lessons: 10, mark: undefined }, ['ATTENDANCE', 'MARK']],
    // no rounding: 4 of 5 are enough, 3 of 4 (75%) are not, 15 of 19 (78.9%) are not
    [{ attended: 4, lessons: 5, mark: 10 }, []],
    [{ attended: 15, lessons: 19, mark: 10 }, ['ATTENDANCE']],
    [{ attended: 16, lessons: 20, mark: 10 }, []],
  ])('%j → %j', (done, expected) => {
    expect(failedBy(done, passing)).toEqual(expected);
  });

  it('asks for nothing that the opening decision does not ask for', () => {
    expect(failedBy({ attended: 1, lessons: 10, mark: undefined }, {})).toEqual([]);
    expect(failedBy({ attended: 1, lessons: 10, mark: undefined }, { attendancePercent: 10 })).toEqual([]);
    expect(failedBy({ attended: 3, lessons: 10, mark: 6 }, { attendancePercent: 31, mark: 6 })).toEqual(['ATTENDANCE']);
  });
});

describe('calling people away', () => {
  const away = { courses: 2, awayOfCell: 2, members: 9 };
  const context = (limits: Parameters<typeof decidedLimits>[0], reason?: string) => ({
    path: ['cell', NODE],
    overrides: decidedLimits(limits, { nodeId: NODE, from: ON, title: 'Lớp mô phỏng' }),
    ...(reason === undefined ? {} : { reason }),
  });

  it('goes against nothing where nobody has given a number', () => {
    expect(deviationsOf({ courses: 5, awayOfCell: 9, members: 9 }, ON, context({}))).toEqual([]);
  });

  // Lào Cai, 31-QĐ/TU: one course at a time, a tenth of those who work there, one of fewer than ten
  it.each([
    [{ courses: 1, awayOfCell: 1, members: 9 }, []],
    [away, ['training.at_once.max', 'training.away.max']],
    [{ courses: 1, awayOfCell: 2, members: 20 }, []],
    [{ courses: 1, awayOfCell: 2, members: 19 }, ['training.away.max']],
    [{ courses: 1, awayOfCell: 1, members: 1 }, []],
  ])('%j against one course and a tenth → %j', (found, keys) => {
    expect(deviationsOf(found, ON, context({ atOnce: 1, awayPercent: 10 })).map((d) => d.ruleKey)).toEqual(keys);
  });

  it('takes other numbers as they are decided', () => {
    expect(deviationsOf(away, ON, context({ atOnce: 2, awayPercent: 50 }))).toEqual([]);
    expect(deviationsOf({ ...away, awayOfCell: 5 }, ON, context({ atOnce: 2, awayPercent: 50 })).map((d) => d.ruleKey)).toEqual([
      'training.away.max',
    ]);
  });

  it('says by which decision, and keeps the reason', () => {
    const [first] = deviationsOf(away, ON, context({ atOnce: 1 }, 'Cán bộ kiêm nhiệm'));
    expect(first).toMatchObject({ source: 'Quyết định mở lớp: Lớp mô phỏng', actual: '2 lớp', reason: 'Cán bộ kiêm nhiệm' });
  });

  it('counts nothing of an opening decision before its day', () => {
    expect(deviationsOf(away, '2026-12-06', context({ atOnce: 1 }))).toEqual([]);
  });
});
