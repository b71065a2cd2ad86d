import type { CaseMinutes, CasePlan, CaseReport } from '@vungmanh/contracts/inspection/case-writing';
import { sealed, type SealedColumn } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';

/** The sealed columns of a case and of what hangs on it, each named once. */
export const caseText = {
  content: sealed('inspection_case.content'),
  plan: sealed('inspection_case.plan'),
  minutes: sealed('inspection_case.minutes'),
  report: sealed('inspection_case.report'),
  conclusion: sealed('inspection_case.conclusion'),
  step: sealed('case_step.note'),
  access: sealed('case_access.reason'),
  note: sealed('case_note.text'),
  finding: sealed('case_finding.text'),
  statement: sealed('case_statement.text'),
  document: sealed('case_document.name'),
} as const;

/** Plain text of a column that always has some. */
export const opened = (column: SealedColumn, sealer: Sealer, id: string, stored: string): string => column.read(sealer, id, stored) ?? '';

interface Written {
  readonly id: string;
  readonly planSealed: string | null;
  readonly minutesSealed: string | null;
  readonly reportSealed: string | null;
}

/** Checked by the contract when it was written, and sealed since. */
const parsed = <T>(json: string | undefined): T | undefined => (json === undefined ? undefined : (JSON.parse(json) as T));

export const planOf = (sealer: Sealer, { id, planSealed }: Written): CasePlan | undefined => parsed(caseText.plan.read(sealer, id, planSealed));
export const minutesOf = (sealer: Sealer, { id, minutesSealed }: Written): CaseMinutes | undefined =>
  parsed(caseText.minutes.read(sealer, id, minutesSealed));
export const reportOf = (sealer: Sealer, { id, reportSealed }: Written): CaseReport | undefined =>
  parsed(caseText.report.read(sealer, id, reportSealed));

/** What a finding seals: what it is about, and its text. */
export interface FindingText {
  readonly about: string;
  readonly text: string;
  /** Why it was taken back. */
  readonly withdrawn?: string;
}
export const findingOf = (sealer: Sealer, id: string, stored: string): FindingText =>
  JSON.parse(opened(caseText.finding, sealer, id, stored)) as FindingText;
