import { connect } from '@nats-io/transport-node';
import type { Operation } from '@vungmanh/contracts/operation';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { Problem } from '@vungmanh/platform/problem';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { Envelope } from '@vungmanh/platform/rpc/wire';
import { TestClock } from './clock.js';

/** Asks services past the gateway, with its key: what a service refuses here it refuses by itself. */
export class Direct {
  private constructor(
    private readonly rpc: RpcClient,
    private readonly tokens: ActorTokens,
    readonly close: () => Promise<void>,
  ) {}

  /** `aheadMs` is how far the platform's clock stands ahead of the machine's. */
  static async open(natsUrl: string, keysDir: string, aheadMs: number): Promise<Direct> {
    const nats = await connect({ servers: natsUrl, name: 'access' });
    const clock = new TestClock();
    clock.set(new Date(Date.now() + aheadMs).toISOString());
    const tokens = new ActorTokens(await readKeys(keysDir, 'gateway'), 'gateway', clock);
    const rpc = new RpcClient(nats, tokens);
    rpc.onModuleInit();
    return new Direct(rpc, tokens, () => nats.drain());
  }

  /** The code with which an operation is refused, or `done` and how to read its answer. Without an actor the request carries no token; a service is the gateway. */
  async ask(
    operation: Operation,
    input: unknown,
    actor: Actor | undefined,
    demands: Pick<Envelope, 'key' | 'ifMatch'>,
  ): Promise<{ code: string; json?: () => unknown }> {
    const token = actor === undefined ? '' : await (actor.service ? this.tokens.forService() : this.tokens.forPerson(actor));
    try {
      const reply = await this.rpc.send(operation, JSON.stringify(input), { actor: token, trace: 'access', ...demands });
      return { code: 'done', json: () => reply.json() };
    } catch (error) {
      if (error instanceof Problem) return { code: error.code };
      throw error;
    }
  }
}
