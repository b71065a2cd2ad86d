import type { DisciplineForm, InspectionKind, Inspector } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { addDays } from './calendar.js';
import { after, due } from './due.js';
import type { Due } from './due.js';
import { ruleAt } from './rule-at.js';
import type { Rule, RuleContext } from './rule-at.js';

/** A case, by who runs it, of what kind, and from when its term runs: the day on which the decision was announced. */
export interface CaseStart {
  readonly actor: Inspector;
  readonly kind: InspectionKind;
  readonly startedOn: CalendarDate;
}

type TermKey = `inspect.${'cell.compliance' | 'cell.violation' | 'cell.supervision'}_days` | `inspect.${'committee' | 'commission' | 'organ'}.days`;

const cellTerms: Record<InspectionKind, TermKey | undefined> = {
  COMPLIANCE_INSPECTION: 'inspect.cell.compliance_days',
  THEMATIC_INSPECTION: 'inspect.cell.compliance_days',
  SUSPECTED_VIOLATION_INSPECTION: 'inspect.cell.violation_days',
  THEMATIC_SUPERVISION: 'inspect.cell.supervision_days',
  REGULAR_SUPERVISION: undefined,
};

const bodyTerms: Record<Inspector, TermKey | undefined> = {
  CELL: undefined,
  CELL_COMMITTEE: undefined,
  SECTION_COMMITTEE: 'inspect.committee.days',
  GRASSROOTS_COMMITTEE: 'inspect.committee.days',
  SUPERIOR_COMMITTEE: 'inspect.committee.days',
  INSPECTION_COMMISSION: 'inspect.commission.days',
  ADVISORY_ORGAN: 'inspect.organ.days',
};

/** The day by which a case ends; undefined for regular supervision, which goes on, and where no rule was in force. */
export function caseDue({ actor, kind, startedOn }: CaseStart, context: RuleContext = {}): Due | undefined {
  const key = kind === 'REGULAR_SUPERVISION' ? undefined : (bodyTerms[actor] ?? cellTerms[kind]);
  return key === undefined ? undefined : due(key, startedOn, context);
}

/**
 * The latest day to which a case can be extended: its term and the share of it that the rule allows, rounded down to whole days.
 * `left`: how often it may still be extended after `used` times; absent where no rule says. Undefined where no rule was in force.
 */
export function extensionOf(of: CaseStart, used: number, context: RuleContext = {}): (Due<'inspect.extension'> & { left?: number }) | undefined {
  const term = caseDue(of, context)?.rule.value;
  const rule = ruleAt('inspect.extension', of.startedOn, context);
  if (typeof term !== 'number' || rule === undefined) return undefined;
  const times = ruleAt('inspect.extension_times', of.startedOn, context)?.value;
  return {
    until: addDays(of.startedOn, term + Math.floor((term * rule.value.num) / rule.value.den)),
    rule,
    ...(times === undefined ? {} : { left: Math.max(0, times - used) }),
  };
}

/** A suspension: its last day, and its last day once extended (at most once). Undefined where no rule was in force. */
export function suspensionOf(
  startedOn: CalendarDate,
  context: RuleContext = {},
): (Due<'suspension.days'> & { extended?: Due<'suspension.extension_days'> }) | undefined {
  const term = due('suspension.days', startedOn, context);
  if (term === undefined) return undefined;
  const rule = ruleAt('suspension.extension_days', startedOn, context);
  return { ...term, ...(rule === undefined ? {} : { extended: { until: after<'suspension.extension_days'>(rule, term.until), rule } }) };
}

const limitationKeys = {
  REPRIMAND: 'limitation.reprimand_years',
  WARNING: 'limitation.warning_years',
  DISMISSAL: 'limitation.dismissal_years',
} as const;

/** A violation as its limitation asks for it: the form that it deserves, and further codes of `limitation.none_for`. */
export interface Violation {
  readonly form: DisciplineForm;
  readonly contents: readonly string[];
  readonly committedOn: CalendarDate;
}

/**
 * The last day on which a violation can be disciplined, by the rules of the day `onDate` on which it is judged; `endless` where it
 * has no limitation. Undefined where no rule was in force.
 */
export function limitationOf(
  { form, contents, committedOn }: Violation,
  onDate: CalendarDate,
  context: RuleContext = {},
): Due | { readonly endless: Rule<'limitation.none_for'> } | undefined {
  const none = ruleAt('limitation.none_for', onDate, context);
  if (none !== undefined && [form, ...contents].some((code) => none.value.includes(code))) return { endless: none };
  if (form === 'EXPULSION' || form === 'DISBANDMENT') return undefined;
  const rule = ruleAt(limitationKeys[form], onDate, context);
  return rule === undefined ? undefined : { until: after<(typeof limitationKeys)[typeof form]>(rule, committedOn), rule };
}
