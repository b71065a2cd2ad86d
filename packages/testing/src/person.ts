import type { Operation, OutputOf, SentOf } from '@vungmanh/contracts/operation';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { Problem } from '@vungmanh/platform/problem';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { randomUUID } from 'node:crypto';

interface With {
  key?: string;
  /** The version seen, or the thing that was seen. */
  version?: number;
}

/** Somebody who is signed in and asks, as the gateway would pass it on. */
export class Person {
  constructor(
    private readonly rpc: RpcClient,
    private readonly tokens: ActorTokens,
    readonly actor: Actor,
  ) {}

  /** The same person when they say with each request that they act for another account. */
  actingFor(account: string): Person {
    return new Person(this.rpc, this.tokens, { ...this.actor, onBehalfOf: account });
  }

  /** The same person in a session in which no second factor was given, or one given then (epoch milliseconds). */
  withSecond(secondAt?: number): Person {
    const { id, session, person } = this.actor;
    return new Person(this.rpc, this.tokens, {
      id,
      ...(session ? { session } : {}),
      ...(person ? { person } : {}),
      ...(secondAt ? { secondAt } : {}),
    });
  }

  /** The answer; throws the problem. */
  async do<O extends Operation>(contract: O, input: SentOf<O>, about: With = {}): Promise<OutputOf<O>> {
    return this.rpc.call(contract, input, {
      actor: await this.tokens.forPerson(this.actor),
      key: about.key ?? randomUUID(),
      ...(about.version === undefined ? {} : { ifMatch: about.version }),
    });
  }

  /** The code with which the request is refused; fails when it is not refused. */
  async refused<O extends Operation>(contract: O, input: SentOf<O>, about: With = {}): Promise<string> {
    try {
      await this.do(contract, input, about);
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
    throw new Error(`${contract.subject} was expected to be refused and was not`);
  }
}
