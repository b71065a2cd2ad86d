import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { accept, signIn, signInCode } from '@vungmanh/contracts/gateway/session';
import { authenticate } from '@vungmanh/contracts/identity/account';
import { acceptInvitation } from '@vungmanh/contracts/identity/invitation';
import { answerCode } from '@vungmanh/contracts/identity/second-factor';
import type { SignInAnswer } from '@vungmanh/contracts/identity/sign-in';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { FastifyRequest } from 'fastify';
import { KnownDevices } from '../sign-on/known-devices.js';
import { ProviderProxy } from '../sign-on/provider-proxy.js';
import { inputOf, pathOf } from './by-hand.js';

/** What a person answers while our own provider waits: by hand because it reads the provider's cookie. */
@Controller('api')
export class SignInController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly provider: ProviderProxy,
    private readonly known: KnownDevices,
  ) {}

  @Post(pathOf(signIn))
  @HttpCode(200)
  async password(@Req() request: FastifyRequest): Promise<SignInAnswer> {
    return this.rpc.call(authenticate, { ...inputOf(signIn, request), ...this.about(request) }, { trace: request.id });
  }

  @Post(pathOf(signInCode))
  @HttpCode(200)
  async code(@Req() request: FastifyRequest): Promise<SignInAnswer> {
    return this.rpc.call(answerCode, { ...inputOf(signInCode, request), ...this.about(request) }, { trace: request.id });
  }

  @Post(pathOf(accept))
  @HttpCode(200)
  async accept(@Req() request: FastifyRequest): Promise<OutputOf<typeof accept>> {
    return this.rpc.call(acceptInvitation, { ...inputOf(accept, request), address: request.ip }, { trace: request.id });
  }

  private about(request: FastifyRequest) {
    return { interaction: this.provider.interactionOf(request), ...this.known.from(request) };
  }
}
