import { Injectable } from '@nestjs/common';
import { acknowledgeRecovery, beginTotp, mySecondFactor, type SecondFactor } from '@vungmanh/contracts/identity/second-factor';
import { isFresh, type OutputOf } from '@vungmanh/contracts/operation';
import { done } from '@vungmanh/contracts/types';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { OwnPassword } from '../account/own-password.js';
import { Factors, totpPlace } from './factors.js';
import { newTotp, secretOf } from './totp.js';

/** What a person does about their own second factor. What an answer holds that must not be kept is made from the command's key, not stored. */
@Injectable()
export class MyFactorService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly own: OwnPassword,
    private readonly factors: Factors,
  ) {}

  @Rpc(mySecondFactor)
  async mine({ actor }: Call<typeof mySecondFactor>): Promise<SecondFactor> {
    const standing = await this.factors.of(actor.id);
    const asked = this.factors.asked(standing);
    const { need, secret, simulated, hasCard, cardLeft, recoveryLeft, recoveryUsedAt } = standing;
    return {
      need,
      ...(asked ? { asked } : {}),
      ...(secret !== undefined && !simulated ? { recoveryLeft } : {}),
      ...(hasCard ? { cardLeft } : {}),
      ...(recoveryUsedAt === undefined ? {} : { recoveryUsedAt }),
    };
  }

  @Rpc(beginTotp)
  async begin(call: Call<typeof beginTotp>): Promise<OutputOf<typeof beginTotp>> {
    const { actor, key = '' } = call;
    const { username } = await this.own.confirmed(call, {
      wrong: () => fail(beginTotp, 'identity/current-password-wrong'),
      tooOften: () => fail(beginTotp, 'identity/sign-in-too-often'),
    });
    const standing = await this.factors.of(actor.id);
    const has = this.factors.asked(standing) !== undefined && !standing.simulated;
    if (has && !isFresh(actor.secondAt, this.factors.millis())) throw refuse('request/step-up');
    const secret = secretOf(this.sealer.indexOf('totp-seed', `${actor.id}:${key}`));
    await this.db.commit({ ...call, input: { currentPassword: '' } }, async (tx) => {
      await tx.query(
        `insert into totp_factor (account_id, pending) values ($1, $2) on conflict (account_id) do update set pending = excluded.pending`,
        [actor.id, this.sealer.seal(totpPlace('pending', actor.id), secret)],
      );
      tx.about({ target: actor.id, persons: personsOf(call) });
      return { secret: '', uri: '' };
    });
    return newTotp(secret, username);
  }

  @Rpc(acknowledgeRecovery)
  async acknowledge(call: Call<typeof acknowledgeRecovery>): Promise<OutputOf<typeof acknowledgeRecovery>> {
    return this.db.commit(call, async (tx) => {
      await tx.query('delete from recovery_notice where account_id = $1', [call.actor.id]);
      tx.about({ target: call.actor.id, persons: personsOf(call) });
      return done;
    });
  }
}

const personsOf = ({ actor }: Pick<Call, 'actor'>): string[] => (actor.person === undefined ? [] : [actor.person]);
