import { z } from 'zod';
import { get, query } from '../operation.js';
import { page, pageInput } from '../types.js';
import { GivenGrant, NamedAccount } from './role.js';

/** Grants that end within the days of `account.grant.warn_days`, where the asker gives grants; the first to end first. */
export const expiringGrants = query({
  subject: 'identity.grant.expiring',
  http: get('/grants/expiring'),
  access: { grant: 'identity:manage-grants' },
  input: z.strictObject(pageInput),
  output: page(GivenGrant.omit({ accountId: true }).extend({ account: NamedAccount, nodeName: z.string() })),
});
