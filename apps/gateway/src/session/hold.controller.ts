import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { holdForMeeting } from '@vungmanh/contracts/gateway/session';
import { getMeeting } from '@vungmanh/contracts/meetings/meeting';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { done } from '@vungmanh/contracts/types';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { fail } from '@vungmanh/platform/problem';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { FastifyRequest } from 'fastify';
import { inputOf, pathOf } from './by-hand.js';
import { Sessions } from './sessions.js';
import { SignedIn } from './signed-in.js';

/** Holding a session for the meeting on its page: by hand because sessions are the gateway's own. */
@Controller('api')
export class HoldController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly tokens: ActorTokens,
    private readonly signedIn: SignedIn,
    private readonly sessions: Sessions,
  ) {}

  /** Whether it is being held, and theirs to see, the meeting's owner says. */
  @Post(pathOf(holdForMeeting))
  @HttpCode(200)
  async hold(@Req() request: FastifyRequest): Promise<OutputOf<typeof holdForMeeting>> {
    const { meetingId } = inputOf(holdForMeeting, request);
    const session = await this.signedIn.quietly(request, meetingId);
    const { state } = await this.rpc.call(getMeeting, { meetingId }, { actor: await this.tokens.forPerson(session.actor), trace: request.id });
    if (state !== 'IN_SESSION') throw fail(holdForMeeting, 'gateway/meeting-not-in-session');
    await this.sessions.hold(session, meetingId);
    return done;
  }
}
