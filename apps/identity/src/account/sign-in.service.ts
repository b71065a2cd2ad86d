import { Injectable } from '@nestjs/common';
import { authenticate, enter } from '@vungmanh/contracts/identity/account';
import type { SignInAnswer } from '@vungmanh/contracts/identity/sign-in';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { SignInSteps } from '../second-factor/steps.js';
import { Attempts, deviceOf, type Tried } from './attempts.js';
import { Passwords } from './passwords.js';
import { recordOn, recordRefusal, recordStep } from './refused-sign-in.js';

interface Row {
  id: string;
  person_id: string | null;
  password_hash: string | null;
  disabled: boolean;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly steps: SignInSteps,
  ) {}

  @Rpc(authenticate)
  async authenticate(call: Call<typeof authenticate>): Promise<SignInAnswer> {
    const { password, address, interaction, device } = call.input;
    const username = call.input.username.trim().toLowerCase();
    const waiting = await this.steps.waiting(interaction);
    if (!waiting) throw fail(authenticate, 'identity/sign-in-over');
    const refused = () => recordRefusal(this.db, { username, at: this.attempts.now(), trace: call.trace });
    const [account] = await this.db.query<Row>('select id, password_hash, disabled from account where username = $1', [username]);
    const tried: Tried = { what: `account:${username}`, address, device: deviceOf(device, account?.id) };
    if (!(await this.attempts.begin(tried))) {
      await refused();
      throw fail(authenticate, 'identity/sign-in-too-often');
    }
    const right = await this.passwords.check(password, account?.password_hash ?? undefined);
    if (!account || !right || account.disabled) {
      await this.attempts.wrong(tried);
      await refused();
      throw fail(authenticate, 'identity/sign-in-refused');
    }
    await this.attempts.right(tried);
    await recordStep(this.db, { accountId: account.id, contract: call.contract, at: this.attempts.now(), trace: call.trace });
    return this.steps.afterPassword(waiting, { id: account.id, username });
  }

  /** The audit row names the account, not the gateway that asked; an answer is not kept under the key, so that nothing can be replayed. */
  @Rpc(enter)
  async enter({ input, contract, trace }: Call<typeof enter>): Promise<OutputOf<typeof enter>> {
    const column = input.issuer === 'OURS' ? 'id::text' : 'username';
    const entered = await this.db.transaction(trace, async (tx) => {
      const [account] = await tx.query<Row>(`select id, person_id from account where ${column} = lower($1) and not disabled`, [input.subject]);
      if (!account) return undefined;
      await tx.query(
        `insert into audit (id, at, actor_id, person_id, operation, target_id, persons, trace)
         values (uuidv7(), $1, $2, $3, $4, $5, $6::uuid[], $7)`,
        [tx.clock.now(), account.id, account.person_id, contract.subject, account.id, account.person_id ? [account.person_id] : [], trace],
      );
      return { accountId: account.id, ...(account.person_id ? { personId: account.person_id } : {}) };
    });
    if (entered) return entered;
    const tried = { at: this.attempts.now(), trace };
    if (input.issuer === 'OTHER') await recordRefusal(this.db, { ...tried, username: input.subject.toLowerCase() });
    else await recordOn(this.db, { ...tried, accountId: input.subject, act: 'identity.sign-in.refused' });
    throw fail(enter, 'identity/sign-in-refused');
  }
}
