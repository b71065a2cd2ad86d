import type { Decision } from '@vungmanh/contracts/organization/decision';

/** The two columns of a decision as the wire carries them; absent unless both are there. */
export function decisionOf(row: { decision_number: string | null; decision_date: string | null }): { decision?: Decision } {
  return row.decision_number === null || row.decision_date === null ? {} : { decision: { number: row.decision_number, date: row.decision_date } };
}
