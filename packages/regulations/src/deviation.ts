import type { Deviation } from '@vungmanh/contracts/deviation';
import type { RuleKey, UnitOf, ValueOf } from './register.js';
import type { Rule } from './rule-at.js';
import type { UnitValue } from './unit.js';
import { valueText } from './wording.js';

/**
 * A deviation from `rule` as it is stored with the act and shown above. `actual` is what happened: a value of the rule's own unit
 * ('80 phút' is made of 80), or written text where the fact is of another kind (a date). `reason` is the person's own, asked for
 * and added when they give it.
 */
export function deviation<K extends RuleKey>(rule: Rule<K>, actual: ValueOf<K> | { readonly text: string }, reason?: string): Deviation {
  return {
    ruleKey: rule.key,
    source: rule.source,
    says: rule.says,
    expected: valueText<UnitOf<K>>(rule.unit, rule.value),
    actual: isText(actual) ? actual.text : valueText<UnitOf<K>>(rule.unit, actual),
    ...(reason === undefined ? {} : { reason }),
  };
}

const isText = <U extends RuleKey>(actual: UnitValue<UnitOf<U>> | { readonly text: string }): actual is { readonly text: string } =>
  typeof actual === 'object' && 'text' in actual;
