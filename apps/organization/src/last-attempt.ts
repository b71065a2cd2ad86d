/** After so many attempts that failed by themselves platform leaves a job to the operator; people are told so. */
export const LAST_ATTEMPT = 5;
