import { Injectable } from '@nestjs/common';
import { confirmTotp } from '@vungmanh/contracts/identity/second-factor';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { randomUUID } from 'node:crypto';
import { plain, totpPlace } from './factors.js';
import { codesOf, placeCodes } from './numbered-codes.js';
import { stepOf } from './totp.js';

/** An app whose first code was right, in that time step. */
interface Proven {
  readonly secret: string;
  readonly step: number;
}

/** Gives an account an app of its own, and codes for an emergency with it. */
@Injectable()
export class Enrollment {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** The app that has made this code; undefined when it has not. */
  proven(secret: string, code: string): Proven | undefined {
    const step = stepOf(secret, plain(code), this.clock.millis());
    return step === undefined ? undefined : { secret, step };
  }

  /** At the first sign-in nobody is signed in yet: the row of the audit is written by hand. Answers the codes. */
  async atSignIn(accountId: string, proven: Proven): Promise<string[]> {
    return this.db.transaction('', async (tx) => {
      const codes = await this.place(tx, accountId, { ...proven, seed: randomUUID() });
      await tx.query(
        `insert into audit (id, at, actor_id, person_id, operation, target_id, persons, trace)
         select uuidv7(), $2, a.id, a.person_id, $3, a.id, array_remove(array[a.person_id], null), '' from account a where a.id = $1`,
        [accountId, this.clock.now(), confirmTotp.subject],
      );
      return codes;
    });
  }

  /** Puts it in the place of whatever was there; its first code is used up, and a card is void. Answers the codes for an emergency. */
  async place(tx: Tx, accountId: string, { secret, step, seed }: Proven & { seed: string }): Promise<string[]> {
    await tx.query(
      `insert into totp_factor (account_id, secret, last_step) values ($1, $2, $3)
       on conflict (account_id) do update set secret = excluded.secret, last_step = excluded.last_step, pending = null`,
      [accountId, this.sealer.seal(totpPlace('secret', accountId), secret), step],
    );
    await tx.query(`delete from one_time_code where account_id = $1 and kind = 'CARD'`, [accountId]);
    return this.recoveryCodes(tx, accountId, seed);
  }

  /** New codes for an emergency; those before are void. */
  async recoveryCodes(tx: Tx, accountId: string, seed: string): Promise<string[]> {
    const codes = codesOf(this.sealer, 'RECOVERY', `${accountId}:${seed}`);
    await placeCodes(tx, this.sealer, 'RECOVERY', { accountId, codes });
    return codes;
  }
}
