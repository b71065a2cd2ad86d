import type { Instant } from '@vungmanh/contracts/types';
import type { Reader } from '@vungmanh/platform/db/reader';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { dayOf } from '@vungmanh/regulations/day-of';
import { ruleAt } from '@vungmanh/regulations/rule-at';

/** Seconds after the end of a paper in which answers that were given in time are still taken; none where no rule says so. */
export const graceOf = async (reader: Reader, endsAt: Instant): Promise<number> =>
  (ruleAt('training.quiz.grace_minutes', dayOf(endsAt), await provinceContext(reader))?.value ?? 0) * 60;
