import { Injectable } from '@nestjs/common';
import { acceptInvitation, inviteAccount } from '@vungmanh/contracts/identity/invitation';
import { passwordChanged } from '@vungmanh/contracts/identity/password';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { done } from '@vungmanh/contracts/types';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { AccountEntity } from '../account/account.entity.js';
import { Attempts, type Tried } from '../account/attempts.js';
import { isCommon } from '../account/common-passwords.js';
import { managed } from '../account/managed-account.js';
import { Passwords } from '../account/passwords.js';
import { recordRefusal } from '../account/refused-sign-in.js';
import { plain } from '../second-factor/factors.js';
import { codesOf, digestOf } from '../second-factor/numbered-codes.js';

const DAY_MS = 24 * 3600 * 1000;

/** Invitations: an officer prints a code, the person sets a password by it that no officer ever knows. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
  ) {}

  @Rpc(inviteAccount)
  async invite(call: Call<typeof inviteAccount>): Promise<OutputOf<typeof inviteAccount>> {
    const { accountId } = call.input;
    // Made from the command's key: an answer that was lost is answered again and stored nowhere.
    const [code = ''] = codesOf(this.sealer, 'INVITATION', `${accountId}:${call.actor.id}:${call.key ?? ''}`);
    const made = await this.db.commit(call, async (tx) => {
      const account = await managed(tx, call);
      if (account.refused) throw fail(inviteAccount, account.refused);
      const days = ruleAt('account.invitation.days', tx.clock.today(), await provinceContext(tx))?.value ?? 0;
      const expiresAt = new Date(tx.clock.millis() + days * DAY_MS).toISOString();
      await tx.query(
        `insert into invitation (account_id, code_hash, expires_at) values ($1, $2, $3)
         on conflict (account_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
        [accountId, digestOf(this.sealer, 'INVITATION', accountId, code), expiresAt],
      );
      return { username: account.username, code: '', expiresAt };
    });
    return { ...made, code };
  }

  /** One and the same refusal whether the account is unknown, closed or not invited, the code wrong or too old. */
  @Rpc(acceptInvitation)
  async accept({ input, trace }: Call<typeof acceptInvitation>): Promise<OutputOf<typeof acceptInvitation>> {
    const username = input.username.trim().toLowerCase();
    if (isCommon(input.password, username)) throw fail(acceptInvitation, 'identity/password-common');
    const tried: Tried = { what: `invitation:${username}`, address: input.address };
    const refused = () => recordRefusal(this.db, { username, act: 'identity.invitation.refused', at: this.attempts.now(), trace });
    if (!(await this.attempts.begin(tried))) {
      await refused();
      throw fail(acceptInvitation, 'identity/sign-in-too-often');
    }
    const passwordHash = await this.passwords.hash(input.password);
    if (!(await this.db.transaction(trace, (tx) => this.take(tx, { username, code: plain(input.code), passwordHash })))) {
      await this.attempts.wrong(tried);
      await refused();
      throw fail(acceptInvitation, 'identity/invitation-wrong');
    }
    await this.attempts.right(tried);
    return done;
  }

  /** Nobody is signed in yet: the row of the audit is written by hand. */
  private async take(tx: Tx, { username, code, passwordHash }: { username: string; code: string; passwordHash: string }): Promise<boolean> {
    const account = await tx.manager.findOneBy(AccountEntity, { username, disabled: false });
    if (!account) return false;
    const taken = await tx.query('delete from invitation where account_id = $1 and code_hash = $2 and expires_at > $3 returning 1 as taken', [
      account.id,
      digestOf(this.sealer, 'INVITATION', account.id, code),
      tx.clock.now(),
    ]);
    if (taken.length === 0) return false;
    account.changePassword(passwordHash);
    await tx.update(account);
    tx.publish(passwordChanged, { id: account.id, version: account.version });
    await tx.query(
      `insert into audit (id, at, actor_id, person_id, operation, target_id, persons, trace)
       select uuidv7(), $1, a.id, a.person_id, $3, a.id, array_remove(array[a.person_id], null), $4 from account a where a.id = $2`,
      [tx.clock.now(), account.id, acceptInvitation.subject, tx.trace],
    );
    return true;
  }
}
