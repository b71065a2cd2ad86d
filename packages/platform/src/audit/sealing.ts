import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { KeyObject } from 'node:crypto';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { SYSTEM_OPTIONS } from '../db/reach.js';
import { Bell } from '../events/bell.js';
import { Log } from '../log.js';
import { CHAINS, type Head } from './chain.js';
import { addHeads, headsFile, mendHeads, publicKeyOf, readHeads, signingKey } from './heads.js';
import { headsIn, SEALED_AT_ONCE, sealRows } from './seal-rows.js';

const EVERY_MS = 1000;
/** Any constant that nobody else in the database uses. */
const LOCK = 7_110_002;
const SESSION = `set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 2`;

/** What a process that seals knows of the chains. */
interface Standing {
  readonly key: KeyObject;
  readonly heads: Map<number, Head>;
  /** Positions as they were signed last, and the digest of that line. */
  readonly signed: Map<number, number>;
  digest: string;
}

/**
 * Seals the audit behind the requests' backs: no command waits for the end of a chain. One process of a service does it, by an
 * advisory lock on a connection of its own; every few minutes it signs the ends and copies them out of the database, where
 * whoever rules over the database has no hand (reliability.md F36).
 */
@Injectable()
export class Sealing implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly pause = new Bell();
  private stopping = false;
  private running: Promise<void> | undefined;
  private readonly file: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.file = headsFile(config.headsDir, config.service);
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
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
        if (message !== last) this.log.warn('the sealing of the audit stands still', { reason: message });
        last = message;
      }
      if (!this.stopping) await this.pause.wait(EVERY_MS);
    }
  }

  private async lead(): Promise<void> {
    const { databaseUrl, service } = this.config;
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: `${service}-sealing`,
      connectionTimeoutMillis: 3000,
      options: SYSTEM_OPTIONS,
    });
    // A broken connection shows in the next statement.
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(SESSION);
      for (;;) {
        const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK]);
        if (rows[0]?.taken === true) break;
        await this.pause.wait(EVERY_MS);
        if (this.stopping) return;
      }
      await this.seal(client, await this.standing(client));
    } finally {
      await client.end().catch(() => {});
    }
  }

  private async seal(client: pg.Client, standing: Standing): Promise<void> {
    let signAt = performance.now() + this.config.headsMinutes * 60_000;
    for (;;) {
      const leaving = this.stopping;
      const { rows, heads, behind, vanished } = await sealRows(client, this.config.service, standing.heads);
      if (behind.length > 0) this.log.error('chains of the audit were changed behind the back of the service', undefined, { chains: behind });
      if (vanished > 0) this.log.error('audit rows were gone before they could be sealed', undefined, { rows: vanished });
      for (const [chain, head] of heads) standing.heads.set(chain, head);
      if (rows === SEALED_AT_ONCE) continue;
      if (leaving || performance.now() >= signAt) {
        await this.sign(standing);
        signAt = performance.now() + this.config.headsMinutes * 60_000;
      }
      if (leaving) return;
      await this.pause.wait(EVERY_MS);
    }
  }

  /** Where the chains end: as signed last, if the database has been cut back below that. */
  private async standing(client: pg.Client): Promise<Standing> {
    const { keysDir, service } = this.config;
    await mendHeads(this.file);
    const onFile = await readHeads(this.file, { service, key: await publicKeyOf(keysDir, service) });
    if (onFile.findings.length > 0) this.log.error('the file of signed heads is not as it was written', undefined, { findings: onFile.findings });
    const heads = await headsIn(client, [...Array(CHAINS).keys()]);
    const cut = [...onFile.heads].filter(([chain, { position }]) => (heads.get(chain)?.position ?? 0) < position);
    if (cut.length > 0) this.log.error('the audit has been cut below what was signed', undefined, { chains: cut.map(([chain]) => chain) });
    for (const [chain, head] of cut) heads.set(chain, head);
    return {
      key: await signingKey(keysDir, service),
      heads,
      signed: new Map([...onFile.heads].map(([chain, { position }]) => [chain, position])),
      digest: onFile.last?.digest ?? '',
    };
  }

  private async sign(standing: Standing): Promise<void> {
    const grown = [...standing.heads].filter(([chain, { position }]) => position > (standing.signed.get(chain) ?? 0)).toSorted(([a], [b]) => a - b);
    if (grown.length === 0) return;
    const chains = grown.map(([chain, { position, hash }]): [number, number, string] => [chain, position, hash]);
    const body = { service: this.config.service, at: this.clock.now(), chains, before: standing.digest };
    standing.digest = await addHeads(this.file, body, standing.key);
    for (const [chain, { position }] of grown) standing.signed.set(chain, position);
  }
}
