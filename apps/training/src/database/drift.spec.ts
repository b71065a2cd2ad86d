import { dataSourceFor } from '@vungmanh/platform/db/data-source';
import { makeDatabase } from '@vungmanh/testing/database';
import { expectNoDrift } from '@vungmanh/testing/drift';
import { training } from '../service.js';

it('entities and migrations are of one mind', async () => {
  const database = await makeDatabase(training);
  const source = await dataSourceFor(training, database.url).initialize();
  try {
    await expectNoDrift(source);
  } finally {
    await source.destroy();
    await database.drop();
  }
});
