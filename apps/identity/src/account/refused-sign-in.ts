import type { OtherAct } from '@vungmanh/contracts/audit';
import type { Db } from '@vungmanh/platform/db/db';

const refused: OtherAct = 'identity.sign-in.refused';

/**
 * Puts a refused sign-in on record. Who tried is not known: the row names the account that was tried, if there is one, and never
 * the name that was typed, which may be a password in the wrong field. One statement, the same for a name that is unknown.
 */
export async function recordRefusal(db: Db, tried: { username: string; at: string; trace: string }): Promise<void> {
  await db.write(
    `insert into audit (id, at, actor_id, operation, target_id, persons, trace)
     select uuidv7(), $2::timestamptz, 'service:gateway', $3, a.id, array_remove(array[a.person_id], null), $4
     from (values ($1::text)) as tried(username) left join account a on a.username = tried.username`,
    [tried.username, tried.at, refused, tried.trace],
  );
}
