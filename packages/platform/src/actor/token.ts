import { Injectable } from '@nestjs/common';
import { serviceNames, type ServiceName } from '@vungmanh/contracts/service';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { refuse } from '../problem.js';
import type { Actor } from './actor.js';
import type { Keys } from './keys.js';

const AUDIENCE = 'vungmanh';
const LIFETIME_SECONDS = 60;
/** A token is used again for half its life: signing and verifying each request would cost more than the request. */
const REUSE_MS = 30_000;
const CACHE_SIZE = 20_000;

const Claims = z.object({
  sub: z.string(),
  iss: z.enum(serviceNames),
  exp: z.number(),
  person: z.string().optional(),
  sid: z.string().optional(),
  obo: z.string().optional(),
  sfa: z.number().int().optional(),
});

/** Signs and verifies the short-lived statement of who asks (JWS, Ed25519), carried in a NATS header. */
@Injectable()
export class ActorTokens {
  private readonly verified = new Map<string, { actor: Actor; until: number }>();
  private readonly signed = new Map<string, { token: string; until: number }>();

  constructor(
    private readonly keys: Keys,
    readonly service: ServiceName,
    private readonly clock: Clock,
  ) {}

  /** A token for a signed-in person; only the gateway's are accepted for people. */
  forPerson(actor: Actor): Promise<string> {
    return this.sign(actor, `${actor.session ?? ''}:${actor.id}:${actor.onBehalfOf ?? ''}:${actor.secondAt ?? ''}`);
  }

  /** A token in the service's own name, for work that no person asked for. */
  forService(): Promise<string> {
    return this.sign({ id: `service:${this.service}` }, '');
  }

  private async sign(actor: Actor, cacheKey: string): Promise<string> {
    const now = this.clock.millis();
    const known = this.signed.get(cacheKey);
    if (known && known.until > now) return known.token;
    const seconds = Math.floor(now / 1000);
    const token = await new SignJWT({ person: actor.person, sid: actor.session, obo: actor.onBehalfOf, sfa: actor.secondAt })
      .setProtectedHeader({ alg: 'EdDSA', kid: this.service })
      .setSubject(actor.id)
      .setIssuer(this.service)
      .setAudience(AUDIENCE)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LIFETIME_SECONDS)
      .sign(this.keys.own);
    remember(this.signed, cacheKey, { token, until: now + REUSE_MS });
    return token;
  }

  /** The actor that a token names; throws `request/unauthenticated` for anything but a token of ours that is still valid. */
  async verify(token: string | undefined): Promise<Actor> {
    if (!token) throw refuse('request/unauthenticated');
    const now = this.clock.millis();
    const known = this.verified.get(token);
    if (known && known.until > now) return known.actor;
    const { actor, until } = await this.check(token, now);
    remember(this.verified, token, { actor, until });
    return actor;
  }

  private async check(token: string, now: number): Promise<{ actor: Actor; until: number }> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keys.everybody, {
        algorithms: ['EdDSA'],
        audience: AUDIENCE,
        currentDate: new Date(now),
        requiredClaims: ['sub', 'iss', 'exp'],
      });
      const claims = Claims.parse(payload);
      if (protectedHeader.kid !== claims.iss) throw new Error('signed with another key than its issuer');
      const isService = claims.sub.startsWith('service:');
      if (isService ? claims.sub !== `service:${claims.iss}` : claims.iss !== 'gateway') throw new Error('issuer may not speak for this subject');
      const actor: Actor = {
        id: claims.sub,
        ...(claims.person ? { person: claims.person } : {}),
        ...(claims.sid ? { session: claims.sid } : {}),
        ...(claims.obo ? { onBehalfOf: claims.obo } : {}),
        ...(claims.sfa !== undefined ? { secondAt: claims.sfa } : {}),
        ...(isService ? { service: claims.iss } : {}),
      };
      return { actor, until: claims.exp * 1000 };
    } catch {
      // Why a token was refused is of use to nobody but its forger.
      throw refuse('request/unauthenticated');
    }
  }
}

/** Bounded memory: the oldest entry goes when the cache is full. */
function remember<V>(cache: Map<string, V>, key: string, value: V): void {
  cache.delete(key);
  if (cache.size >= CACHE_SIZE) {
    const oldest = cache.keys().next();
    if (!oldest.done) cache.delete(oldest.value);
  }
  cache.set(key, value);
}
