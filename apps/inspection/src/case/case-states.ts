/** The states from which a case goes on; `openStates` of the rules, as SQL. */
export const openStatesSql = `('PLANNED', 'DECIDED', 'ANNOUNCED', 'SELF_REPORTED', 'VERIFYING', 'HEARING', 'REPORTED', 'CONCLUDED', 'FOLLOW_UP')`;

/** The states in which the last day of the work counts; those of `isOverdue`, as SQL. */
export const overdueStatesSql = `('DECIDED', 'ANNOUNCED', 'SELF_REPORTED', 'VERIFYING', 'HEARING')`;
