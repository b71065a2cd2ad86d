import { Injectable } from '@nestjs/common';
import type { OtherAct } from '@vungmanh/contracts/audit';
import { answerCode, checkCode } from '@vungmanh/contracts/identity/second-factor';
import type { CodeWay, SignInAnswer } from '@vungmanh/contracts/identity/sign-in';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Attempts, deviceOf, type Tried } from '../account/attempts.js';
import { recordOn, recordStep } from '../account/refused-sign-in.js';
import { Factors } from './factors.js';
import { SignInSteps } from './steps.js';

type Answering = Call<typeof answerCode> | Call<typeof checkCode>;

const triedOn = (accountId: string, { address, device }: Answering['input']): Tried => ({
  what: `code:${accountId}`,
  address,
  device: deviceOf(device, accountId),
});

/** Codes that people type: after the password, and again before what needs one. */
@Injectable()
export class CodeService {
  constructor(
    private readonly db: Db,
    private readonly attempts: Attempts,
    private readonly factors: Factors,
    private readonly steps: SignInSteps,
  ) {}

  @Rpc(answerCode)
  async answer(call: Call<typeof answerCode>): Promise<SignInAnswer> {
    const waiting = await this.steps.waiting(call.input.interaction);
    const halfway = waiting && this.steps.halfway(waiting);
    if (!waiting || !halfway) throw fail(answerCode, 'identity/sign-in-over');
    const { accountId } = halfway;
    const tried = triedOn(accountId, call.input);
    if (!(await this.attempts.begin(tried))) {
      await this.recorded(call, accountId, 'identity.sign-in.code-refused');
      throw fail(answerCode, 'identity/sign-in-too-often');
    }
    const after = await this.follow(waiting, halfway, call.input.code);
    if (!after) {
      await this.refused(call, tried, accountId);
      throw fail(answerCode, 'identity/code-wrong');
    }
    await this.right(call, tried, { accountId, way: after.way });
    return after.answer;
  }

  @Rpc(checkCode)
  async check(call: Call<typeof checkCode>): Promise<OutputOf<typeof checkCode>> {
    const { accountId, code } = call.input;
    const standing = await this.factors.of(accountId);
    if (!this.factors.asked(standing)) throw fail(checkCode, 'identity/no-factor');
    const tried = triedOn(accountId, call.input);
    if (!(await this.attempts.begin(tried))) {
      await this.recorded(call, accountId, 'identity.sign-in.code-refused');
      throw fail(checkCode, 'identity/sign-in-too-often');
    }
    const way = await this.factors.take(standing, code);
    if (!way) {
      await this.refused(call, tried, accountId);
      throw fail(checkCode, 'identity/code-wrong');
    }
    await this.right(call, tried, { accountId, way });
    return { way };
  }

  /** What a right code leads to. */
  private async follow(waiting: Parameters<SignInSteps['halfway']>[0], halfway: NonNullable<ReturnType<SignInSteps['halfway']>>, code: string) {
    if (halfway.newSecret !== undefined) {
      const proven = this.steps.proven(halfway.newSecret, code);
      return proven && { way: 'TOTP' as const, answer: await this.steps.afterEnrollment(waiting, halfway.accountId, proven) };
    }
    const standing = await this.factors.of(halfway.accountId);
    const way = await this.factors.take(standing, code);
    return way && { way, answer: await this.steps.afterCode(waiting, halfway, standing) };
  }

  private async refused(call: Answering, tried: Tried, accountId: string): Promise<void> {
    await this.attempts.wrong(tried);
    await this.recorded(call, accountId, 'identity.sign-in.code-refused');
  }

  private async right(call: Answering, tried: Tried, { accountId, way }: { accountId: string; way: CodeWay }): Promise<void> {
    await this.attempts.right(tried);
    await recordStep(this.db, { accountId, contract: call.contract, at: this.attempts.now(), trace: call.trace });
    if (way === 'RECOVERY') await this.recorded(call, accountId, 'identity.sign-in.recovery');
  }

  private async recorded({ trace }: Answering, accountId: string, act: OtherAct): Promise<void> {
    await recordOn(this.db, { accountId, act, at: this.attempts.now(), trace });
  }
}
