import { Injectable } from '@nestjs/common';
import { confirmTotp, renewRecoveryCodes } from '@vungmanh/contracts/identity/second-factor';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Attempts, type Tried } from '../account/attempts.js';
import { Enrollment } from './enrollment.js';
import { totpPlace } from './factors.js';
import { codesOf } from './numbered-codes.js';

/** The end of setting up an app, and codes for an emergency. The codes are made from the command's key: an answer is repeated, never stored. */
@Injectable()
export class EnrollmentService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly attempts: Attempts,
    private readonly enrollment: Enrollment,
  ) {}

  @Rpc(confirmTotp)
  async confirm(call: Call<typeof confirmTotp>): Promise<OutputOf<typeof confirmTotp>> {
    const { actor, input, key = '' } = call;
    const tried: Tried = { what: `first-code:${actor.id}`, address: actor.id };
    if (!(await this.attempts.begin(tried))) throw fail(confirmTotp, 'identity/sign-in-too-often');
    await this.db.commit(call, async (tx) => {
      const [row] = await tx.query<{ pending: string | null }>('select pending from totp_factor where account_id = $1 for update', [actor.id]);
      const pending = row?.pending ?? undefined;
      const secret = pending === undefined ? undefined : this.sealer.open(totpPlace('pending', actor.id), pending);
      const proven = secret === undefined ? undefined : this.enrollment.proven(secret, input.code);
      if (!proven) throw fail(confirmTotp, 'identity/code-wrong');
      await this.enrollment.place(tx, actor.id, { ...proven, seed: key });
      tx.about({ target: actor.id, persons: personsOf(call) });
      return { codes: [] };
    });
    await this.attempts.right(tried);
    return { codes: codesOf(this.sealer, 'RECOVERY', `${actor.id}:${key}`) };
  }

  @Rpc(renewRecoveryCodes)
  async renew(call: Call<typeof renewRecoveryCodes>): Promise<OutputOf<typeof renewRecoveryCodes>> {
    const { actor, key = '' } = call;
    await this.db.commit(call, async (tx) => {
      const own = await tx.query('select 1 as has from totp_factor where account_id = $1 and secret is not null', [actor.id]);
      if (own.length === 0) throw fail(renewRecoveryCodes, 'identity/no-factor');
      await this.enrollment.recoveryCodes(tx, actor.id, key);
      tx.about({ target: actor.id, persons: personsOf(call) });
      return { codes: [] };
    });
    return { codes: codesOf(this.sealer, 'RECOVERY', `${actor.id}:${key}`) };
  }
}

const personsOf = ({ actor }: Pick<Call, 'actor'>): string[] => (actor.person === undefined ? [] : [actor.person]);
