import { Id, line } from '@vungmanh/contracts/types';
import { readConfig } from '@vungmanh/platform/config';
import { dataSourceFor } from '@vungmanh/platform/db/data-source';
import { Db } from '@vungmanh/platform/db/db';
import { asSystem } from '@vungmanh/platform/db/reach';
import { clockOf } from '@vungmanh/platform/moved-clock';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { foundProvince } from './node/found-province.js';
import { organization } from './service.js';

const Province = z.strictObject({ id: Id.optional(), code: line(40), name: line(200) });

/** `node dist/bootstrap.js province.json`, with the environment of the service; it may run beside it. Prints `{"nodeId": …}`. */
async function bootstrap(path: string | undefined): Promise<void> {
  if (path === undefined) throw new Error('Usage: bootstrap.js province.json');
  const province = Province.parse(JSON.parse(await readFile(path, 'utf8')));
  const config = readConfig(process.env);
  const dataSource = await dataSourceFor(organization, config.databaseUrl).initialize();
  const db = new Db(dataSource, clockOf(config));
  try {
    console.log(JSON.stringify({ nodeId: await asSystem(() => foundProvince(db, province)) }));
  } finally {
    await db.close();
  }
}

bootstrap(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
