/** The states in which something is still to be done; `openStates` of the rules, as SQL. */
export const openStatesSql = `('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'REPORTED')`;

/** The states in which the doer is still to do something: past its deadline such a task is overdue. */
export const owedStatesSql = `('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS')`;
