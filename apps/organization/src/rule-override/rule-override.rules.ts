import type { RuleOverride } from '@vungmanh/contracts/organization/rule-override';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { checkOverride } from '@vungmanh/regulations/override';

/** The document as deviations and pages cite it: '299-QĐ/TU, 26/8/2025'. */
export function sourceOf({ number, date }: RuleOverride['document']): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${number}, ${day}/${month}/${year}`;
}

/** Refuses what the register does not leave to a province, a looser value, and a document that is not signed when its value begins to count. */
export function expectSettable(
  of: { nodeId: string; key: string; value: unknown; validFrom: CalendarDate; document: RuleOverride['document'] },
  today: CalendarDate,
): void {
  if (of.document.date > today) throw new Broken('organization/rule-document-ahead');
  if (of.validFrom < of.document.date) throw new Broken('organization/rule-before-document');
  const refusal = checkOverride({ ...of, source: sourceOf(of.document) });
  if (refusal) throw new Broken('organization/rule-refused', refusal.reason);
}
