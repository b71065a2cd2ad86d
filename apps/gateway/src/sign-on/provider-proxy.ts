import { Inject, Injectable } from '@nestjs/common';
import { interactionCookie } from '@vungmanh/contracts/identity/interaction';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { refuse } from '@vungmanh/platform/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Issuer } from './issuer.js';

const TIMEOUT_MS = 5000;
/** What a browser needs of the provider; its other endpoints are for the gateway, which reaches them inside. */
const FOR_BROWSERS = /^\/oidc\/auth(\/[\w-]{1,100})?$/;
const ITS_COOKIE = /^(__Host-)?oidc-/;

/** Shows our own provider to browsers under the platform's one address. Of the cookies each side sees only those of the provider. */
@Injectable()
export class ProviderProxy {
  constructor(
    private readonly issuer: Issuer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  mount(fastify: FastifyInstance): void {
    if (this.issuer.ours) fastify.get('/oidc/*', (request, reply) => this.pass(request, reply));
  }

  /** What the provider gave this browser to hold while it signs in. */
  interactionOf(request: FastifyRequest): string {
    return request.cookies[interactionCookie(this.issuer.origin)] ?? '';
  }

  private async pass(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const path = request.url.split('?', 1)[0] ?? '';
    if (!FOR_BROWSERS.test(path)) throw refuse('request/not-found');
    const answer = await this.ask(request);
    const location = answer.headers.get('location');
    if (location !== null) reply.header('Location', this.hereOf(location));
    for (const cookie of answer.headers.getSetCookie()) if (ITS_COOKIE.test(cookie)) reply.header('Set-Cookie', cookie);
    return reply.code(answer.status < 500 ? answer.status : 503).send();
  }

  private async ask(request: FastifyRequest): Promise<Response> {
    const { protocol, host } = new URL(this.issuer.origin);
    const cookies = (request.headers.cookie ?? '').split(/; */).filter((pair) => ITS_COOKIE.test(pair));
    try {
      return await fetch(`${this.config.oidcAddress ?? ''}${request.url}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { cookie: cookies.join('; '), 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-for': request.ip },
      });
    } catch {
      throw refuse('request/unavailable');
    }
  }

  /** The provider leads back to this origin, however this browser writes it. */
  private hereOf(location: string): string {
    const { origin } = this.issuer;
    return location.startsWith(`${origin}/`) ? location.slice(origin.length) : location;
  }
}
