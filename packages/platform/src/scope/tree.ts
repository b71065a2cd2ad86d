import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import { searchText } from '@vungmanh/contracts/text';
import { placeNewer, type CopyTable } from '../db/place-newer.js';
import type { Tx } from '../db/tx.js';

const NODE_VIEW: CopyTable = {
  tableSql: 'node_view',
  keyColumn: 'id',
  columns: {
    id: 'uuid',
    version: 'integer',
    parent_id: 'uuid',
    code: 'text',
    name: 'text',
    search_text: 'text',
    type_code: 'text',
    sector: 'text',
    status: 'text',
    traits: 'jsonb',
  },
};

/** Statements that empty `node_view` and `tree_now`. */
export const EMPTY_TREE = ['delete from tree_now', 'delete from node_view'] as const;

/**
 * Writes nodes of a higher version into `node_view` and brings `tree_now` in line: new nodes, and whole subtrees below a
 * changed parent. In any order: a child that came before its parent is linked when the parent comes. The owner calls it in
 * its own transactions, every other service from the projection of its events. Answers the ids that were written.
 */
export async function placeNodes(tx: Tx, rows: readonly NodeRow[]): Promise<string[]> {
  // One writer at a time: two moves at once could each link below what the other has just unlinked.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('tree_now', 0))`);
  const before = await tx.query<{ id: string; parent_id: string | null }>('select id, parent_id from node_view where id = any($1::uuid[])', [
    rows.map((r) => r.id),
  ]);
  const parents = new Map(before.map((b) => [b.id, b.parent_id]));
  const placed = new Set(await placeNewer(tx, NODE_VIEW, rows.map(columnsOf)));
  const moved = rows.filter((r) => placed.has(r.id) && parents.get(r.id) !== (r.parentId ?? null)).map((r) => r.id);
  if (moved.length > 0) await relink(tx, moved);
  return [...placed];
}

const columnsOf = (node: NodeRow) => ({
  id: node.id,
  version: node.version,
  parent_id: node.parentId,
  code: node.code,
  name: node.name,
  search_text: searchText(`${node.code} ${node.name}`),
  type_code: node.typeCode,
  sector: node.sector,
  status: node.status,
  traits: node.traits,
});

/** Builds the ancestors of these nodes, and of everything below them, anew from the parents in `node_view`. */
async function relink(tx: Tx, ids: readonly string[]): Promise<void> {
  // `union` ends the walk even while two nodes, read at different moments, stand below each other.
  const below = await tx.query<{ id: string }>(
    `with recursive below(id) as (
       select unnest($1::uuid[]) union select n.id from node_view n join below b on n.parent_id = b.id)
     select id from below`,
    [ids],
  );
  const affected = below.map((b) => b.id);
  await tx.query('delete from tree_now where descendant = any($1::uuid[])', [affected]);
  await tx.query(
    `with recursive up(descendant, ancestor, depth) as (
       select id, id, 0 from unnest($1::uuid[]) as a(id)
       union all
       select u.descendant, p.id, u.depth + 1
       from up u join node_view n on n.id = u.ancestor join node_view p on p.id = n.parent_id
     ) cycle ancestor set looped using path
     insert into tree_now (ancestor, descendant, depth) select ancestor, descendant, depth from up where not looped`,
    [affected],
  );
}
