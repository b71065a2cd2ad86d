import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Started {
  url: string;
  port: number;
  pid: number;
  stop(): Promise<unknown>;
}
interface Nats {
  startNats(options: { directory: string; config?: string; port?: number; onSpawn: (pid: number) => void }): Promise<Started>;
}
interface Configs {
  writeBrokerConfig(file: string, keysDir: string, options: { fast: boolean }): Promise<void>;
}
interface Guards {
  startGuard(): {
    watch(pid: number, how: { stage: number }): void;
    forget(pid: number): void;
    removeDirectory(path: string): void;
    release(): Promise<void>;
  };
}

// The start script's own tools: plain JavaScript, which runs before anything is built.
const infra = async <T>(file: string): Promise<T> => (await import(new URL(`../../../infra/local/${file}`, import.meta.url).href)) as T;

/** A nats-server of the test's own, which it may kill and whose store it may wipe; it comes back on the same port. */
export class Broker {
  private constructor(
    private readonly own: { readonly nats: Nats; readonly guard: ReturnType<Guards['startGuard']> },
    private readonly directory: string,
    private server: Started,
    private readonly more: { config?: string },
  ) {}

  /** `keysDir`: it knows the users whose keys lie there, with the permissions of the contracts, and serves nobody else. */
  static async start(keysDir?: string): Promise<Broker> {
    const nats = await infra<Nats>('nats.mjs');
    const guard = (await infra<Guards>('guard.mjs')).startGuard();
    const directory = await mkdtemp(join(tmpdir(), 'vungmanh-broker-'));
    guard.removeDirectory(directory);
    const more = keysDir === undefined ? {} : { config: join(directory, 'nats.conf') };
    if (more.config) await (await infra<Configs>('broker-config.mjs')).writeBrokerConfig(more.config, keysDir ?? '', { fast: true });
    const server = await nats.startNats({ directory, ...more, onSpawn: (pid) => guard.watch(pid, { stage: 1 }) });
    return new Broker({ nats, guard }, directory, server, more);
  }

  get url(): string {
    return this.server.url;
  }

  /** `kill -9`, or the same by a polite request. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const { pid } = this.server;
    process.kill(pid, signal);
    await this.server.stop();
    this.own.guard.forget(pid);
  }

  /** Everything that it had stored is gone. Call it while it is down. */
  async wipe(): Promise<void> {
    await rm(this.store, { recursive: true, force: true });
  }

  /** Remembers what it has stored; `rollBack` brings that back, as a power cut does. Call both while it is down. */
  async remember(): Promise<void> {
    await rm(`${this.store}.then`, { recursive: true, force: true });
    await cp(this.store, `${this.store}.then`, { recursive: true });
  }

  async rollBack(): Promise<void> {
    await this.wipe();
    await cp(`${this.store}.then`, this.store, { recursive: true });
  }

  private get store(): string {
    return join(this.directory, 'jetstream');
  }

  async restart(): Promise<void> {
    const { port } = this.server;
    this.server = await this.own.nats.startNats({
      directory: this.directory,
      ...this.more,
      port,
      onSpawn: (pid) => this.own.guard.watch(pid, { stage: 1 }),
    });
  }

  /** Stops it and deletes its store. */
  async stop(): Promise<void> {
    await this.own.guard.release();
  }
}
