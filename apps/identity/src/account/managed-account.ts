import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';

type Refused = 'identity/own-account' | 'identity/held-elsewhere' | 'identity/account-disabled';

/**
 * An account whose sign-in an officer is about to change, locked: it must hold something in their scope (or it is not there for them),
 * hold nothing elsewhere, be open, and not be their own. Says what the audit row is about.
 */
export async function managed(
  tx: Tx,
  { input, actor, scope }: Pick<Call, 'actor' | 'scope'> & { input: { accountId: string } },
): Promise<{ username: string; version: number; refused?: Refused }> {
  const params: unknown[] = [input.accountId, tx.clock.today()];
  const within = scope.within('g.node_id', params);
  const [row] = await tx.query<{ username: string; version: number; disabled: boolean; person_id: string | null; elsewhere: boolean }>(
    `select a.username, a.version, a.disabled, a.person_id,
       exists (select 1 from account_grant g where g.account_id = a.id and (g.valid_to is null or g.valid_to > $2) and not ${within}) as elsewhere
     from account a where a.id = $1 and exists (select 1 from account_grant g where g.account_id = a.id and ${within}) for update of a`,
    params,
  );
  if (!row) throw refuse('request/not-found');
  tx.about({ target: input.accountId, persons: row.person_id ? [row.person_id] : [] });
  const { username, version } = row;
  if (input.accountId === actor.id) return { username, version, refused: 'identity/own-account' };
  if (row.disabled) return { username, version, refused: 'identity/account-disabled' };
  return row.elsewhere ? { username, version, refused: 'identity/held-elsewhere' } : { username, version };
}
