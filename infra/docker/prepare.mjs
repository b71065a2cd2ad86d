import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBrokerConfig } from '../local/broker-config.mjs';
import { checkServer, prepareDatabases } from '../local/databases.mjs';
import { prepareKeys } from '../local/keys.mjs';
import { migrate } from '../local/service.mjs';

// Runs to its end before the services of docker-compose.yml start: databases and roles, keys, the broker's users, migrations.
const platform = JSON.parse(readFileSync(new URL('../platform.json', import.meta.url), 'utf8'));
const { DATABASE_URL, KEYS_DIR, FILES_DIR, PGPASSFILE, SECRETS_FILE, BROKER_CONFIG } = process.env;

await checkServer(DATABASE_URL, platform.postgres);
const databases = await prepareDatabases(DATABASE_URL, platform, { secretsFile: SECRETS_FILE });
prepareKeys(
  KEYS_DIR,
  platform.services.map(({ name }) => name),
);
await writeBrokerConfig(BROKER_CONFIG, KEYS_DIR);
mkdirSync(FILES_DIR, { recursive: true, mode: 0o700 });

// The passwords of the roles that services take in PostgreSQL's own password file: no service has one in its environment.
const lines = Object.values(databases)
  .flatMap(({ appUrl, readUrl }) => [appUrl, readUrl])
  .map((url) => {
    const { hostname, port, username, password, pathname } = new URL(url);
    return [hostname, port || '5432', pathname.slice(1), username, password].join(':');
  });
mkdirSync(path.dirname(PGPASSFILE), { recursive: true, mode: 0o700 });
writeFileSync(`${PGPASSFILE}.new`, `${lines.join('\n')}\n`, { mode: 0o600 });
renameSync(`${PGPASSFILE}.new`, PGPASSFILE);

for (const { name, database } of platform.services) {
  if (!database) continue;
  const program = fileURLToPath(new URL(`../../apps/${name}/dist/migrate.js`, import.meta.url));
  const env = { ...process.env, SERVICE: name, DATABASE_URL: databases[name].ownerUrl, READ_DATABASE_URL: databases[name].readUrl };
  await migrate({ name, program, env, logFile: path.join(path.dirname(KEYS_DIR), 'logs', `${name}-migrate.log`) });
  console.log(`${name}: migrated`);
}
