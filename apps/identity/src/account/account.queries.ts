import type { Account } from '@vungmanh/contracts/identity/account';
import { HELD_JOINS_SQL, heldSql, warnDays } from '../grant/held.js';

/** Runs a statement: the service's database or an open transaction. */
export interface Reads {
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
}

interface Row {
  account: Account;
}

/**
 * Accounts with the grants that they hold on a day, as the contract shows them. Both conditions are SQL of ours over `a` (account)
 * and `g` (grant) and speak of `params`.
 */
export async function accountsOf(
  db: Reads,
  where: { accountSql: string; grantSql: string; today: string; limit?: number },
  params: unknown[],
): Promise<Account[]> {
  const p = (value: unknown): string => `$${params.push(value)}`;
  const { accountSql, grantSql } = where;
  const warn = await warnDays(db, where.today);
  const rows = await db.query<Row>(
    `select jsonb_strip_nulls(jsonb_build_object(
        'id', a.id, 'username', a.username, 'displayName', a.display_name, 'personId', a.person_id,
        'disabled', a.disabled, 'version', a.version)) ||
      jsonb_build_object('grants', coalesce((
        select jsonb_agg(${heldSql(p, { today: where.today, warn })} order by r.position, g.id)
        from account_grant g ${HELD_JOINS_SQL}
        where g.account_id = a.id and g.valid_from <= ${p(where.today)}::date and (g.valid_to is null or g.valid_to > ${p(where.today)}::date)
          and ${grantSql}
      ), '[]'::jsonb)) as account
     from account a where ${accountSql} order by a.username limit ${p(where.limit ?? 1)}`,
    params,
  );
  return rows.map((r) => r.account);
}

/** One account with everything it holds, if it is there. */
export async function accountOf(db: Reads, id: string, today: string): Promise<Account | undefined> {
  const [account] = await accountsOf(db, { accountSql: 'a.id = $1', grantSql: 'true', today }, [id]);
  return account;
}
