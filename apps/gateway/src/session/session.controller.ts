import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { currentSession, type Session, signOut } from '@vungmanh/contracts/gateway/session';
import { profile } from '@vungmanh/contracts/identity/account';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Issuer } from '../sign-on/issuer.js';
import { inputOf, pathOf } from './by-hand.js';
import { IDLE_MINUTES, type OpenSession } from './sessions.js';
import { SignedIn } from './signed-in.js';

/** The session of the cookie: written by hand because it reads and sets cookies. */
@Controller('api')
export class SessionController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly signedIn: SignedIn,
    private readonly issuer: Issuer,
  ) {}

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
