import { newId } from '@vungmanh/contracts/new-id';
import type { Db } from '@vungmanh/platform/db/db';
import { readTypes } from '../node-type/node-type.rows.js';
import { typeOn } from '../node-type/node-type.rules.js';
import { insertNodes } from './write-nodes.js';

/**
 * Makes the province, the one organization without a parent: nobody can hold a grant before it is there. Where one stands, its
 * id is answered and nothing changes.
 */
export async function foundProvince(db: Db, province: { id?: string | undefined; code: string; name: string }): Promise<string> {
  return db.transaction('found-province', async (tx) => {
    await tx.query('lock table node in share row exclusive mode');
    const [standing] = await tx.query<{ id: string }>('select id from node_view where parent_id is null');
    if (standing) return standing.id;
    const today = tx.clock.today();
    const type = typeOn(await readTypes(tx), 'PROVINCE', today);
    if (!type) throw new Error('The type PROVINCE is not in force');
    const id = province.id ?? newId(tx.clock.millis());
    await insertNodes(tx, [{ id, type, code: province.code, name: province.name, from: today }]);
    return id;
  });
}
