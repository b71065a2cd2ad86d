import type { Decision } from '@vungmanh/contracts/organization/decision';

/** The two columns of a decision as the wire carries them; absent where no decision is known. */
export function decisionOf(row: { decision_number: string | null; decision_date: string | null }): { decision?: Decision } {
  if (row.decision_number === null) return {};
  return { decision: { number: row.decision_number, ...(row.decision_date === null ? {} : { date: row.decision_date }) } };
}
