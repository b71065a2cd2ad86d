import type { Operation } from '@vungmanh/contracts/operation';
import { serviceNames, type ServiceName } from '@vungmanh/contracts/service';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { connectNats } from '@vungmanh/platform/nats';
import { Problem } from '@vungmanh/platform/problem';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import type { Envelope } from '@vungmanh/platform/rpc/wire';
import { TestClock } from './clock.js';

/**
 * Asks services past the gateway, with its key: what a service refuses here it refuses by itself. What the broker would not carry for the
 * gateway is asked as one of the services that its contract names.
 */
export class Direct {
  private constructor(
    private readonly clients: ReadonlyMap<ServiceName, RpcClient>,
    private readonly tokens: ActorTokens,
    readonly close: () => Promise<void>,
  ) {}

  /** `aheadMs` is how far the platform's clock stands ahead of the machine's. */
  static async open(natsUrl: string, keysDir: string, aheadMs: number): Promise<Direct> {
    const clock = new TestClock();
    clock.set(new Date(Date.now() + aheadMs).toISOString());
    const connections = await Promise.all(serviceNames.map((user) => connectNats(natsUrl, { user, keysDir })));
    const clients = new Map<ServiceName, RpcClient>();
    for (const [n, user] of serviceNames.entries()) {
      const nats = connections[n];
      if (!nats) continue;
      const client = new RpcClient(nats, new ActorTokens(await readKeys(keysDir, user), user, clock));
      client.onModuleInit();
      clients.set(user, client);
    }
    const tokens = new ActorTokens(await readKeys(keysDir, 'gateway'), 'gateway', clock);
    return new Direct(clients, tokens, async () => void (await Promise.all(connections.map((nats) => nats.drain()))));
  }

  /** The code with which an operation is refused, or `done` and how to read its answer. Without an actor the request carries no token; a service is the gateway. */
  async ask(
    operation: Operation,
    input: unknown,
    actor: Actor | undefined,
    demands: Pick<Envelope, 'key' | 'ifMatch'>,
  ): Promise<{ code: string; json?: () => unknown }> {
    const token = actor === undefined ? '' : await (actor.service ? this.tokens.forService() : this.tokens.forPerson(actor));
    const { access } = operation;
    const carrier = ('internal' in access ? access.internal[0] : undefined) ?? 'gateway';
    try {
      const client = this.clients.get(carrier);
      if (!client) throw new Error(`${operation.subject} has nobody to carry it`);
      const reply = await client.send(operation, JSON.stringify(input), { actor: token, trace: 'access', ...demands });
      return { code: 'done', json: () => reply.json() };
    } catch (error) {
      if (error instanceof Problem) return { code: error.code };
      throw error;
    }
  }
}
