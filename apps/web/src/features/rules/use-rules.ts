import { listRuleOverrides, type RuleOverride } from '@vungmanh/contracts/organization/rule-override';
import { readOverride } from '@vungmanh/regulations/override';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { useMemo } from 'react';
import { useQueryOf } from '../../api/queries.js';

/** The values that the province set, as `ruleAt` takes them. Only the province sets any, so they hold wherever the page stands. */
export function contextOf(items: readonly RuleOverride[]): RuleContext {
  const overrides = items.flatMap((item) => readOverride(item) ?? []);
  return { path: [...new Set(overrides.map((one) => one.nodeId))], overrides };
}

/** Where the person works, for rules that a page asks itself; until it is known, and without signal, the central values. */
export function useRules(): RuleContext {
  const { data } = useQueryOf(listRuleOverrides, {});
  return useMemo(() => contextOf(data?.items ?? []), [data]);
}
