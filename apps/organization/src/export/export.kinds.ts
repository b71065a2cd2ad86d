import { Id } from '@vungmanh/contracts/types';
import { jobKind } from '@vungmanh/platform/jobs/job';
import { z } from 'zod';

/** Writes the workbook of an export. */
export const writeExport = jobKind('organization.export-write', z.object({ exportId: Id }));
/** After so many attempts that failed by themselves the export is given up. */
export const LAST_ATTEMPT = 5;
/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
