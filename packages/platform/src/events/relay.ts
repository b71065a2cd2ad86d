import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../db/db.js';
import { Bell } from './bell.js';
import { Reconciler } from './reconciler.js';
import { EventStream, type Outgoing } from './stream.js';

const BATCH = 200;
const IDLE_MS = 100;
const TAKEOVER_MS = 1000;
const RECONCILE_MS = 30_000;
/** Any constant: advisory locks are per database, and each service has its own. */
const LOCK = 7_110_001;
/** A leader whose machine vanished must lose the lock within five seconds: its connection has to be noticed as dead. */
const SESSION = `set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 2; set statement_timeout = '30s'`;

/**
 * Carries the outbox to the stream. One relay per service leads, by an advisory lock on its own connection, so that events of
 * an aggregate keep their order; rows are chosen by state, never by a cursor, since transactions commit out of order.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly bell = new Bell();
  private readonly pause = new Bell();
  private stopping = false;
  private reconcileAt = 0;
  private running: Promise<void> | undefined;
  /** Ends the wait for acknowledgements that will not come any more; what they were for is sent again. */
  private giveUp: () => void = () => {};

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Db,
    private readonly stream: EventStream,
    private readonly reconciler: Reconciler,
  ) {}

  onApplicationBootstrap(): void {
    this.db.published = () => this.bell.ring();
    this.stream.onDisconnect(() => {
      this.reconcileAt = 0;
      this.giveUp();
    });
    this.running = this.run();
  }

  /** After the last request and the last event: what they left in the outbox still goes out, if the broker is there. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    this.pause.ring();
    await this.running;
  }

  private async run(): Promise<void> {
    let last = '';
    while (!this.stopping) {
      try {
        await this.lead();
        last = '';
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (message !== last) this.reconciler.log.warn('the relay stands still', { reason: message });
        last = message;
      }
      if (!this.stopping) await this.pause.wait(TAKEOVER_MS);
    }
  }

  private async lead(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: `${this.config.service}-relay`,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    });
    // A broken connection shows in the next statement.
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(SESSION);
      while (!(await takes(client))) {
        await this.pause.wait(TAKEOVER_MS);
        if (this.stopping) return;
      }
      this.reconcileAt = 0;
      await this.send(client);
    } finally {
      await client.end().catch(() => {});
    }
  }

  private async send(client: pg.Client): Promise<void> {
    for (;;) {
      const leaving = this.stopping;
      if (performance.now() >= this.reconcileAt) {
        // Set first: a broker lost meanwhile asks for another round.
        this.reconcileAt = performance.now() + RECONCILE_MS;
        await this.reconciler.outbox(client);
      }
      const sent = await this.sendBatch(client);
      if (sent === BATCH) continue;
      if (leaving) return;
      await this.bell.wait(IDLE_MS);
    }
  }

  private async sendBatch(client: pg.Client): Promise<number> {
    const { rows } = await client.query<Outgoing>(
      'select id, name, payload::text as payload, trace, created_at from outbox where sent_at is null order by id limit $1',
      [BATCH],
    );
    if (rows.length === 0) return 0;
    // The broker went away during the statement: what it came back with is looked at first.
    if (this.reconcileAt === 0) return BATCH;
    const gone = new Promise<never>((_, reject) => {
      this.giveUp = () => reject(new Error('the broker went away'));
    });
    const results = await Promise.race([Promise.allSettled(rows.map((row) => this.stream.publish(row))), gone]);
    const sent = results.flatMap((r, i) => (r.status === 'fulfilled' ? [{ id: rows[i]?.id, seq: r.value }] : []));
    await client.query(
      `update outbox o set sent_at = now(), stream_seq = s.seq
       from unnest($1::uuid[], $2::bigint[]) s(id, seq) where o.id = s.id`,
      [sent.map((s) => s.id), sent.map((s) => s.seq)],
    );
    const failed = results.find((r) => r.status === 'rejected');
    if (failed) throw failed.reason;
    return rows.length;
  }
}

async function takes(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK]);
  return rows[0]?.taken === true;
}
