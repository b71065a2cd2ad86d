import { type DynamicModule, Module } from '@nestjs/common';
import { readersPages } from '@vungmanh/contracts/audit';
import type { ServiceName } from '@vungmanh/contracts/service';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { readKeys } from './actor/keys.js';
import { ActorTokens } from './actor/token.js';
import { Clock } from './clock.js';
import { AccountNames } from './audit/account-names.js';
import { auditOperation } from './audit/audit.service.js';
import { auditExportOperation } from './audit/export.service.js';
import { readersOperation } from './audit/readers.service.js';
import { Sealing } from './audit/sealing.js';
import { CONFIG, type Config } from './config.js';
import { Sealer } from './crypto/sealer.js';
import { dataSourceFor } from './db/data-source.js';
import { Db, READ_DATABASE_URL } from './db/db.js';
import { ReadTrail } from './db/read-trail.js';
import { DeadLetters } from './events/dead-letters.js';
import { Files } from './files.js';
import { Health } from './health.js';
import { healthOperation } from './health.operation.js';
import { Jobs } from './jobs/jobs.js';
import { Log } from './log.js';
import { Metrics } from './metrics.js';
import { connectNats, NATS } from './nats.js';
import { eventProviders } from './platform.events.js';
import { RpcClient } from './rpc/client.js';
import { Dispatcher } from './rpc/dispatcher.js';
import { Guard } from './rpc/guard.js';
import { Grants } from './scope/grants.js';
import type { ServiceDefinition } from './service.js';

const holdsPersons = (name: ServiceName): name is keyof typeof readersPages => name in readersPages;

/** Everything a service gets without asking; the providers of its own module may inject any of it. */
@Module({})
export class PlatformModule {
  static for(definition: ServiceDefinition, config: Config, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Log, useValue: new Log(config) },
        { provide: Clock, useValue: clock },
        { provide: NATS, useFactory: () => connectNats(config.natsUrl, { user: definition.name, keysDir: config.keysDir }) },
        { provide: DataSource, useFactory: () => dataSourceFor(definition, config.databaseUrl).initialize() },
        { provide: READ_DATABASE_URL, useValue: config.readDatabaseUrl },
        {
          provide: ActorTokens,
          useFactory: async () => new ActorTokens(await readKeys(config.keysDir, definition.name), definition.name, clock),
        },
        { provide: Sealer, useFactory: () => Sealer.read(config.keysDir) },
        { provide: Files, useFactory: () => Files.open(config, clock) },
        Db,
        ReadTrail,
        Sealing,
        Grants,
        Guard,
        Dispatcher,
        RpcClient,
        Health,
        healthOperation(definition.name),
        AccountNames,
        ...(definition.name === 'gateway' ? [] : [auditOperation(definition.name)]),
        ...(definition.name === 'gateway' || !definition.drawWorkbook ? [] : [auditExportOperation(definition.name, definition.drawWorkbook)]),
        ...(holdsPersons(definition.name) ? [readersOperation(definition.name)] : []),
        Metrics,
        ...eventProviders(definition.name),
      ],
      exports: [
        CONFIG,
        Log,
        AccountNames,
        Clock,
        NATS,
        DataSource,
        ActorTokens,
        Sealer,
        Files,
        Db,
        ReadTrail,
        Grants,
        Guard,
        Dispatcher,
        RpcClient,
        Health,
        Metrics,
        Jobs,
        DeadLetters,
      ],
    };
  }
}
