import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NATS, type Nats } from './nats.js';

/** Answers why something is not ready, or nothing when it is. A thrown error counts as a reason. */
export type Check = () => string | undefined | Promise<string | undefined>;

const CHECK_MS = 2000;

/** Whether the service may be sent work. Alive is another question: that is the event loop alone. */
@Injectable()
export class Health {
  private readonly checks = new Map<string, Check>();
  private stopping = false;

  constructor(dataSource: DataSource, @Inject(NATS) nats: Nats) {
    this.add('database', async () => void (await dataSource.query('select 1')));
    this.add('nats', async () => void (await nats.rtt()));
  }

  /** A named check of readiness; one of the same name replaces it. */
  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** Readiness fails from here on, so that nobody sends new work to a service that is about to leave. */
  leave(): void {
    this.stopping = true;
  }

  /** Each check as 'ok' or the reason why not. */
  async ready(): Promise<{ ready: boolean; checks: Record<string, string> }> {
    const results = await Promise.all([...this.checks].map(async ([name, check]) => [name, await outcome(check)] as const));
    const checks = Object.fromEntries(this.stopping ? [['process', 'stopping'], ...results] : results);
    return { ready: Object.values(checks).every((c) => c === 'ok'), checks };
  }
}

async function outcome(check: Check): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), CHECK_MS);
  });
  try {
    return await Promise.race([Promise.resolve(check()).then((reason) => reason ?? 'ok'), late]);
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  } finally {
    clearTimeout(timer);
  }
}
