import { Injectable } from '@nestjs/common';
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
  ) {}

  /** The session of the request's cookie; throws `request/unauthenticated` when there is none that is open. */
  async session(request: FastifyRequest): Promise<OpenSession> {
    const reference = this.cookie.read(request);
    const session = reference === undefined ? undefined : await this.sessions.of(reference);
    if (!session) throw refuse('request/unauthenticated');
    return session;
  }

  /** Opens a session and sets its cookie; the one that the browser held before ends. */
  async begin(request: FastifyRequest, reply: FastifyReply, account: { accountId: string; personId?: string | undefined }): Promise<OpenSession> {
    const before = this.cookie.read(request);
    if (before !== undefined) await this.sessions.end(before);
    const from = { agent: request.headers['user-agent'] ?? '', address: request.ip };
    const { reference, session } = await this.sessions.begin({ ...account, ...from });
    this.cookie.write(request, reply, reference);
    return session;
  }

  /** Ends the session, if any, and takes its cookie back. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const reference = this.cookie.read(request);
    if (reference !== undefined) await this.sessions.end(reference);
    this.cookie.clear(request, reply);
  }
}
