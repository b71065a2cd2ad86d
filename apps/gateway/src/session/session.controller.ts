import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { currentSession, type Session, signIn, signOut } from '@vungmanh/contracts/gateway/session';
import { authenticate, profile } from '@vungmanh/contracts/identity/account';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Issuer } from '../sign-on/issuer.js';
import { ProviderProxy } from '../sign-on/provider-proxy.js';
import { inputOf, pathOf } from './by-hand.js';
import { IDLE_MINUTES, type OpenSession } from './sessions.js';
import { SignedIn } from './signed-in.js';

/** Signing in and out: written by hand because they read and set cookies. */
@Controller('api')
export class SessionController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly signedIn: SignedIn,
    private readonly provider: ProviderProxy,
    private readonly issuer: Issuer,
  ) {}

  @Post(pathOf(signIn))
  @HttpCode(200)
  async signIn(@Req() request: FastifyRequest): Promise<OutputOf<typeof signIn>> {
    const about = { interaction: this.provider.interactionOf(request), address: request.ip };
    return this.rpc.call(authenticate, { ...inputOf(signIn, request), ...about }, { trace: request.id });
  }

  @Post(pathOf(signOut))
  @HttpCode(200)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<OutputOf<typeof signOut>> {
    inputOf(signOut, request);
    await this.signedIn.end(request, reply);
    return { to: await this.issuer.leave() };
  }

  @Get(pathOf(currentSession))
  async current(@Req() request: FastifyRequest): Promise<Session> {
    return this.describe(await this.signedIn.session(request), request.id);
  }

  private async describe(session: OpenSession, trace: string): Promise<Session> {
    const { username, displayName, personId, grants } = await this.rpc.call(profile, { accountId: session.actor.id }, { trace });
    return {
      accountId: session.actor.id,
      username,
      displayName,
      ...(personId === undefined ? {} : { personId }),
      grants,
      endsAt: session.endsAt,
      idleMinutes: IDLE_MINUTES,
      mode: this.issuer.mode,
    };
  }
}
