import type { DutyPosition } from '@vungmanh/contracts/training/duty';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { CourseCode } from './course.js';
import type { Mark } from './parameter.js';
import type { RuleKey, UnitOf } from './register.js';
import * as s from './source.js';

/** Keys whose value is a number of months. */
type MonthsKey = { [K in RuleKey]: UnitOf<K> extends 'months' ? K : never }[RuleKey];

/** Which course a position asks for, and within how many months of when it began. */
export interface DutyRule {
  readonly positions: readonly DutyPosition[];
  readonly course: CourseCode;
  readonly months: MonthsKey;
  /** Taken again after as many months, for as long as the position is held. */
  readonly repeats: boolean;
  readonly says: string;
  readonly source: string;
  readonly mark: Mark;
  readonly validFrom: CalendarDate;
}

const yearly = { months: 'training.position.every_months', repeats: true } as const;

/** The table of domain.md §6.2. A position has one row at most on one day. */
export const dutyRules: readonly DutyRule[] = [
  {
    ...yearly,
    positions: ['CELL_SECRETARY', 'CELL_DEPUTY', 'CELL_COMMITTEE_MEMBER'],
    course: 'CELL_SECRETARY_COMMITTEE',
    says: 'Bí thư, phó bí thư chi bộ, chi ủy viên được bồi dưỡng hằng năm.',
    source: s.SEED0,
    mark: 'S0',
    validFrom: s.SEED0_FROM,
  },
  {
    ...yearly,
    positions: ['COMMITTEE_SECRETARY', 'COMMITTEE_DEPUTY', 'COMMITTEE_MEMBER'],
    course: 'PARTY_WORK',
    says: 'Cấp ủy viên cơ sở được bồi dưỡng nghiệp vụ công tác đảng.',
    source: s.SEED1,
    mark: 'S1',
    validFrom: s.SEED1_FROM,
  },
  {
    positions: ['PROBATIONARY_MEMBER'],
    course: 'NEW_MEMBER',
    months: 'probation.months',
    repeats: false,
    says: 'Đảng viên dự bị học xong lớp bồi dưỡng đảng viên mới trước khi được công nhận đảng viên chính thức.',
    source: s.NEW_MEMBER_COURSE,
    mark: 'V',
    validFrom: s.HD61_FROM,
  },
];

/** The rule of a position on a day, if any. */
export const dutyRuleAt = (position: DutyPosition, day: CalendarDate): DutyRule | undefined =>
  dutyRules.find((rule) => rule.validFrom <= day && rule.positions.includes(position));
