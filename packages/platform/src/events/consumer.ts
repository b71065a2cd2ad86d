import { jetstream, type Consumer as Durable, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import type { Nats } from '../nats.js';
import { envelopeOf } from './envelope.js';
import type { Handler } from './handlers.js';
import type { Inbox } from './inbox.js';
import { STREAM } from './stream.js';

/** Events of one consumer that are applied at once; the rest of a batch waits, kept alive by beats. */
const AT_ONCE = 4;
const BATCH = 50;
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
    const held = new Set<JsMsg>();
    const working = new Set<Promise<void>>();
    const beat = setInterval(() => held.forEach((m) => m.working()), BEAT_MS);
    try {
      this.pulling = await durable.fetch({ max_messages: BATCH, expires: PULL_MS });
      for await (const message of this.pulling) {
        if (session !== this.session) break;
        if (!this.open) {
          message.nak();
          continue;
        }
        held.add(message);
        const work: Promise<void> = this.settle(message, session).finally(() => {
          held.delete(message);
          working.delete(work);
        });
        working.add(work);
        if (working.size >= AT_ONCE) await Promise.race(working);
      }
    } finally {
      this.pulling = undefined;
      await Promise.all(working);
      clearInterval(beat);
    }
  }

  private async settle(message: JsMsg, session: number): Promise<void> {
    const envelope = envelopeOf(message);
    const again = envelope ? await this.inbox.receive(this.handler, envelope) : 0;
    if (session !== this.session) return;
    if (again === 0) message.ack();
    else message.nak(again);
  }
}
