import { Injectable } from '@nestjs/common';
import { authenticate } from '@vungmanh/contracts/identity/account';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Attempts } from './attempts.js';
import { Passwords } from './passwords.js';
import { recordRefusal } from './refused-sign-in.js';

interface Row {
  id: string;
  person_id: string | null;
  password_hash: string;
  disabled: boolean;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
  ) {}

  @Rpc(authenticate)
  async authenticate(call: Call<typeof authenticate>): Promise<OutputOf<typeof authenticate>> {
    const { password, address } = call.input;
    const username = call.input.username.trim().toLowerCase();
    const refused = () => recordRefusal(this.db, { username, at: this.attempts.now(), trace: call.trace });
    if (await this.attempts.tooSoon(username, address)) {
      await refused();
      throw fail(authenticate, 'identity/sign-in-too-often');
    }
    const [account] = await this.db.query<Row>('select id, person_id, password_hash, disabled from account where username = $1', [username]);
    const right = await this.passwords.check(password, account?.password_hash);
    if (!account || !right || account.disabled) {
      await this.attempts.failed(username, address);
      await refused();
      throw fail(authenticate, 'identity/sign-in-refused');
    }
    await this.remember(call, username, account);
    return { accountId: account.id, ...(account.person_id ? { personId: account.person_id } : {}) };
  }

  /** The audit row names the account, not the gateway that asked; an answer is not kept under the key, so that nothing can be replayed. */
  private async remember(call: Call<typeof authenticate>, username: string, account: Row): Promise<void> {
    await this.db.transaction(call.trace, async (tx) => {
      await tx.query('delete from failed_sign_in where key = $1', [`account:${username}`]);
      await tx.query(
        `insert into audit (id, at, actor_id, person_id, operation, target_id, persons, trace)
         values (uuidv7(), $1, $2, $3, $4, $5, $6::uuid[], $7)`,
        [tx.clock.now(), account.id, account.person_id, call.contract.subject, account.id, account.person_id ? [account.person_id] : [], call.trace],
      );
    });
  }
}
