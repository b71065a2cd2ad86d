import { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import { PlannedCode, ReportMeasure, ReportPeriod } from '@vungmanh/contracts/inspection/report';
import { Id } from '@vungmanh/contracts/types';
import { z } from 'zod';

/** Which figure a list is behind of: one of results, or, with a kind, one of programs. */
export const FigureSearch = z.object({
  node: Id,
  // A year alone is a number to whoever reads an address.
  period: z.coerce.string().pipe(ReportPeriod),
  measure: ReportMeasure.optional().catch(undefined),
  code: z.string().max(40),
  subject: SubjectKind.optional().catch(undefined),
  kind: InspectionKind.optional().catch(undefined),
});
export type FigureSearch = z.infer<typeof FigureSearch>;

export const plannedCodeLabel: Record<PlannedCode, string> = {
  ALL: 'Các cuộc theo chương trình',
  IN_PROGRESS: 'Các cuộc đang tiến hành',
  DONE: 'Các cuộc đã xong',
  OVERDUE: 'Các cuộc quá hạn',
};

export const plannedCodeOf = (code: string): PlannedCode => PlannedCode.options.find((known) => known === code) ?? 'ALL';
