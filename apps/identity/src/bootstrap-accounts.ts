import type { OtherAct } from '@vungmanh/contracts/audit';
import { Password, Username } from '@vungmanh/contracts/identity/account';
import { roleCode } from '@vungmanh/contracts/identity/role';
import { newId } from '@vungmanh/contracts/new-id';
import { Id, line } from '@vungmanh/contracts/types';
import type { Clock } from '@vungmanh/platform/clock';
import type { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { z } from 'zod';
import { open } from './account/open.js';
import type { Passwords } from './account/passwords.js';
import { give, roleOf } from './grant/give.js';

/** The accounts that nobody signed in can open: the first administrator of a province, and the accounts of the demo. */
export const Bootstrap = z.strictObject({
  /** Simulated accounts with known passwords; refused in production. */
  demo: z.boolean(),
  accounts: z.array(
    z.strictObject({
      username: Username,
      password: Password,
      displayName: line(100),
      personId: Id.optional(),
      grants: z.array(z.strictObject({ role: roleCode, nodeId: Id, below: z.boolean() })),
    }),
  ),
});
export type Bootstrap = z.infer<typeof Bootstrap>;

interface With {
  db: Db;
  clock: Clock;
  passwords: Passwords;
}

/**
 * Opens the accounts that are missing and gives the grants that are missing; changes nothing else, so that running it again
 * does nothing. Answers how many of each. Throws the code of what refuses an account, and then nothing has been changed.
 */
export async function applyBootstrap(file: Bootstrap, { db, clock, passwords }: With): Promise<{ accounts: number; grants: number }> {
  const known = await db.query<{ username: string }>('select username from account where username = any($1)', [file.accounts.map((a) => a.username)]);
  const missing = file.accounts.filter((a) => !known.some((k) => k.username === a.username));
  const hashes = new Map(await Promise.all(missing.map(async (a) => [a.username, await passwords.hash(a.password)] as const)));
  return db.transaction('bootstrap', async (tx) => {
    if (file.demo) await markSimulated(tx);
    const done = { accounts: 0, grants: 0 };
    for (const account of file.accounts) {
      const passwordHash = hashes.get(account.username);
      if (passwordHash !== undefined) {
        const refused = await open(tx, newId(clock.millis()), { ...account, passwordHash });
        if (refused) throw new Error(`${account.username}: ${refused}`);
        await record(tx, 'identity.bootstrap.open', account.username);
        done.accounts += 1;
      }
      done.grants += await giveMissing(tx, account, clock);
    }
    return done;
  });
}

/** Once marked, second factors are the one that everybody knows: never where somebody works already. */
async function markSimulated(tx: Tx): Promise<void> {
  const real = await tx.query('select 1 as real from account where not exists (select 1 from simulated_data) limit 1');
  if (real.length > 0) throw new Error('Demo accounts are only for a data set that began with them');
  await tx.query('insert into simulated_data default values on conflict do nothing');
}

async function giveMissing(tx: Tx, account: Bootstrap['accounts'][number], clock: Clock): Promise<number> {
  const today = clock.today();
  const [row] = await tx.query<{ id: string }>('select id from account where username = $1', [account.username]);
  if (!row) throw new Error(`${account.username} is not there`);
  let given = 0;
  for (const { role: code, nodeId, below } of account.grants) {
    const role = await roleOf(tx, code);
    if (!role) throw new Error(`${account.username}: role ${code} is not there`);
    const held = await tx.query(
      `select 1 as held from account_grant where account_id = $1 and role_code = $2 and node_id = $3 and below = $4
         and (valid_to is null or valid_to > $5)`,
      [row.id, code, nodeId, below, today],
    );
    if (held.length > 0) continue;
    await give(tx, newId(clock.millis()), { accountId: row.id, roleCode: code, nodeId, below, validFrom: today });
    await record(tx, 'identity.bootstrap.grant', account.username, nodeId);
    given += 1;
  }
  return given;
}

/** Nobody was signed in: whoever had the machine did it. */
async function record(tx: Tx, act: OtherAct, username: string, nodeId?: string): Promise<void> {
  await tx.query(
    `insert into audit (id, at, actor_id, operation, node_id, target_id, persons, trace)
     select uuidv7(), $1::timestamptz, 'service:identity', $2, $3::uuid, a.id, array_remove(array[a.person_id], null), $4
     from account a where a.username = $5`,
    [tx.clock.now(), act, nodeId ?? null, tx.trace, username],
  );
}
