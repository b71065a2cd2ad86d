import { DataSource } from 'typeorm';
import type { ServiceDefinition } from '../service.js';
import { Events1760000100000 } from './events.migration.js';
import { Platform1760000000000 } from './platform.migration.js';

const CONNECTIONS = 8;

/**
 * The connection pool of a service. The role it signs in as sets the time limits and plans every statement for its own parameters
 * (infra). Under `auto` that still holds for all statements but those with a name, which are `Db.hot`'s alone.
 */
export function dataSourceFor(definition: ServiceDefinition, url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: definition.name,
    entities: definition.entities.map((e) => e as new () => object),
    migrations: [Platform1760000000000, Events1760000100000, ...definition.migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize: CONNECTIONS,
    // A pool that nobody answers must not hang a request for ever.
    extra: { connectionTimeoutMillis: 3000, options: '-c plan_cache_mode=auto' },
  });
}

/** Runs the platform's and the service's migrations as the owner role, before the service starts; never inside it. */
export async function migrate(definition: ServiceDefinition, ownerUrl: string): Promise<void> {
  const source = dataSourceFor({ ...definition, entities: [] }, ownerUrl);
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
