import { migrate } from '@vungmanh/platform/db/data-source';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A new, migrated database for one service in the run's own PostgreSQL; `drop` removes it. */
export async function makeDatabase(definition: ServiceDefinition): Promise<{ url: string; drop(): Promise<void> }> {
  const adminUrl = process.env['TEST_PG_ADMIN_URL'];
  if (!adminUrl) throw new Error("No database: give this workspace's jest.config.mjs `preset(import.meta.url, { world: true })`");
  const name = `test_${definition.name}_${randomBytes(4).toString('hex')}`;
  await asAdmin(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await asAdmin(
    url.href,
    'create extension if not exists btree_gist; create extension if not exists pg_trgm; create extension if not exists unaccent',
  );
  await migrate(definition, url.href);
  return { url: url.href, drop: () => asAdmin(adminUrl, `drop database ${name} with (force)`) };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
