import { migrate } from '@vungmanh/platform/db/data-source';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';

interface Postgres {
  readonly extensions: readonly string[];
  readonly appRole: Readonly<Record<string, string>>;
  readonly readRole: Readonly<Record<string, string>>;
}
interface Prepared {
  readonly database: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly readUrl: string;
}
interface Infra {
  readonly prepareDatabases: (adminUrl: string, platform: { postgres: Postgres; services: object[] }) => Promise<Record<string, Prepared>>;
}

// As the start script makes them, with the same roles and settings.
const infra = new URL('../../../infra/', import.meta.url);

/** A database of a test: as a superuser, for the test's own looking, and as the three roles of the service. */
export interface TestDatabase {
  readonly url: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly readUrl: string;
  readonly drop: () => Promise<void>;
}

/** A new, migrated database for one service in the run's own PostgreSQL; `drop` removes it and its roles. */
export async function makeDatabase(definition: ServiceDefinition): Promise<TestDatabase> {
  const adminUrl = process.env['TEST_PG_ADMIN_URL'];
  if (!adminUrl) throw new Error("No database: give this workspace's jest.config.mjs `preset(import.meta.url, { world: true })`");
  const { prepareDatabases } = (await import(new URL('local/databases.mjs', infra).href)) as Infra;
  const { postgres }: { postgres: Postgres } = JSON.parse(readFileSync(new URL('platform.json', infra), 'utf8'));
  const name = `test_${definition.name}_${randomBytes(4).toString('hex')}`;
  const roles = { owner: `${name}_owner`, app: `${name}_app`, read: `${name}_read` };
  const made = await prepareDatabases(adminUrl, { postgres, services: [{ name: definition.name, database: { name, ...roles } }] });
  const { ownerUrl, appUrl, readUrl } = made[definition.name] ?? {};
  if (!ownerUrl || !appUrl || !readUrl) throw new Error(`prepareDatabases made nothing for ${definition.name}`);
  await migrate(definition, ownerUrl);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const drop = (): Promise<void> =>
    asAdmin(adminUrl, [`drop database ${name} with (force)`, ...Object.values(roles).map((role) => `drop role ${role}`)]);
  return { url: url.href, ownerUrl, appUrl, readUrl, drop };
}

/** Runs statements one after another on a connection of their own: what a test does that no role of a service may. */
export async function asAdmin(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}
