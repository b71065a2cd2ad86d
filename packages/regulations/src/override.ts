import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Parameter } from './parameter.js';
import { isRuleKey, register } from './register.js';
import type { RuleKey, UnitOf } from './register.js';
import { inForce, looser, ruleAt } from './rule-at.js';
import type { RuleContext, RuleOverride } from './rule-at.js';
import { unitValues } from './unit.js';
import { isRead } from './unread.js';
import { valueText } from './wording.js';

/** An override as it lies in a table: key and value still unproven. */
export interface OverrideRow extends Omit<RuleOverride, 'key' | 'value'> {
  readonly key: string;
  readonly value: unknown;
}

/** Why an override cannot be taken over; `reason` is the Vietnamese sentence for the person who enters it. */
export interface OverrideRefusal {
  readonly code: 'unknown-key' | 'wrong-value' | 'empty-period' | 'fixed' | 'unread' | 'looser';
  readonly reason: string;
}

/** Reads a stored row; undefined where the key is unknown or the value does not fit the key's unit. */
export function readOverride(row: OverrideRow): RuleOverride | undefined {
  if (!isRuleKey(row.key)) return undefined;
  const value = unitValues[register[row.key].unit].safeParse(row.value);
  return value.success ? { ...row, key: row.key, value: value.data } : undefined;
}

/** Whether the rule leaves a committee a value of its own: a stricter one, or another where the rule is its to fill. */
export const mayDiffer = (key: RuleKey): boolean => register[key].stricter !== 'none' || register[key].replaceable === true;

/**
 * Whether a committee may set this value: undefined when it may. It is held against everything that is in force above the node
 * at any time of its period (`above`: node type, path and overrides as for `ruleAt`), because committees may tighten a central
 * value, never loosen it.
 */
export function checkOverride(row: OverrideRow, above: RuleContext = {}): OverrideRefusal | undefined {
  if (!isRuleKey(row.key)) return { code: 'unknown-key', reason: 'Không có tham số quy định này.' };
  const override = readOverride(row);
  if (override === undefined) return { code: 'wrong-value', reason: 'Giá trị nhập vào không đúng kiểu của tham số này.' };
  if (row.validTo !== undefined && row.validTo <= row.validFrom) {
    return { code: 'empty-period', reason: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.' };
  }
  return refusalFor(override, above);
}

function refusalFor<K extends RuleKey>(override: RuleOverride<K>, above: RuleContext): OverrideRefusal | undefined {
  const parameter: Parameter<UnitOf<K>> = register[override.key];
  if (!mayDiffer(override.key)) {
    const source = ruleAt(override.key, override.validFrom, { nodeType: above.nodeType })?.source ?? parameter.rows.at(-1)?.source;
    return {
      code: 'fixed',
      reason: `${source === undefined ? 'Quy định này' : `${source} quy định`} thống nhất trong toàn Đảng, địa phương không quy định khác.`,
    };
  }
  if (!isRead(override.key)) {
    return {
      code: 'unread',
      reason: 'Phần mềm chưa theo dõi quy định này ở bước nào, nên giá trị riêng chưa có tác dụng. Hãy thực hiện theo văn bản.',
    };
  }
  const context = { ...above, path: above.path?.filter((node) => node !== override.nodeId) };
  for (const day of daysOfChange(override, parameter, above)) {
    const rule = ruleAt(override.key, day, context);
    if (rule !== undefined && looser(parameter, override.value, rule.value)) {
      const [limit, given] = [valueText(parameter.unit, rule.value), valueText(parameter.unit, override.value)];
      return { code: 'looser', reason: `Cấp dưới chỉ được quy định chặt hơn: ${rule.source} quy định ${limit}, giá trị nhập là ${given}.` };
    }
  }
  return undefined;
}

function daysOfChange<K extends RuleKey>(override: RuleOverride<K>, parameter: Parameter<UnitOf<K>>, above: RuleContext): CalendarDate[] {
  const starts = [...parameter.rows, ...(above.overrides ?? []).filter((o) => o.key === override.key)].map((period) => period.validFrom);
  return [override.validFrom, ...starts.filter((day) => inForce(override, day))];
}
