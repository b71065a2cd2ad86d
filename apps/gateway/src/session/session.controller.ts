import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { currentSession, type Session, signIn, signOut } from '@vungmanh/contracts/gateway/session';
import { authenticate, profile } from '@vungmanh/contracts/identity/account';
import type { InputOf, Operation } from '@vungmanh/contracts/operation';
import { done } from '@vungmanh/contracts/types';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { parseInput } from '@vungmanh/platform/rpc/input';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IDLE_MINUTES, type OpenSession } from './sessions.js';
import { SignedIn } from './signed-in.js';

/** Signing in and out: written by hand because the answers set the cookie. */
@Controller('api')
export class SessionController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly signedIn: SignedIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post(pathOf(signIn))
  @HttpCode(200)
  async signIn(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    const input = inputOf(signIn, request);
    const account = await this.rpc.call(authenticate, { ...input, address: request.ip }, { trace: request.id });
    return this.describe(await this.signedIn.begin(request, reply, account), request.id);
  }

  @Post(pathOf(signOut))
  @HttpCode(200)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<typeof done> {
    inputOf(signOut, request);
    await this.signedIn.end(request, reply);
    return done;
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
      mode: this.config.mode,
    };
  }
}

function pathOf(operation: Operation): string {
  if (!operation.http) throw new Error(`${operation.subject} has no route`);
  return operation.http.path;
}

/** The body as the contract wants it; the gateway's JSON parser hands it over as text. */
function inputOf<O extends Operation>(operation: O, request: FastifyRequest): InputOf<O> {
  return parseInput(operation, Buffer.from(typeof request.body === 'string' ? request.body : ''));
}
