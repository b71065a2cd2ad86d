import type { Instant } from '@vungmanh/contracts/types';
import { dayOf } from '@vungmanh/regulations/day-of';
import { ruleAt } from '@vungmanh/regulations/rule-at';

/** Seconds after the end of a paper in which answers that were given in time are still taken; none where no rule says so. */
export const graceOf = (endsAt: Instant): number => (ruleAt('training.quiz.grace_minutes', dayOf(endsAt))?.value ?? 0) * 60;
