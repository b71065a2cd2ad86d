import type { WrittenReport } from '@vungmanh/contracts/inspection/written-report';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';

/** The sealed columns of a report in writing. */
export const reportText = { text: sealed('written_report.text'), answer: sealed('written_report.answer') } as const;

/** What a report in writing says; sealed as one. */
export type Written = Pick<WrittenReport, 'signs' | 'done' | 'proposal'>;

/** Checked by the contract when it was written, and sealed since. */
export const writtenOf = (sealer: Sealer, id: string, stored: string): Written =>
  JSON.parse(reportText.text.read(sealer, id, stored) ?? '{}') as Written;
