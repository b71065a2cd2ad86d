import type { INestMicroservice } from '@nestjs/common';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import type { Config } from './config.js';
import { Log, nestLogger } from './log.js';
import { NATS, type Nats } from './nats.js';
import { PlatformModule } from './platform.module.js';
import { Dispatcher } from './rpc/dispatcher.js';
import { RpcTransport } from './rpc/transport.js';
import type { ServiceDefinition } from './service.js';

@Module({})
class Root {
  static of(definition: ServiceDefinition, config: Config, clock: Clock): DynamicModule {
    return { module: Root, imports: [PlatformModule.for(definition, config, clock), definition.module] };
  }
}

/** A service that runs in this process. */
export interface RunningService {
  readonly app: INestMicroservice;
  /** Stops taking work, finishes what was taken, closes every connection. */
  stop(): Promise<void>;
}

/** Starts a service; resolves when it answers requests. Its database has been migrated before (infra). */
export async function startService(definition: ServiceDefinition, config: Config, clock: Clock = new Clock()): Promise<RunningService> {
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
  log.info('ready');
  return {
    app,
    stop: async () => {
      await app.close();
      await app.get(DataSource).destroy();
      await app.get<Nats>(NATS).drain();
    },
  };
}
