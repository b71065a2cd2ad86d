import type { Tx } from '@vungmanh/platform/db/tx';
import { AccountEntity } from './account.entity.js';

export type Taken = 'identity/username-taken' | 'identity/person-has-account';

/** Stores a new account, or says why it cannot be. Whoever opens the same name meanwhile waits. */
export async function open(tx: Tx, id: string, opened: Omit<Parameters<typeof AccountEntity.open>[1], 'at'>): Promise<Taken | undefined> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) name order by name', [
    [opened.username, opened.personId ?? opened.username],
  ]);
  const [taken] = await tx.query<{ same_name: boolean }>(
    'select username = $1 as same_name from account where username = $1 or (person_id = $2 and not disabled) order by 1 desc limit 1',
    [opened.username, opened.personId ?? null],
  );
  if (taken) return taken.same_name ? 'identity/username-taken' : 'identity/person-has-account';
  await tx.insert(AccountEntity.open(id, { ...opened, at: tx.clock.now() }));
  return undefined;
}
