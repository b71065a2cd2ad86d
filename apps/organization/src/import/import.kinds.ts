import { Id } from '@vungmanh/contracts/types';
import { jobKind } from '@vungmanh/platform/jobs/job';
import { z } from 'zod';

/** Reads, stages and checks the workbook of an import. */
export const readWorkbook = jobKind('organization.import-read', z.object({ importId: Id }));
/** Writes what was confirmed. */
export const applyWorkbook = jobKind('organization.import-apply', z.object({ importId: Id }));
