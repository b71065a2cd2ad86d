import { Id } from '@vungmanh/contracts/types';
import { jobKind } from '@vungmanh/platform/jobs/job';
import { z } from 'zod';

/** Writes the workbook of an export. */
export const writeExport = jobKind('organization.export-write', z.object({ exportId: Id }));
/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
