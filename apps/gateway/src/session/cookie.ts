import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';

/**
 * The cookie that holds the reference of a session. Under https, and always in production, its name carries `__Host-`: the browser
 * then takes it from nobody but this host and sends it over nothing but TLS. A trial on plain http on this very machine cannot have
 * that; on any other address plain http carries no session at all.
 */
export class SessionCookie {
  constructor(private readonly alwaysSecure: boolean) {}

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.nameFor(request)];
  }

  /** No lifetime: the browser drops it when it closes, the gateway ends the session at its hour. */
  write(request: FastifyRequest, reply: FastifyReply, reference: string): void {
    void reply.setCookie(this.nameFor(request), reference, this.optionsFor(request));
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    void reply.clearCookie(this.nameFor(request), this.optionsFor(request));
  }

  /** Whether cookies of this request must never leave TLS. */
  secure(request: FastifyRequest): boolean {
    return this.alwaysSecure || request.protocol === 'https' || !isLoopback(request.hostname);
  }

  private nameFor(request: FastifyRequest): string {
    return this.secure(request) ? '__Host-session' : 'session';
  }

  private optionsFor(request: FastifyRequest) {
    return { httpOnly: true, sameSite: 'strict', path: '/', secure: this.secure(request) } as const;
  }
}

/** This machine alone, as a browser may write it. */
const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
