import type { WrittenReport } from '@vungmanh/contracts/inspection/written-report';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';

export const reportText = sealed('written_report.text');

/** What a report in writing says; sealed as one. */
export type Written = Pick<WrittenReport, 'signs' | 'done' | 'proposal'>;

/** Checked by the contract when it was written, and sealed since. */
export const writtenOf = (sealer: Sealer, id: string, stored: string): Written => JSON.parse(reportText.read(sealer, id, stored) ?? '{}') as Written;
