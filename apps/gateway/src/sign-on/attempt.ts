import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { z } from 'zod';
import { SessionCookie } from '../session/cookie.js';

/** What a sign-in under way must be found to belong to when the browser comes back; and where the person wanted to go. */
const Attempt = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), from: z.string() });
export type Attempt = z.infer<typeof Attempt>;

const PLACE = 'cookie.sign-in';
const SECONDS = 3600;
/** Only an address of ours: `//elsewhere` and `/\elsewhere` would leave the site. */
const OUR_ADDRESS = /^\/(?![/\\])[\x21-\x7e]{0,1000}$/;

/** Keeps the attempt in the browser that makes it, sealed: nothing is stored for a sign-in that nobody finishes. */
@Injectable()
export class Attempts {
  constructor(
    private readonly sealer: Sealer,
    private readonly cookie: SessionCookie,
  ) {}

  /** Begins an attempt and gives it to the browser. */
  begin(request: FastifyRequest, reply: FastifyReply, from: string | undefined): Attempt {
    const wanted = from !== undefined && OUR_ADDRESS.test(from) ? from : (this.read(request)?.from ?? '/');
    const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), from: wanted };
    void reply.setCookie(this.nameFor(request), this.sealer.seal(PLACE, JSON.stringify(attempt)), { ...this.optionsFor(request), maxAge: SECONDS });
    return attempt;
  }

  /** The attempt of the browser, which is over with that. */
  end(request: FastifyRequest, reply: FastifyReply): Attempt | undefined {
    void reply.clearCookie(this.nameFor(request), this.optionsFor(request));
    return this.read(request);
  }

  private read(request: FastifyRequest): Attempt | undefined {
    const sealed = request.cookies[this.nameFor(request)];
    if (sealed === undefined) return undefined;
    try {
      return Attempt.parse(JSON.parse(this.sealer.open(PLACE, sealed)));
    } catch {
      return undefined;
    }
  }

  private nameFor(request: FastifyRequest): string {
    return this.cookie.secure(request) ? '__Host-sign-in' : 'sign-in';
  }

  /** Lax: another provider sends the browser back from its own site. */
  private optionsFor(request: FastifyRequest) {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.cookie.secure(request) } as const;
  }
}
