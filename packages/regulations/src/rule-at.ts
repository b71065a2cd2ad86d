import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Effect, Mark, Parameter, Row } from './parameter.js';
import { register } from './register.js';
import type { RuleKey, UnitOf, ValueOf } from './register.js';
import { compareValues } from './unit.js';
import type { Unit, UnitValue } from './unit.js';

/** The rule that judges one fact: its value on that business date, and where it comes from. */
export interface Rule<K extends RuleKey = RuleKey> {
  readonly key: K;
  readonly unit: UnitOf<K>;
  readonly value: ValueOf<K>;
  readonly effect: Effect;
  /** The sentence for the person, with the value in it. */
  readonly says: string;
  readonly source: string;
  /** How sure the register is; absent for a local value. */
  readonly mark?: Mark;
  /** The node whose committee set a local value; absent for a central one. */
  readonly setBy?: string;
}

/** A value that a committee set for its own node and everything below it; start included, end not. */
export interface RuleOverride<K extends RuleKey = RuleKey> {
  readonly key: K;
  readonly value: ValueOf<K>;
  readonly nodeId: string;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate;
  /** The committee's document, number and date. */
  readonly source: string;
}

/** Where the rule is asked for. `path` runs from the node itself up to the province. */
export interface RuleContext {
  readonly nodeType?: string;
  readonly path?: readonly string[];
  readonly overrides?: readonly RuleOverride[];
}

/**
 * The most specific value of `key` in force on the business date `onDate` of the fact (never today by habit): the override of the
 * nearest node of `path`, else the register's row for the node type, else its row for all. Undefined where nothing is in force
 * or no source was found: then nothing is refused and nothing deviates. An override that has become looser than the central
 * value is passed over.
 */
export function ruleAt<K extends RuleKey>(key: K, onDate: CalendarDate, context: RuleContext = {}): Rule<K> | undefined {
  const parameter: Parameter<UnitOf<K>> = register[key];
  const central = rowAt(parameter.rows, onDate, context.nodeType);
  const local = overridesOf(key, onDate, context).find((o) => central === undefined || !looser(parameter, o.value, central.value));
  const chosen = local ?? central;
  if (chosen === undefined) return undefined;
  return {
    key,
    unit: parameter.unit,
    value: chosen.value,
    effect: parameter.effect,
    says: parameter.says(chosen.value),
    source: chosen.source,
    ...(local === undefined ? { mark: central?.mark } : { setBy: local.nodeId }),
  };
}

/** Does the period (start included, end not) hold the day? ISO dates sort as text. */
export const inForce = (period: { validFrom: CalendarDate; validTo?: CalendarDate }, day: CalendarDate): boolean =>
  period.validFrom <= day && (period.validTo === undefined || day < period.validTo);

/** Is `a` looser than `b` in the parameter's own direction? A replaceable value is never too loose. */
export function looser<U extends Unit>(parameter: Parameter<U>, a: UnitValue<U>, b: UnitValue<U>): boolean {
  if (parameter.stricter === 'none' || parameter.replaceable) return false;
  const order = compareValues<U>(a, b);
  if (order === undefined) return false;
  return parameter.stricter === 'higher' ? order < 0 : order > 0;
}

function rowAt<V>(rows: readonly Row<V>[], day: CalendarDate, nodeType?: string): Row<V> | undefined {
  const valid = rows.filter((row) => inForce(row, day));
  return valid.find((row) => nodeType !== undefined && row.nodeTypes?.includes(nodeType)) ?? valid.find((row) => row.nodeTypes === undefined);
}

function overridesOf<K extends RuleKey>(key: K, day: CalendarDate, { path = [], overrides = [] }: RuleContext): RuleOverride<K>[] {
  const isFor = (o: RuleOverride): o is RuleOverride<K> => o.key === key;
  return overrides
    .filter(isFor)
    .filter((o) => path.includes(o.nodeId) && inForce(o, day))
    .toSorted((a, b) => path.indexOf(a.nodeId) - path.indexOf(b.nodeId) || b.validFrom.localeCompare(a.validFrom));
}
