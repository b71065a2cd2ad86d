import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { stepUp } from '@vungmanh/contracts/gateway/session';
import { checkCode } from '@vungmanh/contracts/identity/second-factor';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { done } from '@vungmanh/contracts/types';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KnownDevices } from '../sign-on/known-devices.js';
import { inputOf, pathOf } from './by-hand.js';
import { SignedIn } from './signed-in.js';

/** A code of somebody who is signed in, before what needs one: by hand because it changes the cookie. */
@Controller('api')
export class StepUpController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly signedIn: SignedIn,
    private readonly known: KnownDevices,
  ) {}

  @Post(pathOf(stepUp))
  @HttpCode(200)
  async stepUp(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<OutputOf<typeof stepUp>> {
    const { actor } = await this.signedIn.session(request);
    const input = { ...inputOf(stepUp, request), accountId: actor.id, ...this.known.from(request) };
    await this.rpc.call(checkCode, input, { trace: request.id });
    await this.signedIn.strengthen(request, reply);
    return done;
  }
}
