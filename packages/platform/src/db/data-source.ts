import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { ServiceDefinition } from '../service.js';
import { Audit1760000200000 } from './audit.migration.js';
import { AuditPersons1760000500000 } from './audit-persons.migration.js';
import { Events1760000100000 } from './events.migration.js';
import { Platform1760000000000 } from './platform.migration.js';
import { SYSTEM_OPTIONS } from './reach.js';
import { prepareReach } from './reaching.js';
import { Roles1760000300000 } from './roles.migration.js';
import { RowSecurity1760000400000 } from './row-security.migration.js';

const CONNECTIONS = 8;

/** The connection pool of a service. The role it signs in as sets `plan_cache_mode` and the time limits (infra). */
export function dataSourceFor(definition: ServiceDefinition, url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: definition.name,
    entities: definition.entities.map((e) => e as new () => object),
    migrations: [
      Platform1760000000000,
      Events1760000100000,
      Audit1760000200000,
      Roles1760000300000,
      RowSecurity1760000400000,
      AuditPersons1760000500000,
      ...definition.migrations,
    ],
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize: CONNECTIONS,
    // A pool that nobody answers must not hang a request for ever.
    extra: { connectionTimeoutMillis: 3000 },
  });
}

/**
 * The connections of hot statements: what has a name there is parsed and planned once a connection, for any parameters. A pool of
 * its own, because the mode belongs to the connection; `auto` would not do, since it takes a plan for one row to be worth planning.
 */
export const hotPoolFor = (dataSource: DataSource): Pool => poolFor(dataSource, { name: 'hot', options: '-c plan_cache_mode=force_generic_plan' });

/** The connections of read statements, as the role that can do nothing else; the application's own where there is none. */
export const readPoolFor = (dataSource: DataSource, url?: string): Pool =>
  poolFor(dataSource, { name: 'read', ...(url === undefined ? {} : { url }) });

function poolFor(dataSource: DataSource, { name, url, options }: { name: string; url?: string; options?: string }): Pool {
  const source = dataSource.options as PostgresDataSourceOptions;
  const pool = new Pool({
    connectionString: url ?? source.url,
    application_name: `${source.applicationName ?? 'platform'}-${name}`,
    max: CONNECTIONS,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 60_000,
    // Before a new connection is given to anybody.
    verify: (client, done) => void prepareReach(client).then(() => done(), done),
    ...(options === undefined ? {} : { options }),
  });
  // A connection that breaks while nobody uses it is replaced by the next statement's.
  pool.on('error', () => {});
  return pool;
}

/** Runs the platform's and the service's migrations as the owner role, before the service starts; never inside it. */
export async function migrate(definition: ServiceDefinition, ownerUrl: string): Promise<void> {
  // A migration may change any row; the policies are the owner's too.
  const source = dataSourceFor({ ...definition, entities: [] }, ownerUrl).setOptions({ extra: { options: SYSTEM_OPTIONS } });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
