import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startGuard } from '../../../infra/local/guard.mjs';
import { startNats } from '../../../infra/local/nats.mjs';
import { startPostgres } from '../../../infra/local/postgres.mjs';

/**
 * Gives this Jest run a PostgreSQL and a nats-server of its own: `TEST_PG_ADMIN_URL` (may create databases and roles)
 * and `TEST_NATS_URL`. DATABASE_URL and NATS_URL replace them where no binaries exist.
 * @public Jest calls it.
 */
export default async function setup() {
  const { DATABASE_URL, NATS_URL } = process.env;
  const directory = mkdtempSync(path.join(os.tmpdir(), 'vungmanh-test-'));
  const guard = startGuard();
  guard.removeDirectory(directory);
  const watch = (stage, signal) => (pid) => guard.watch(pid, { stage, signal });

  const store = path.join(directory, 'nats');
  mkdirSync(store);
  const [postgres, nats] = await Promise.all([
    DATABASE_URL
      ? undefined
      : startPostgres({
          directory: path.join(directory, 'pg'),
          fast: true,
          settings: { max_connections: 200, jit: 'off', autovacuum: 'off' },
          onSpawn: watch(1, 'SIGINT'),
        }),
    NATS_URL ? undefined : startNats({ directory: store, onSpawn: watch(1, 'SIGTERM') }),
  ]);
  if (postgres) guard.removeDirectory(postgres.directory);
  process.env.TEST_PG_ADMIN_URL = DATABASE_URL ?? postgres.url;
  process.env.TEST_NATS_URL = NATS_URL ?? nats.url;
  process.env.TEST_ON_RECORD = path.join(directory, 'on-record.jsonl');
  globalThis.vungmanhTestWorld = guard;
}
