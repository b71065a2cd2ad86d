import { Injectable } from '@nestjs/common';
import { enter } from '@vungmanh/contracts/identity/account';
import type { InputOf } from '@vungmanh/contracts/operation';
import { Log } from '@vungmanh/platform/log';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KnownDevices } from './known-devices.js';
import { SignedIn } from '../session/signed-in.js';

/** Opens the session of somebody whom the issuer vouches for. */
@Injectable()
export class Opening {
  constructor(
    private readonly rpc: RpcClient,
    private readonly signedIn: SignedIn,
    private readonly known: KnownDevices,
    private readonly log: Log,
  ) {}

  async open(request: FastifyRequest, reply: FastifyReply, { strong, ...who }: InputOf<typeof enter> & { strong: boolean }): Promise<void> {
    const account = await this.rpc.call(enter, who, { trace: request.id });
    await this.signedIn.begin(request, reply, { ...account, strong });
    this.known.remember(request, reply, account.accountId);
  }

  /** Why, for the operator; the person is only told to try again. */
  failed(request: FastifyRequest, error: unknown): void {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    this.log.warn('a sign-in was not finished', { trace: request.id, code });
  }
}
