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

  /** The code with which an operation is refused, or `done`. Without an actor the request carries no token. */
  async code(operation: Operation, input: unknown, actor: Actor | undefined, demands: Pick<Envelope, 'key' | 'ifMatch'>): Promise<string> {
    const token = actor === undefined ? '' : await this.tokens.forPerson(actor);
    try {
      await this.rpc.send(operation, JSON.stringify(input), { actor: token, trace: 'access', ...demands });
      return 'done';
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  }
}
