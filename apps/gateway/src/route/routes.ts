import { Injectable } from '@nestjs/common';
import { Download } from '@vungmanh/contracts/gateway/upload';
import type { Operation } from '@vungmanh/contracts/operation';
import { operations } from '@vungmanh/contracts/registry';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { refuse } from '@vungmanh/platform/problem';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Downloads } from '../file/downloads.js';
import { SignedIn } from '../session/signed-in.js';
import { answer } from './answer.js';
import { demandsOf, inputReader, onBehalfOfIn } from './read.js';

/** Mounts every operation that has a route. There is no code of one operation here, and no decision about access: both are the service's. */
@Injectable()
export class Routes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly tokens: ActorTokens,
    private readonly signedIn: SignedIn,
    private readonly downloads: Downloads,
  ) {}

  /** The gateway's own operations (signing in) have their controller. */
  mount(fastify: FastifyInstance): void {
    for (const operation of operations) {
      if (!operation.http || 'anyone' in operation.access) continue;
      fastify.route({ method: operation.http.method, url: `/api${operation.http.path}`, handler: this.handler(operation) });
    }
  }

  private handler(operation: Operation): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
    const read = inputReader(operation);
    const isDownload = 'download' in operation && operation.download === true;
    return async (request, reply) => {
      const actor = await this.signedIn.actor(request);
      const onBehalfOf = onBehalfOfIn(request);
      const demands = demandsOf(operation, request);
      const envelope = { actor: await this.tokens.forPerson({ ...actor, ...(onBehalfOf ? { onBehalfOf } : {}) }), trace: request.id, ...demands };
      const answered = await this.rpc.send(operation, read(request), envelope);
      if (!isDownload) return answer(operation, reply, answered);
      const file = Download.safeParse(answered.json());
      if (!file.success) throw refuse('request/internal');
      return this.downloads.send(reply, file.data);
    };
  }
}
