import type { OtherAct } from '@vungmanh/contracts/audit';
import type { Operation } from '@vungmanh/contracts/operation';
import type { Db } from '@vungmanh/platform/db/db';

/**
 * Puts a refused sign-in on record. Who tried is not known: the row names the account that was tried, if there is one, and never
 * the name that was typed, which may be a password in the wrong field. One statement, the same for a name that is unknown.
 */
export async function recordRefusal(
  db: Db,
  { act = 'identity.sign-in.refused', ...tried }: { username: string; act?: OtherAct; at: string; trace: string },
): Promise<void> {
  await record(db, { ...tried, bySql: 'username', about: tried.username, act });
}

/** The same of something that was tried on a known account. */
export async function recordOn(db: Db, about: { accountId: string; act: OtherAct; at: string; trace: string }): Promise<void> {
  await record(db, { ...about, bySql: 'id::text', about: about.accountId });
}

/** A step of a sign-in that was right. Nobody is signed in before the last one: the row names the account, not the gateway that asked. */
export async function recordStep(db: Db, step: { accountId: string; contract: Operation; at: string; trace: string }): Promise<void> {
  await db.write(
    `insert into audit (id, at, actor_id, person_id, operation, target_id, persons, trace)
     select uuidv7(), $2::timestamptz, a.id, a.person_id, $3, a.id, array_remove(array[a.person_id], null), $4 from account a where a.id = $1`,
    [step.accountId, step.at, step.contract.subject, step.trace],
  );
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
