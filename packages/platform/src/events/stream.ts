import { Inject, Injectable } from '@nestjs/common';
import { jetstream, JetStreamApiError, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { STREAM } from '@vungmanh/contracts/event';
import { Health } from '../health.js';
import { Metrics } from '../metrics.js';
import { NATS, type Nats } from '../nats.js';
import { STREAM_CONFIG } from './stream-config.js';

/** What the stream says of itself; `created` tells a new stream from the one that was there before. */
export interface StreamState {
  readonly created: string;
  readonly first: number;
  readonly last: number;
}

/** An event as the outbox holds it. */
export interface Outgoing {
  readonly id: string;
  readonly name: string;
  readonly payload: string;
  readonly trace: string;
  readonly created_at: Date;
}

export const eventHeader = { id: 'Nats-Msg-Id', trace: 'trace', at: 'at' } as const;

/** The one stream of all services' events: a delivery cache that may vanish at any moment (reliability.md F1). */
@Injectable()
export class EventStream {
  private readonly js: JetStreamClient;
  private management: Promise<JetStreamManager> | undefined;
  private readonly rolledBack;
  private problem: string | undefined = 'not reached yet';

  constructor(
    @Inject(NATS) readonly nats: Nats,
    metrics: Metrics,
    health: Health,
  ) {
    this.js = jetstream(nats);
    this.rolledBack = metrics.counter('stream_rolled_back_total', 'Times the stream had lost what it once acknowledged');
    health.add('events', () => this.problem);
  }

  async manager(): Promise<JetStreamManager> {
    this.management ??= jetstreamManager(this.nats, { checkAPI: false });
    return this.management;
  }

  /** Creates the stream when it is gone. Its limits are the operator's to change, and so is its end: no service may. */
  async ensure(): Promise<StreamState> {
    try {
      // Refuses at once while disconnected, where a request would wait out its time.
      await this.nats.rtt();
      const { streams } = await this.manager();
      const info = (await streams.info(STREAM).catch(absent)) ?? (await streams.add(STREAM_CONFIG));
      this.problem = undefined;
      return { created: info.created, first: info.state.first_seq, last: info.state.last_seq };
    } catch (error) {
      this.problem = error instanceof Error ? error.message : 'unreachable';
      throw error;
    }
  }

  /** Whether the stream holds this event at this place; it does not when it was rolled back and has grown again. */
  async holds(seq: number, id: string): Promise<boolean> {
    const { streams } = await this.manager();
    const message = await streams.getMessage(STREAM, { seq }).catch(absent);
    return message?.header.get(eventHeader.id) === id;
  }

  /** Publishes and answers the sequence that the stream gave it. Only the relay calls it. */
  async publish(event: Outgoing): Promise<number> {
    const h = headers();
    h.set(eventHeader.trace, event.trace);
    h.set(eventHeader.at, event.created_at.toISOString());
    const ack = await this.js.publish(`evt.${event.name}`, event.payload, { msgID: event.id, headers: h });
    return ack.seq;
  }

  countRollback(): void {
    this.rolledBack.inc();
  }

  /** Calls back when the broker is gone: only a broker that went away can come back with less than it had acknowledged. */
  onDisconnect(listener: () => void): void {
    void (async () => {
      for await (const status of this.nats.status()) if (status.type === 'disconnect') listener();
    })();
  }
}

/** `undefined` for a stream, consumer or message that does not exist; anything else goes on as it was thrown. */
export function absent(error: unknown): undefined {
  if (error instanceof JetStreamApiError && error.status === 404) return undefined;
  throw error;
}
