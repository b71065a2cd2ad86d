import { Sealing } from '@vungmanh/platform/audit/sealing';
import { judgeAudit, readOutside, verifyAudit, type Verdict } from '@vungmanh/platform/audit/verify';
import { Log } from '@vungmanh/platform/log';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { TestClock } from '../src/clock.js';
import { makeDatabase } from '../src/database.js';
import { makeKeys } from '../src/keys.js';
import { noteService } from './note.fixture.js';
import { eventually } from './things.js';

/** The audit of one service with its real sealing, and a superuser who may do anything to it. */
export class Audited {
  private sealing: Sealing | undefined;

  private constructor(
    readonly superuser: pg.Client,
    readonly at: { readonly databaseUrl: string; readonly keysDir: string; readonly headsDir: string },
    private readonly drop: () => Promise<void>,
  ) {}

  static async make(): Promise<Audited> {
    const [database, keysDir, headsDir] = await Promise.all([makeDatabase(noteService), makeKeys(), mkdtemp(join(tmpdir(), 'vungmanh-heads-'))]);
    const superuser = new pg.Client(database.url);
    await superuser.connect();
    return new Audited(superuser, { databaseUrl: database.url, keysDir, headsDir }, () => database.drop());
  }

  get headsFile(): string {
    return join(this.at.headsDir, 'meetings.jsonl');
  }

  /** As many audit rows as a service would leave, all different. */
  async write(rows: number): Promise<void> {
    await this.superuser.query(
      `insert into audit (id, at, actor_id, person_id, on_behalf_of, operation, node_id, target_id, persons, trace)
       select uuidv7(), now() + i * interval '1 microsecond', 'account-' || i % 7, case when i % 2 = 0 then gen_random_uuid() end,
         case when i % 5 = 0 then 'account-1' end, 'meetings.note.' || i % 3, gen_random_uuid(), case when i % 3 = 0 then gen_random_uuid() end,
         (select coalesce(array_agg(gen_random_uuid()), '{}') from generate_series(1, i % 4)), 'trace-' || i
       from generate_series(1, $1) i`,
      [rows],
    );
  }

  startSealing(): void {
    const config = {
      service: 'meetings',
      readDatabaseUrl: '',
      natsUrl: '',
      filesDir: '',
      healthPort: 0,
      host: '',
      port: 0,
      logLevel: 'silent',
      mode: 'trial',
    } as const;
    this.sealing = new Sealing({ ...config, ...this.at, headsMinutes: 10 }, new TestClock(), new Log(config));
    this.sealing.onApplicationBootstrap();
  }

  /** Ends the sealing, which then signs. */
  async stopSealing(): Promise<void> {
    await this.sealing?.onApplicationShutdown();
    this.sealing = undefined;
  }

  async sealed(): Promise<void> {
    await eventually(async () => (await this.superuser.query('select from audit_open limit 1')).rowCount === 0, 'everything is sealed', 60_000);
  }

  /** Seals what is there and signs the ends. */
  async seal(): Promise<void> {
    this.startSealing();
    await this.sealed();
    await this.stopSealing();
  }

  /** What a superuser does who knows the triggers. */
  async tamper(sql: string, params: unknown[] = []): Promise<number> {
    await this.superuser.query(`set session_replication_role = 'replica'`);
    try {
      return (await this.superuser.query(sql, params)).rowCount ?? 0;
    } finally {
      await this.superuser.query('reset session_replication_role');
    }
  }

  verify(): Promise<Verdict> {
    return verifyAudit({ service: 'meetings', ...this.at });
  }

  /** What would be found if `edit` stood: it is made, judged and undone. Faster than to verify from outside, by the same code. */
  async found(edit: () => Promise<number>): Promise<{ changed: number; findings: readonly string[] }> {
    await this.superuser.query('begin');
    try {
      const changed = await edit();
      const { findings } = await judgeAudit(this.superuser, 'meetings', await readOutside({ service: 'meetings', ...this.at }));
      return { changed, findings };
    } finally {
      await this.superuser.query('rollback');
    }
  }

  async stop(): Promise<void> {
    await this.stopSealing();
    await this.superuser.end();
    await this.drop();
    await Promise.all([rm(this.at.keysDir, { recursive: true }), rm(this.at.headsDir, { recursive: true })]);
  }
}
