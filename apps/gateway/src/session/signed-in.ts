import { Injectable } from '@nestjs/common';
import { isFresh } from '@vungmanh/contracts/operation';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { Clock } from '@vungmanh/platform/clock';
import { refuse } from '@vungmanh/platform/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookie } from './cookie.js';
import { type OpenSession, Sessions } from './sessions.js';

/** Whose request it is. */
@Injectable()
export class SignedIn {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {}

  /**
   * Who asks, as it is signed for the services. A second factor that was given too long ago is not spoken of; what wants one the
   * service then refuses, after it has looked whether the person may ask at all: nobody types a code for nothing.
   */
  async actor(request: FastifyRequest): Promise<Actor> {
    const { actor } = await this.session(request);
    if (actor.secondAt === undefined || isFresh(actor.secondAt, this.clock.millis())) return actor;
    const { secondAt: _stale, ...rest } = actor;
    return rest;
  }

  /** The session of the request's cookie; throws `request/unauthenticated` when there is none that is open. */
  async session(request: FastifyRequest): Promise<OpenSession> {
    return this.find(request, meetingIn(request), false);
  }

  /** The same for a page that asks by itself about a meeting: it keeps nothing from falling idle. */
  quietly(request: FastifyRequest, meetingId: string): Promise<OpenSession> {
    return this.find(request, meetingId, true);
  }

  private async find(request: FastifyRequest, meetingId: string | undefined, quiet: boolean): Promise<OpenSession> {
    const reference = this.cookie.read(request);
    const session = reference === undefined ? undefined : await this.sessions.of(reference, meetingId, quiet);
    if (!session) throw refuse('request/unauthenticated');
    return session;
  }

  /** Opens a session and sets its cookie; the one that the browser held before ends. */
  async begin(
    request: FastifyRequest,
    reply: FastifyReply,
    account: { accountId: string; personId?: string | undefined; strong: boolean },
  ): Promise<OpenSession> {
    const before = this.cookie.read(request);
    if (before !== undefined) await this.sessions.end(before);
    const from = { agent: request.headers['user-agent'] ?? '', address: request.ip };
    const { reference, session } = await this.sessions.begin({ ...account, ...from });
    this.cookie.write(request, reply, reference);
    return session;
  }

  /** A second factor was given: the cookie changes. */
  async strengthen(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const reference = this.cookie.read(request);
    if (reference !== undefined) this.cookie.write(request, reply, await this.sessions.strengthen(reference));
  }

  /** Ends the session, if any, and takes its cookie back. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const reference = this.cookie.read(request);
    if (reference !== undefined) await this.sessions.end(reference);
    this.cookie.clear(request, reply);
  }
}

/** The meeting that a request is about, by its path. */
function meetingIn({ params }: FastifyRequest): string | undefined {
  const id: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'meetingId') : undefined;
  return typeof id === 'string' ? id : undefined;
}
