import type { INestApplicationContext, INestMicroservice } from '@nestjs/common';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock } from './clock.js';
import { clockOf } from './moved-clock.js';
import type { Config } from './config.js';
import { Db } from './db/db.js';
import { Health } from './health.js';
import { serveHealth } from './health-server.js';
import { Log, nestLogger } from './log.js';
import { Metrics } from './metrics.js';
import { NATS, type Nats } from './nats.js';
import { PlatformModule } from './platform.module.js';
import { Dispatcher } from './rpc/dispatcher.js';
import { RpcTransport } from './rpc/transport.js';
import type { ServiceDefinition } from './service.js';

/** A service's module with the platform below it: what Nest is given to start. */
@Module({})
export class Root {
  static of(definition: ServiceDefinition, config: Config, clock: Clock): DynamicModule {
    return { module: Root, imports: [PlatformModule.for(definition, config, clock), definition.module] };
  }
}

/** A service that runs in this process. */
export interface RunningService<App extends INestApplicationContext = INestMicroservice> {
  readonly app: App;
  /** Where `/health/ready` and `/metrics` are answered. */
  readonly healthPort: number;
  /** Resolves when every check of readiness passes; throws their reasons after `timeoutMs`. */
  ready(timeoutMs?: number): Promise<void>;
  /** Stops taking work, finishes what was taken, closes every connection. */
  stop(): Promise<void>;
}

/** Starts a service; resolves when it answers requests. Its database has been migrated before (infra). */
export async function startService(definition: ServiceDefinition, config: Config, clock: Clock = clockOf(config)): Promise<RunningService> {
  const late: { transport?: RpcTransport } = {};
  const log = new Log(config);
  const app = await NestFactory.createMicroservice(Root.of(definition, config, clock), {
    logger: nestLogger(log),
    strategy: {
      listen: (done: (error?: unknown) => void) => {
        late.transport = new RpcTransport(app.get<Nats>(NATS), app.get(Dispatcher), log);
        late.transport.listen(done);
      },
      close: () => late.transport?.close(),
    },
  });
  await app.listen();
  return operated(app, config);
}

/** Opens the operators' door of an application that listens already. The gateway, which listens to people, starts with it too. */
export async function operated<App extends INestApplicationContext>(app: App, config: Config): Promise<RunningService<App>> {
  const health = app.get(Health);
  const door = await serveHealth(config, health, app.get(Metrics));
  app.get(Log).info('started', { healthPort: door.port });
  return {
    app,
    healthPort: door.port,
    ready: (timeoutMs = 10_000) => until(health, timeoutMs),
    stop: async () => {
      health.leave();
      await app.close();
      await door.close();
      await app.get(Db).close();
      await app.get<Nats>(NATS).drain();
    },
  };
}

async function until(health: Health, timeoutMs: number): Promise<void> {
  for (const end = performance.now() + timeoutMs; ;) {
    const { ready, checks } = await health.ready();
    if (ready) return;
    if (performance.now() > end)
      throw new Error(
        `Not ready: ${Object.entries(checks)
          .map(([name, why]) => `${name}: ${why}`)
          .join('; ')}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
