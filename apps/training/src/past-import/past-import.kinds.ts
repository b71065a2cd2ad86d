import { Id } from '@vungmanh/contracts/types';
import { jobKind } from '@vungmanh/platform/jobs/job';
import { z } from 'zod';

/** Reads, stages and checks the workbook of an import. */
export const readPast = jobKind('training.past-import-read', z.object({ importId: Id }));
/** Writes what was confirmed. */
export const applyPast = jobKind('training.past-import-apply', z.object({ importId: Id }));
