import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AckPolicy, DeliverPolicy } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { STREAM } from '@vungmanh/contracts/event';
import { Metrics } from '../metrics.js';
import { Bell } from './bell.js';
import { ACK_WAIT_MS, Consumer } from './consumer.js';
import { Handlers, type Handler } from './handlers.js';
import { Inbox } from './inbox.js';
import { Reconciler } from './reconciler.js';
import { absent, type StreamState } from './stream.js';

const ROUND_MS = 30_000;
const RETRY_MS = 250;

/**
 * One durable consumer per handler, shared by the replicas, so that a poison event or a slow handler holds up nobody else.
 * At start, every 30 s and whenever the broker was away: is the stream still the one that was read? Then pulling begins.
 */
@Injectable()
export class Consumers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly bell = new Bell();
  private readonly filled = new Set<string>();
  private consumers: Consumer[] = [];
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();
  private readonly lag;
  private readonly ahead;

  constructor(
    private readonly handlers: Handlers,
    private readonly inbox: Inbox,
    private readonly reconciler: Reconciler,
    metrics: Metrics,
  ) {
    this.lag = metrics.gaugeBy('consumer_lag', 'Events of the stream that wait for this consumer', 'consumer');
    this.ahead = metrics.gaugeBy('consumer_ahead_of_stream', 'How far a consumer believes to be beyond the end of the stream', 'consumer');
  }

  /** Waits for the first round, so that nothing published after the start goes by a consumer; a broker that is away does not keep the service from answering. */
  async onApplicationBootstrap(): Promise<void> {
    const { nats } = this.reconciler.stream;
    const ended = (): void => void setTimeout(() => this.bell.ring(), RETRY_MS);
    this.consumers = [...this.handlers.all.values()].map((h) => new Consumer(h, this.inbox, nats, ended));
    this.reconciler.stream.onDisconnect(() => {
      for (const consumer of this.consumers) consumer.lost();
      this.bell.ring();
    });
    await this.round().catch(() => this.bell.ring());
    const fills = this.consumers.map((c) => this.fill(c.handler));
    this.running = Promise.all([this.run(), ...fills]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await Promise.all(this.consumers.map((c) => c.stop()));
    await this.running;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopping;) {
      await this.bell.wait(failures === 0 ? ROUND_MS : RETRY_MS);
      if (this.stopping) return;
      try {
        await this.round();
        failures = 0;
      } catch (error) {
        if (failures === 0) this.reconciler.log.warn('events stand still', { reason: error instanceof Error ? error.message : String(error) });
        failures += 1;
      }
    }
  }

  private async fill(handler: Handler): Promise<void> {
    const { projection } = handler;
    if (!projection || this.filled.has(handler.consumer)) return;
    if (!(await this.handlers.projections.untilFilled(projection, () => this.stopping))) return;
    this.filled.add(handler.consumer);
    this.bell.ring();
  }

  private async round(): Promise<void> {
    await this.reconciler.inbox(this.consumers.map((c) => c.handler.consumer));
    const state = await this.reconciler.stream.ensure();
    for (const consumer of this.consumers) {
      const { handler } = consumer;
      if (handler.projection && !this.filled.has(handler.consumer) && (await this.handlers.projections.isFilled(handler.projection))) {
        this.filled.add(handler.consumer);
      }
      await this.ensureDurable(handler, state);
      if (!this.stopping && this.mayPull(handler)) consumer.start();
    }
  }

  private mayPull(handler: Handler): boolean {
    return !handler.projection || this.filled.has(handler.consumer);
  }

  private async ensureDurable({ consumer, event, projection }: Handler, state: StreamState): Promise<void> {
    const { consumers } = await this.reconciler.stream.manager();
    const info = await consumers.info(STREAM, consumer).catch(absent);
    this.lag.set({ consumer }, info ? info.num_pending + info.num_ack_pending : 0);
    this.ahead.set({ consumer }, Math.max(0, (info?.delivered.stream_seq ?? 0) - state.last));
    if (info) return;
    await consumers.add(STREAM, {
      durable_name: consumer,
      filter_subject: `evt.${event.name}`,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ACK_WAIT_MS),
      max_ack_pending: 1000,
      // A projection about to be filled from its owner needs only what changes from now on.
      deliver_policy: projection && !this.filled.has(consumer) ? DeliverPolicy.New : DeliverPolicy.All,
    });
  }
}
