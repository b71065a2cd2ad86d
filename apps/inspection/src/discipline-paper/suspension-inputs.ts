import type { Suspension } from '@vungmanh/contracts/inspection/suspension';
import type { Paper } from '@vungmanh/documents/paper';
import { suspensionDecisionPaper } from '@vungmanh/documents/papers/suspension-decision';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';
import { lastDay } from '../suspension/suspension.rules.js';
import { numbered, recipient, subjectOf, type Told } from './discipline-inputs.js';
import { citation, type PaperRow } from './paper-rows.js';

interface Suspending {
  readonly row: PaperRow;
  readonly rows: readonly PaperRow[];
  readonly suspensions: readonly Suspension[];
}

/** The decision of a suspension, its extension or its end; each names the one before it. */
export function drawSuspension(told: Told, { row, rows, suspensions }: Suspending): Paper | undefined {
  const one = suspensions.find(({ id }) => id === row.aboutId);
  if (one === undefined) return undefined;
  const { facts, simulated, home } = told;
  const kinds = ['SUSPENSION', 'SUSPENSION_EXTENSION', 'SUSPENSION_END'];
  const former = rows.findLast((other) => other.aboutId === row.aboutId && kinds.indexOf(other.kind) < kinds.indexOf(row.kind));
  return suspensionDecisionPaper({
    issuer: facts.issuer,
    simulated,
    ...numbered(row.printed),
    date: row.dated,
    subject: `${subjectOf(told)}, sinh hoạt tại ${home}`,
    of: one.kind,
    from: one.from,
    ...stepOf(row, one, told.rules),
    ...(former === undefined ? {} : { former: citation('Quyết định', former) }),
    signer: facts.signer(null),
    recipients: [recipient(told), home],
  });
}

/** As it was on the day of the paper: the first decision has the term of the rule, whatever came of it later. */
function stepOf(
  { kind }: PaperRow,
  { from, until, liftedOn }: Suspension,
  rules: RuleContext,
): { step: 'START' | 'EXTENSION' | 'END'; until: string; rule: string } {
  const term = ruleAt('suspension.days', from, rules)?.says ?? '';
  if (kind === 'SUSPENSION_END') return { step: 'END', until: liftedOn ?? until, rule: term };
  if (kind === 'SUSPENSION_EXTENSION') return { step: 'EXTENSION', until, rule: ruleAt('suspension.extension_days', from, rules)?.says ?? term };
  return { step: 'START', until: lastDay(from, rules) ?? until, rule: term };
}
