import { z } from 'zod';
import { query } from './operation.js';
import type { ServiceName } from './service.js';

/** Each check of a service by name: 'ok', or the reason why not. */
export const Readiness = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.string()) });
export type Readiness = z.infer<typeof Readiness>;

/** Whether a service may be sent work; platform answers it for each. */
export const readinessOf = (service: ServiceName) =>
  query({ subject: `${service}.health.ready`, access: { internal: ['gateway'] }, input: z.strictObject({}), output: Readiness });
