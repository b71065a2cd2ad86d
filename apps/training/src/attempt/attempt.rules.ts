import type { Instant } from '@vungmanh/contracts/types';

export interface Received {
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  readonly handedIn: boolean;
  /** The server's clock. */
  readonly now: Instant;
  readonly graceSeconds: number;
  /** What the device says of the answer: milliseconds since the paper began. */
  readonly elapsedMs: number;
  /** The highest such count among answers that the server has with a lower sequence number. */
  readonly elapsedBefore: number;
}

/**
 * What becomes of an answer. Until the end the server's clock alone decides, whatever the device says. After it the device's count is
 * believed if it lies within the time and does not run backwards, and only for the grace: a device that lies gains that much and no more,
 * and each such answer is counted as late for whoever holds the test.
 */
export function receive(r: Received): 'IN_TIME' | 'LATE' | 'REFUSED' {
  if (r.handedIn) return 'REFUSED';
  const [startedAt, endsAt, now] = [r.startedAt, r.endsAt, r.now].map((at) => Date.parse(at)) as [number, number, number];
  if (now <= endsAt) return 'IN_TIME';
  if (now > endsAt + r.graceSeconds * 1000) return 'REFUSED';
  return startedAt + r.elapsedMs <= endsAt && r.elapsedMs >= r.elapsedBefore ? 'LATE' : 'REFUSED';
}

/** When a paper that is begun now ends: after its minutes, and never after the window has closed. */
export const endOf = (now: Instant, minutes: number, closesAt: Instant): Instant =>
  new Date(Math.min(Date.parse(now) + minutes * 60_000, Date.parse(closesAt))).toISOString();
