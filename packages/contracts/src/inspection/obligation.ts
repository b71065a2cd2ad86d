import { event } from '../event.js';
import { ObligationRow } from '../obligation.js';

/** What inspection has asked somebody for: the findings of a check, the recommendations of a case. */
export const obligationChanged = event('inspection.obligation.changed', 1, ObligationRow, {});
