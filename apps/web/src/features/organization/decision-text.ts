import type { Decision } from '@vungmanh/contracts/organization/decision';
import { showDate } from '../../text/dates.js';

/** 'số 12-QĐ/ĐU ngày 03/02/2026'. */
export const decisionText = (decision: Decision | undefined): string | undefined =>
  decision && `số ${decision.number}${decision.date === undefined ? '' : ` ngày ${showDate(decision.date)}`}`;
