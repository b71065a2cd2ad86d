import type { BodyRow } from '@vungmanh/contracts/organization/body';
import { placeNewer, type CopyTable } from '../db/place-newer.js';
import type { Tx } from '../db/tx.js';

const bodies: CopyTable = {
  tableSql: 'body_view',
  keyColumn: 'id',
  columns: {
    id: 'uuid',
    version: 'integer',
    node_id: 'uuid',
    kind: 'text',
    name: 'text',
    meets: 'boolean',
    term_number: 'text',
    term_from: 'date',
    term_to: 'date',
  },
};

/** Statements that empty what {@link placeBodies} fills. */
export const EMPTY_BODIES = ['delete from seat_view', 'delete from body_view'] as const;

/** Writes rows of a higher version into a service's copy of the bodies and who sits in them. Answers the rows that were written. */
export async function placeBodies(tx: Tx, rows: readonly BodyRow[]): Promise<BodyRow[]> {
  const placed = new Set(await placeNewer(tx, bodies, rows.map(columnsOf)));
  const newer = rows.filter((row) => placed.has(row.id));
  await tx.query('delete from seat_view where body_id = any($1::uuid[])', [[...placed]]);
  await tx.query(
    `insert into seat_view (body_id, person_id, post, valid_from, valid_to)
     select s."bodyId", s."personId", s.post, s."from", s."to"
     from jsonb_to_recordset($1::jsonb) as s("bodyId" uuid, "personId" uuid, post text, "from" date, "to" date)`,
    [JSON.stringify(newer.flatMap((b) => ofBody(b, b.seats)))],
  );
  return newer;
}

/** Parts of a body as rows of their own. */
export const ofBody = <Row extends object>(body: BodyRow, rows: readonly Row[]) => rows.map((row) => ({ ...row, bodyId: body.id }));

const columnsOf = (b: BodyRow) => ({
  id: b.id,
  version: b.version,
  node_id: b.nodeId,
  kind: b.kind,
  name: b.name,
  meets: b.meets,
  term_number: b.term?.number,
  term_from: b.term?.from,
  term_to: b.term?.to,
});
