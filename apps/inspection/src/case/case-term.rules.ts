import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import type { Deviation } from '@vungmanh/contracts/deviation';
import type { InspectionKind } from '@vungmanh/contracts/inspection/kind';
import { Broken } from '@vungmanh/platform/problem';
import { addMonths, formatVi } from '@vungmanh/regulations/calendar';
import { caseDue, extensionOf } from '@vungmanh/regulations/case-term';
import { deviation } from '@vungmanh/regulations/deviation';
import { due } from '@vungmanh/regulations/due';
import type { RuleKey } from '@vungmanh/regulations/register';
import { ruleAt, type Rule, type RuleContext } from '@vungmanh/regulations/rule-at';

/** Whose case of what kind: which rules there are for it follows from both. */
export interface Ruled {
  readonly actor: ProgramActor;
  readonly kind: InspectionKind;
}

const day = (date: string) => ({ text: `ngày ${formatVi(date)}` });

/** A rule that blocks refuses the act in its own words; any other lets it stand and is written down with it. */
function broken<K extends RuleKey>(rule: Rule<K>, actual: Parameters<typeof deviation<K>>[1]): Deviation[] {
  if (rule.effect === 'blocks') throw new Broken('inspection/rule-forbids', `${rule.says} (${rule.source})`);
  return [deviation(rule, actual)];
}

/** A cell's team is of so many members at most; other bodies have no such rule. */
export function teamTooLarge({ actor }: Ruled, size: number, onDate: string, context: RuleContext): Deviation[] {
  const rule = actor === 'CELL' ? ruleAt('inspect.team_size', onDate, context) : undefined;
  return rule === undefined || size <= rule.value ? [] : broken(rule, size);
}

/** How far back a cell looks: a cell that is itself a grassroots organization further than one below a committee. */
export function periodTooLong({ actor }: Ruled, from: string, onDate: string, context: RuleContext): Deviation[] {
  if (actor !== 'CELL') return [];
  const key = context.nodeType === 'GRASSROOTS_CELL' ? 'inspect.grassroots_cell.period_months' : 'inspect.sub_cell.period_months';
  const rule = ruleAt(key, onDate, context);
  return rule === undefined || from >= addMonths(onDate, -rule.value) ? [] : broken(rule, { text: `từ ngày ${formatVi(from)}` });
}

/** The work lasts longer than the rule gives a case of this body and kind. */
export function termTooLong(of: Ruled, { from, to }: { from: string; to: string }, context: RuleContext): Deviation[] {
  const term = caseDue({ ...of, startedOn: from }, context);
  return term === undefined || to <= term.until ? [] : broken(term.rule, day(to));
}

/** The last day on which the decision is to be announced; undefined where no rule is in force. */
export const announceBy = (decidedOn: string, context: RuleContext): string | undefined => due('inspect.announce_wd', decidedOn, context)?.until;

export function announcedLate(decidedOn: string, announcedOn: string, context: RuleContext): Deviation[] {
  const term = due('inspect.announce_wd', decidedOn, context);
  return term === undefined || announcedOn <= term.until ? [] : broken(term.rule, day(announcedOn));
}

/** An extension beyond what the rule leaves, or one more than it allows. */
export function extendedTooFar(of: Ruled & { startedOn: string; used: number }, to: string, context: RuleContext): Deviation[] {
  const limit = extensionOf(of, of.used, context);
  const times = limit?.left === 0 ? ruleAt('inspect.extension_times', of.startedOn, context) : undefined;
  return [
    ...(limit === undefined || to <= limit.until ? [] : broken(limit.rule, day(to))),
    ...(times === undefined ? [] : broken(times, of.used + 1)),
  ];
}
