/** Below this a count of persons is not told to whoever may not see them. */
export const FEWEST_TOLD = 3;

export const told = (count: number): number | undefined => (count < FEWEST_TOLD ? undefined : count);

/** The same of a sum: what lies in counts that are not told one by one would be told by whoever takes the others away from it. */
export const toldSum = (sum: number, untold: number): number | undefined => (untold > 0 && untold < FEWEST_TOLD ? undefined : told(sum));
