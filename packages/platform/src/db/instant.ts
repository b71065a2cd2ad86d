import type { ValueTransformer } from 'typeorm';

/** A point in time as the contracts write it: ISO 8601, UTC. The driver reads it as a Date. */
export const instant: ValueTransformer = {
  from: (stored: Date | null) => stored?.toISOString() ?? null,
  to: (value: string | null) => value,
};
