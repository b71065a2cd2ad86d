/** Failures that cost nothing, then the delay in seconds doubles with each, up to the cap. An hour of quiet forgets them. */
interface Patience {
  free: number;
  capSeconds: number;
}

/** Short at its longest: whoever guesses at an account must not be able to lock its owner out for an evening. */
export const perAccount: Patience = { free: 4, capSeconds: 300 };
/** An office or a whole commune may sign in from one address. */
export const perAddress: Patience = { free: 40, capSeconds: 900 };

export const FORGET_SECONDS = 3600;

/** Seconds that must pass after the last of so many failures before the next attempt is looked at. */
export function delayAfter(failures: number, patience: Patience): number {
  return failures <= patience.free ? 0 : Math.min(2 ** (failures - patience.free), patience.capSeconds);
}
