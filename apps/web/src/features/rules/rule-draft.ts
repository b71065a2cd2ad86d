import { RuleValue } from '@vungmanh/contracts/organization/rule-override';
import { register } from '@vungmanh/regulations/register';
import type { ListedRule } from '@vungmanh/regulations/rule-list';
import type { Unit } from '@vungmanh/regulations/unit';

/** How a value of each unit is typed in; undefined where the register leaves none of that unit to a province. */
export const shapes: Record<Unit, 'WHOLE' | 'SHARE' | 'RANGE' | 'LIST' | undefined> = {
  times: 'WHOLE',
  steps: 'WHOLE',
  members: 'WHOLE',
  minutes: 'WHOLE',
  days: 'WHOLE',
  'working-days': 'WHOLE',
  months: 'WHOLE',
  years: 'WHOLE',
  periods: 'WHOLE',
  'month-day': 'WHOLE',
  dong: 'WHOLE',
  millimeters: 'WHOLE',
  points: 'WHOLE',
  fraction: 'SHARE',
  threshold: 'SHARE',
  range: 'RANGE',
  bands: 'LIST',
  weights: 'LIST',
  'whole-list': undefined,
  codes: undefined,
  code: undefined,
  flag: undefined,
};

/** What the unit is called behind a number. */
export const unitNames: Partial<Record<Unit, string>> = {
  times: 'lần',
  steps: 'bậc',
  members: 'đảng viên',
  minutes: 'phút',
  days: 'ngày',
  'working-days': 'ngày làm việc',
  months: 'tháng',
  years: 'năm',
  periods: 'tiết',
};

/** The value that a form begins with: what is in force; a share keeps how it is compared. */
export function draftOf(rule: ListedRule): RuleValue | undefined {
  const inForce = RuleValue.safeParse(rule.value ?? register[rule.key].rows.at(-1)?.value);
  return inForce.success ? inForce.data : undefined;
}
