import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { MsgHdrs } from '@nats-io/transport-node';
import type { Operation } from '@vungmanh/contracts/operation';
import { ActorTokens } from '../actor/token.js';
import { SYSTEM, type Reach, within } from '../db/reach.js';
import { describe, isPassing } from '../events/failure.js';
import { Log } from '../log.js';
import { methodsOf } from '../methods.js';
import { Broken, Problem, refuse } from '../problem.js';
import type { Call } from './call.js';
import { Guard } from './guard.js';
import { parseInput } from './input.js';
import { contractOf } from './rpc.js';
import { Stored } from './stored.js';
import { header } from './wire.js';

type UseCase = (call: Call) => Promise<unknown>;

/** Finds every use case of the service and leads each request to it: verify, admit, parse, run, check. */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap {
  readonly useCases = new Map<string, { contract: Operation; run: UseCase }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly tokens: ActorTokens,
    private readonly guard: Guard,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    for (const { method, call } of methodsOf(this.discovery)) {
      const contract = contractOf(method);
      if (!contract) continue;
      if (this.useCases.has(contract.subject)) throw new Error(`Two use cases implement ${contract.subject}`);
      this.useCases.set(contract.subject, { contract, run: async (received) => call(received) });
    }
  }

  /** The answer to one request, checked against the contract. Throws only {@link Problem}s. */
  async handle(subject: string, body: Uint8Array, headers: MsgHdrs | undefined): Promise<unknown> {
    const trace = headers?.get(header.trace) ?? '';
    try {
      const useCase = this.useCases.get(subject);
      if (!useCase) throw refuse('request/not-found');
      const call = await this.open(useCase.contract, body, headers, trace);
      const answer = await within(reachOf(call), () => useCase.run(call));
      if ('grant' in call.contract.access && !call.scope.used) throw new Error(`${subject} answered without narrowing itself to its scope`);
      // Checked by its owner when it was stored; printing and checking it again for each reader is what storing avoids.
      if (answer instanceof Stored) return answer;
      return call.contract.output.parse(answer);
    } catch (error) {
      throw this.problem(subject, error, trace);
    }
  }

  private async open(contract: Operation, body: Uint8Array, headers: MsgHdrs | undefined, trace: string): Promise<Call> {
    const actor = await this.tokens.verify(headers?.get(header.actor));
    const input = parseInput(contract, body);
    const key = headers?.get(header.key) || undefined;
    const seen = headers?.get(header.ifMatch);
    const ifMatch = seen ? Number(seen) : undefined;
    if (contract.type === 'command' && (key === undefined || key.length > 100)) throw refuse('request/key-required');
    if ('on' in contract && contract.on === 'existing' && ifMatch === undefined) throw refuse('request/precondition-required');
    const scope = await this.guard.admit(contract, actor, input);
    return { contract, input, actor, scope, trace, ...(key ? { key } : {}), ...(ifMatch !== undefined ? { ifMatch } : {}) };
  }

  private problem(subject: string, error: unknown, trace: string): Problem {
    const contract = this.useCases.get(subject)?.contract;
    if (error instanceof Problem) return error;
    if (error instanceof Broken) {
      const refusal = contract?.errors[error.code];
      if (refusal) return new Problem(refusal.kind, error.code, refusal.title, error.detail ? { detail: error.detail } : {});
      this.log.error('a rule broke that the contract does not declare', error, { subject, trace, code: error.code });
      return refuse('request/internal');
    }
    if (isPassing(error)) {
      // Nothing was done, or the same key finds what was done: the caller may simply ask again.
      this.log.warn('a use case met a database that is busy or away', { subject, trace, reason: describe(error) });
      return refuse('request/unavailable');
    }
    this.log.error('a use case failed', error, { subject, trace });
    return refuse('request/internal');
  }
}

/** What the contract opens is what the database opens: a grant its organizations, one's own things the person, a service everything. In another's name nothing is one's own. */
function reachOf({ contract: { access }, actor, scope }: Call): Reach {
  if ('internal' in access) return SYSTEM;
  const own = 'self' in access || ('own' in access && actor.onBehalfOf === undefined);
  return own ? { ...scope.reach, person: actor.person } : scope.reach;
}
