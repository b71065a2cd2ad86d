import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { query } from '../operation.js';
import { permissions } from '../permission.js';
import { serviceNames } from '../service.js';
import { CalendarDate, Id, page, pageInput } from '../types.js';

/**
 * Who may do what below which organization, from when to when. Carries the permissions of its role, so that a service needs
 * no copy of the roles; a role that changes publishes its grants anew. A withdrawn grant has `validTo` in the past.
 */
export const GrantRow = Versioned.extend({
  accountId: z.string(),
  nodeId: Id,
  below: z.boolean(),
  /** The account that its holder acts for: it counts for whoever says so with each request, and nothing else counts for them then. */
  onBehalfOf: z.string().optional(),
  permissions: z.array(z.enum(permissions)),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
});
export type GrantRow = z.infer<typeof GrantRow>;

export const grantChanged = event('identity.grant.changed', 1, GrantRow, {
  organization: ['project-grant'],
  membership: ['project-grant'],
  meetings: ['project-grant'],
  inspection: ['project-grant'],
  training: ['project-grant'],
});

/** Every grant, or those named: what a service reads to fill or mend its own copy. */
export const grantSnapshot = query({
  subject: 'identity.grant.snapshot',
  access: { internal: serviceNames },
  input: z.strictObject({ ...pageInput, ids: z.array(Id).max(200).optional() }),
  output: page(GrantRow),
});
