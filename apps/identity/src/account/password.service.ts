import { Injectable } from '@nestjs/common';
import { changePassword, passwordChanged } from '@vungmanh/contracts/identity/password';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { done } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { AccountEntity } from './account.entity.js';
import { isCommon } from './common-passwords.js';
import { OwnPassword } from './own-password.js';
import { Passwords } from './passwords.js';

@Injectable()
export class PasswordService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly own: OwnPassword,
  ) {}

  @Rpc(changePassword)
  async change(call: Call<typeof changePassword>): Promise<OutputOf<typeof changePassword>> {
    const { actor, input } = call;
    const [row] = await this.db.query<{ username: string }>('select username from account where id = $1 and not disabled', [actor.id]);
    if (!row) throw refuse('request/unauthenticated');
    if (isCommon(input.newPassword, row.username)) throw fail(changePassword, 'identity/password-common');
    await this.own.confirmed(call, {
      wrong: () => fail(changePassword, 'identity/current-password-wrong'),
      tooOften: () => fail(changePassword, 'identity/sign-in-too-often'),
    });
    const hash = await this.passwords.hash(input.newPassword);
    return this.db.commit(withoutPasswords(call), async (tx) => {
      const account = await tx.manager.findOneByOrFail(AccountEntity, { id: actor.id });
      account.changePassword(hash);
      await tx.update(account);
      tx.publish(passwordChanged, { id: account.id, version: account.version, ...(actor.session ? { keptSession: actor.session } : {}) });
      tx.about({ target: account.id, persons: account.personId ? [account.personId] : [] });
      return done;
    });
  }
}

/** What the idempotency row remembers of the input must be no quick way to try passwords. */
function withoutPasswords(call: Call<typeof changePassword>): Call<typeof changePassword> {
  return { ...call, input: { currentPassword: '', newPassword: '' } };
}
