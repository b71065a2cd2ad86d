import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { headers, type Msg, type Subscription } from '@nats-io/transport-node';
import type { Log } from '../log.js';
import type { Nats } from '../nats.js';
import { Problem, refuse } from '../problem.js';
import type { Dispatcher } from './dispatcher.js';
import { Outgoing } from './outgoing.js';
import { Stored } from './stored.js';
import { header } from './wire.js';

const DRAIN_MS = 20_000;

/**
 * Nest's way in for a transport of our own. Every use case is a subscription in the service's queue group, so that replicas
 * share the work; Nest's guards, pipes and filters are not run, the dispatcher does their work from the contract.
 */
export class RpcTransport extends Server implements CustomTransportStrategy {
  private subscriptions: Subscription[] = [];
  private running = 0;
  private readonly outgoing = new Outgoing();

  constructor(
    private readonly nats: Nats,
    private readonly dispatcher: Dispatcher,
    private readonly log: Log,
  ) {
    super();
  }

  listen(done: (error?: unknown) => void): void {
    for (const { contract } of this.dispatcher.useCases.values()) {
      this.subscriptions.push(
        this.nats.subscribe(`rpc.${contract.subject}`, {
          queue: contract.subject.slice(0, contract.subject.indexOf('.')),
          callback: (error, msg) => {
            if (error) this.log.error('a subscription failed', error, { subject: contract.subject });
            else void this.answer(contract.subject, msg);
          },
        }),
      );
    }
    this.nats.flush().then(() => done(), done);
  }

  /** Stops taking requests, finishes those that were taken: a rolling restart loses none. */
  async close(): Promise<void> {
    const subscriptions = this.subscriptions;
    this.subscriptions = [];
    await Promise.all(subscriptions.map((s) => s.drain()));
    for (const end = performance.now() + DRAIN_MS; this.running > 0 && performance.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    if (!this.nats.isClosed()) await this.nats.flush();
  }

  private async answer(subject: string, msg: Msg): Promise<void> {
    this.running += 1;
    const respond = await this.dispatcher.handle(subject, msg.data, msg.headers).then(
      (answer) => () => respondWith(msg, answer),
      (error: unknown) => () => respondProblem(msg, error),
    );
    this.outgoing.send(() => {
      try {
        respond();
      } catch (error) {
        // Larger than the broker carries, or no connection any more.
        this.log.error('a reply could not be sent', error, { subject });
        if (!this.nats.isClosed()) respondProblem(msg, error);
      } finally {
        this.running -= 1;
      }
    });
  }

  // Nest asks for these two; nothing of ours goes through them.
  on(): void {}

  unwrap<T>(): T {
    return this.nats as T;
  }
}

function respondWith(msg: Msg, answer: unknown): void {
  const about = replyHeaders(answer);
  msg.respond(answer instanceof Stored ? answer.gzip : JSON.stringify(answer), about ? { headers: about } : {});
}

function respondProblem(msg: Msg, error: unknown): void {
  const problem = error instanceof Problem ? error : refuse('request/internal');
  const h = headers();
  h.set(header.problem, problem.code);
  msg.respond(JSON.stringify(problem), { headers: h });
}

function replyHeaders(answer: unknown): ReturnType<typeof headers> | undefined {
  if (answer instanceof Stored) {
    const h = headers();
    h.set(header.etag, answer.etag);
    return h;
  }
  if (typeof answer !== 'object' || answer === null || !('version' in answer) || !('id' in answer)) return undefined;
  const h = headers();
  h.set(header.version, String(answer.version));
  h.set(header.id, String(answer.id));
  return h;
}
