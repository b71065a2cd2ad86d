const DAY_MS = 86_400_000;

/**
 * The day, YYYY-MM-DD, for which a daily job expects the next of its kind: never its own again, which a clock that was set back
 * in the meantime would name, and a job with a known key is not inserted twice.
 */
export function dayAfter(own: string, today: string): string {
  return new Date(Date.parse(own > today ? own : today) + DAY_MS).toISOString().slice(0, 10);
}
