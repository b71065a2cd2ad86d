import { dataSourceFor } from '@vungmanh/platform/db/data-source';
import { makeDatabase } from '@vungmanh/testing/database';
import { expectNoDrift } from '@vungmanh/testing/drift';
import { inspection } from '../service.js';

it('entities and migrations are of one mind', async () => {
  const database = await makeDatabase(inspection);
  const source = await dataSourceFor(inspection, database.url).initialize();
  try {
    await expectNoDrift(source);
  } finally {
    await source.destroy();
    await database.drop();
  }
});
