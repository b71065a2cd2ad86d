import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { endMySessions, mySessions } from '@vungmanh/contracts/gateway/session';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { refuse } from '@vungmanh/platform/problem';
import type { FastifyRequest } from 'fastify';
import { inputOf, pathOf } from './by-hand.js';
import { Sessions } from './sessions.js';
import { SignedIn } from './signed-in.js';

/** Where a person is signed in, and ending it: by hand because sessions are the gateway's own. */
@Controller('api')
export class MySessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly signedIn: SignedIn,
  ) {}

  @Get(pathOf(mySessions))
  async list(@Req() request: FastifyRequest): Promise<OutputOf<typeof mySessions>> {
    return { items: await this.sessions.besides(await this.signedIn.session(request)) };
  }

  @Post(pathOf(endMySessions))
  @HttpCode(200)
  async end(@Req() request: FastifyRequest): Promise<OutputOf<typeof endMySessions>> {
    const own = await this.signedIn.session(request);
    const { sessionId } = inputOf(endMySessions, request);
    const ended = await this.sessions.endOf(own, sessionId);
    if (ended === 0 && sessionId !== undefined) throw refuse('request/not-found');
    return { ended };
  }
}
