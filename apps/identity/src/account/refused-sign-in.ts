import type { OtherAct } from '@vungmanh/contracts/audit';
import type { Db } from '@vungmanh/platform/db/db';

/**
 * Puts a refused sign-in on record. Who tried is not known: the row names the account that was tried, if there is one, and never
 * the name that was typed, which may be a password in the wrong field. One statement, the same for a name that is unknown.
 */
export async function recordRefusal(db: Db, tried: { username: string; at: string; trace: string }): Promise<void> {
  await record(db, { ...tried, bySql: 'username', about: tried.username, act: 'identity.sign-in.refused' });
}

/** The same of something that was tried on a known account. */
export async function recordOn(db: Db, about: { accountId: string; act: OtherAct; at: string; trace: string }): Promise<void> {
  await record(db, { ...about, bySql: 'id::text', about: about.accountId });
}

async function record(
  db: Db,
  { bySql, about, act, at, trace }: { bySql: 'username' | 'id::text'; about: string; act: OtherAct; at: string; trace: string },
): Promise<void> {
  await db.write(
    `insert into audit (id, at, actor_id, operation, target_id, persons, trace)
     select uuidv7(), $2::timestamptz, 'service:gateway', $3, a.id, array_remove(array[a.person_id], null), $4
     from (values ($1::text)) as tried(who) left join account a on a.${bySql} = tried.who`,
    [about, at, act, trace],
  );
}
