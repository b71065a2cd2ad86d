import { Injectable } from '@nestjs/common';
import { KnownDevice } from '@vungmanh/contracts/identity/sign-in';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { SessionCookie } from '../session/cookie.js';

const PLACE = 'cookie.device';
const SECONDS = 180 * 24 * 3600;
const ACCOUNTS = 20;

/**
 * Remembers in a browser who has signed in there, sealed. It opens nothing: whoever brings it has an allowance of their own for wrong
 * passwords, so that nobody elsewhere can keep them out by guessing.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly sealer: Sealer,
    private readonly cookie: SessionCookie,
  ) {}

  /** Where a try comes from. */
  from(request: FastifyRequest): { address: string; device?: KnownDevice } {
    const device = this.read(request);
    return { address: request.ip, ...(device ? { device } : {}) };
  }

  /** Somebody has signed in here. */
  remember(request: FastifyRequest, reply: FastifyReply, accountId: string): void {
    const { id, accounts } = this.read(request) ?? { id: randomBytes(16).toString('base64url'), accounts: [] };
    const known = { id, accounts: [accountId, ...accounts.filter((each) => each !== accountId)].slice(0, ACCOUNTS) };
    const secure = this.cookie.secure(request);
    void reply.setCookie(this.nameFor(request), this.sealer.seal(PLACE, JSON.stringify(known)), {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure,
      maxAge: SECONDS,
    });
  }

  private read(request: FastifyRequest): KnownDevice | undefined {
    const sealed = request.cookies[this.nameFor(request)];
    if (sealed === undefined) return undefined;
    try {
      return KnownDevice.parse(JSON.parse(this.sealer.open(PLACE, sealed)));
    } catch {
      return undefined;
    }
  }

  private nameFor(request: FastifyRequest): string {
    return this.cookie.secure(request) ? '__Host-device' : 'device';
  }
}
