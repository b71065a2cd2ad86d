import { readConfig } from '@vungmanh/platform/config';
import { dataSourceFor } from '@vungmanh/platform/db/data-source';
import { Db } from '@vungmanh/platform/db/db';
import { asSystem } from '@vungmanh/platform/db/reach';
import { clockOf } from '@vungmanh/platform/moved-clock';
import { readFile } from 'node:fs/promises';
import { Passwords } from './account/passwords.js';
import { applyBootstrap, Bootstrap } from './bootstrap-accounts.js';
import { identity } from './service.js';

/** `node dist/bootstrap.js accounts.json`, with the environment of the service; it may run beside it. */
async function bootstrap(path: string | undefined): Promise<void> {
  if (path === undefined) throw new Error('Usage: bootstrap.js accounts.json');
  const config = readConfig(process.env);
  const file = Bootstrap.parse(JSON.parse(await readFile(path, 'utf8')));
  if (file.demo && config.mode === 'production') throw new Error('Demo accounts have known passwords and are refused in production');
  const clock = clockOf(config);
  const dataSource = await dataSourceFor(identity, config.databaseUrl).initialize();
  const db = new Db(dataSource, clock);
  try {
    const done = await asSystem(() => applyBootstrap(file, { db, clock, passwords: new Passwords() }));
    console.log(JSON.stringify(done));
  } finally {
    await db.close();
  }
}

bootstrap(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
