/** Below this a count of persons is not told to whoever may not see them. */
export const FEWEST_TOLD = 3;

export const told = (count: number): number | undefined => (count < FEWEST_TOLD ? undefined : count);

/** Nothing to hide, or enough to hide in. */
export const isTold = (others: number): boolean => others === 0 || others >= FEWEST_TOLD;
