import { Injectable } from '@nestjs/common';
import type { SignInAnswer } from '@vungmanh/contracts/identity/sign-in';
import { randomBytes } from 'node:crypto';
import type { Interaction } from 'oidc-provider';
import { z } from 'zod';
import { OpenId } from '../provider/open-id.js';
import { Enrollment } from './enrollment.js';
import { Factors, type Standing } from './factors.js';
import { cardSuffices } from './need.rules.js';
import { newTotp, secretOf } from './totp.js';

/** What a sign-in under way has shown so far; it lies sealed with the provider's own state. */
const Halfway = z.object({ accountId: z.string(), username: z.string(), newSecret: z.string().optional() });
export type Halfway = z.infer<typeof Halfway>;
type Waiting = InstanceType<typeof Interaction>;

/** Leads a sign-in from the password to the provider's consent: by a code, by setting up an app, or at once. */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly openId: OpenId,
    private readonly factors: Factors,
    private readonly enrollment: Enrollment,
  ) {}

  /** The sign-in that the provider waits for; undefined when it is over. */
  async waiting(interaction: string): Promise<Waiting | undefined> {
    return (await this.openId.provider()).Interaction.find(interaction);
  }

  /** Whose password was right in it, and what has been asked for since. */
  halfway(waiting: Waiting): Halfway | undefined {
    const read = Halfway.safeParse(waiting.result?.['halfway']);
    return read.success ? read.data : undefined;
  }

  async afterPassword(waiting: Waiting, { id, username }: { id: string; username: string }): Promise<SignInAnswer> {
    const standing = await this.factors.of(id);
    const asked = this.factors.asked(standing);
    if (asked) {
      await keep(waiting, { halfway: { accountId: id, username } });
      return { next: 'CODE', asked };
    }
    if (standing.need !== 'NONE') return this.enroll(waiting, { accountId: id, username }, standing);
    return { next: 'DONE', to: await content(waiting, id, ['pwd']) };
  }

  /** A right code: it is the sign-in's last step, unless the code was of a card that is not enough any more. */
  async afterCode(waiting: Waiting, halfway: Halfway, standing: Standing): Promise<SignInAnswer> {
    if (standing.secret === undefined && !cardSuffices(standing.need, standing.ruled)) return this.enroll(waiting, halfway, standing);
    return { next: 'DONE', to: await content(waiting, halfway.accountId, ['pwd', 'otp']) };
  }

  /** The new app that has made this code, if it has. */
  proven(secret: string, code: string): ReturnType<Enrollment['proven']> {
    return this.enrollment.proven(secret, code);
  }

  /** The first code of a new app. */
  async afterEnrollment(waiting: Waiting, accountId: string, proven: Parameters<Enrollment['atSignIn']>[1]): Promise<SignInAnswer> {
    const codes = await this.enrollment.atSignIn(accountId, proven);
    return { next: 'RECOVERY_CODES', to: await content(waiting, accountId, ['pwd', 'otp']), codes };
  }

  private async enroll(waiting: Waiting, { accountId, username }: Halfway, { need, ruled }: Standing): Promise<SignInAnswer> {
    const newSecret = secretOf(randomBytes(32));
    await keep(waiting, { halfway: { accountId, username, newSecret } });
    return { next: 'ENROLL', totp: newTotp(newSecret, username), mayUseCard: cardSuffices(need, ruled) };
  }
}

/** The provider may vouch for the account; answers where the browser goes on. */
async function content(waiting: Waiting, accountId: string, amr: string[]): Promise<string> {
  await keep(waiting, { login: { accountId, remember: false, amr } });
  return new URL(waiting.returnTo).pathname;
}

async function keep(waiting: Waiting, result: NonNullable<Waiting['result']>): Promise<void> {
  waiting.result = result;
  await waiting.persist();
}
