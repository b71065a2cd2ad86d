import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { refuse } from '@vungmanh/platform/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastifyRateLimit from '@fastify/rate-limit';
import { SessionCookie } from '../session/cookie.js';
import { Sessions } from '../session/sessions.js';

/** What costs a service something; the files of the page lie in memory. */
const COUNTED = /^\/(api|oidc)\//i;
/** Accounts and addresses that are remembered at once. */
const REMEMBERED = 50_000;

type Spend = ReturnType<FastifyInstance['createRateLimit']>;

/**
 * How much anybody may ask within a minute (ASVS 2.4.1). Who is signed in spends their account's budget, wherever they sit; only
 * what nobody is signed in for is counted by its address. So an office full of people behind one address is never locked out by
 * its own size, and a stranger beside them holds up nothing but sign-ins, for a minute.
 */
@Injectable()
export class Budget {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** After the cookies are read, before a body is. */
  async mount(fastify: FastifyInstance): Promise<void> {
    const { requestsPerMinute } = this.config;
    if (!requestsPerMinute) return;
    await fastify.register(fastifyRateLimit, { global: false, cache: REMEMBERED });
    const about = { timeWindow: '1 minute', keyGenerator: keyOf } as const;
    const ofAccount = fastify.createRateLimit({ ...about, max: requestsPerMinute.account });
    const ofAddress = fastify.createRateLimit({ ...about, max: requestsPerMinute.address });
    fastify.addHook('onRequest', async (request, reply) => {
      if (!COUNTED.test(request.url)) return;
      const account = await this.accountOf(request);
      request.spender = account ?? request.ip;
      await spend(account === undefined ? ofAddress : ofAccount, request, reply);
    });
  }

  /** Quietly: that a request is counted must not keep a session from falling idle. */
  private async accountOf(request: FastifyRequest): Promise<string | undefined> {
    const reference = this.cookie.read(request);
    return reference === undefined ? undefined : (await this.sessions.of(reference, undefined, true))?.actor.id;
  }
}

const keyOf = ({ spender }: FastifyRequest): string => spender ?? '';

async function spend(budget: Spend, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const spent = await budget(request);
  if (spent.isAllowed || !spent.isExceeded) return;
  reply.header('Retry-After', Math.max(1, spent.ttlInSeconds));
  throw refuse('request/too-many');
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose budget the request is on: an account, or an address. */
    spender?: string;
  }
}
