import { jetstream, type Consumer as Durable, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { STREAM } from '@vungmanh/contracts/event';
import type { Nats } from '../nats.js';
import { envelopeOf } from './envelope.js';
import type { Handler } from './handlers.js';
import type { Inbox } from './inbox.js';

const BATCH = 100;
/** Transactions of one consumer at once, and how many events wait for each in line; beats keep those alive. */
const AT_ONCE = 4;
const IN_LINE = 16;
/** A projection takes what has come meanwhile in one go: one question to the owner, one transaction. */
const TOGETHER = 50;
const PULL_MS = 5000;
export const ACK_WAIT_MS = 30_000;
const BEAT_MS = 10_000;

/** Pulls the events of one handler, applies them and acknowledges what is settled. */
export class Consumer {
  private pulling: ConsumerMessages | undefined;
  private done: Promise<void> = Promise.resolve();
  private open = false;
  /** Counts the connections to the broker: what an earlier one delivered may not be acknowledged to a later one. */
  private session = 0;

  /** `ended` is called when pulling broke off by itself. */
  constructor(
    readonly handler: Handler,
    private readonly inbox: Inbox,
    private readonly nats: Nats,
    private readonly ended: () => void,
  ) {}

  /** Pulls from now on; the durable consumer exists. Does nothing when it is pulling already. */
  start(): void {
    if (this.open) return;
    this.open = true;
    const before = this.done;
    this.done = before.then(() => this.run()).catch(() => undefined);
  }

  /** Stops pulling; resolves when what was taken is settled. What was not begun goes back at once. */
  async stop(): Promise<void> {
    this.open = false;
    this.pulling?.stop();
    await this.done;
  }

  /** The broker is gone: places in the stream may mean other events when it comes back. */
  lost(): void {
    this.session += 1;
    this.open = false;
    this.pulling?.stop();
  }

  private async run(): Promise<void> {
    const { session } = this;
    try {
      const durable = await jetstream(this.nats).consumers.get(STREAM, this.handler.consumer);
      while (this.open && session === this.session) await this.batch(durable, session);
    } finally {
      if (this.open && session === this.session) {
        this.open = false;
        this.ended();
      }
    }
  }

  private async batch(durable: Durable, session: number): Promise<void> {
    const queue: JsMsg[] = [];
    const held = new Set<JsMsg>();
    const workers: Promise<void>[] = [];
    const [atOnce, together] = this.handler.projection ? [1, TOGETHER] : [AT_ONCE, IN_LINE];
    let busy = 0;
    const work = async (): Promise<void> => {
      while (queue.length > 0) {
        const taken = queue.splice(0, together);
        await this.settle(taken, session);
        for (const message of taken) held.delete(message);
      }
      // In the same breath as the look at the queue: nothing can come between.
      busy -= 1;
    };
    const beat = setInterval(() => held.forEach((m) => m.working()), BEAT_MS);
    try {
      this.pulling = await durable.fetch({ max_messages: BATCH, expires: PULL_MS });
      if (!this.open || session !== this.session) this.pulling.stop();
      for await (const message of this.pulling) {
        held.add(message);
        queue.push(message);
        if (busy >= atOnce) continue;
        busy += 1;
        workers.push(work());
      }
    } finally {
      this.pulling = undefined;
      await Promise.all(workers);
      clearInterval(beat);
    }
  }

  private async settle(messages: readonly JsMsg[], session: number): Promise<void> {
    if (session !== this.session) return;
    if (!this.open) return messages.forEach((m) => m.nak());
    const read = messages.map((message) => ({ message, envelope: envelopeOf(message) }));
    const known = read.flatMap(({ message, envelope }) => (envelope ? [{ message, envelope }] : []));
    const again = await this.inbox.receive(
      this.handler,
      known.map((k) => k.envelope),
    );
    if (session !== this.session) return;
    for (const { message, envelope } of read) if (!envelope) message.ack();
    known.forEach(({ message }, i) => (again[i] ? message.nak(again[i]) : message.ack()));
  }
}
