import type { GrantRow } from '@vungmanh/contracts/identity/grant';
import { placeNewer, type CopyTable } from '../db/place-newer.js';
import type { Tx } from '../db/tx.js';

const GRANT_VIEW: CopyTable = {
  tableSql: 'grant_view',
  keyColumn: 'grant_id',
  columns: {
    grant_id: 'uuid',
    version: 'integer',
    account_id: 'text',
    node_id: 'uuid',
    below: 'boolean',
    permissions: 'text[]',
    on_behalf_of: 'text',
    valid_from: 'date',
    valid_to: 'date',
  },
};

/** Writes grants of a higher version into `grant_view`; identity in its own transactions, every other service from its events. */
export async function placeGrants(tx: Tx, rows: readonly GrantRow[]): Promise<string[]> {
  return placeNewer(
    tx,
    GRANT_VIEW,
    rows.map((grant) => ({
      grant_id: grant.id,
      version: grant.version,
      account_id: grant.accountId,
      node_id: grant.nodeId,
      below: grant.below,
      permissions: grant.permissions,
      on_behalf_of: grant.onBehalfOf,
      valid_from: grant.validFrom,
      valid_to: grant.validTo,
    })),
  );
}
