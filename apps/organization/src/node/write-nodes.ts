import { bodyChanged } from '@vungmanh/contracts/organization/body';
import type { Decision } from '@vungmanh/contracts/organization/decision';
import { nodeChanged, type NodeRow } from '@vungmanh/contracts/organization/tree';
import { newId } from '@vungmanh/contracts/new-id';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { TypeRow } from '../node-type/node-type.rules.js';
import { placeNodes } from '@vungmanh/platform/scope/tree';

/** An organization that is about to be. */
export interface NewNode {
  id: string;
  /** Absent for the province alone. */
  parentId?: string;
  type: TypeRow;
  code: string;
  name: string;
  sector?: string | undefined;
  hasSeal?: boolean | undefined;
  establishedOn?: CalendarDate | undefined;
  /** The day from which it stands in the tree. */
  from: CalendarDate;
  decision?: Decision | undefined;
}

/** The row that the tree and every other service keep of it. */
const rowOf = (n: NewNode): NodeRow => ({
  id: n.id,
  version: 1,
  code: n.code,
  name: n.name,
  typeCode: n.type.code,
  status: 'ACTIVE',
  traits: { ...n.type.traits, ...(n.hasSeal === undefined ? {} : { hasSeal: n.hasSeal }) },
  ...(n.parentId === undefined ? {} : { parentId: n.parentId }),
  ...(n.sector === undefined ? {} : { sector: n.sector }),
});

/** The body in which an organization meets: its members as a cell, else its committee. */
const bodyKindOf = (type: TypeRow): 'CELL' | 'COMMITTEE' | undefined =>
  type.traits.meetsAsCell ? 'CELL' : type.traits.mayHaveCommittee ? 'COMMITTEE' : undefined;

/**
 * Writes new organizations with their name, code, parent and body, puts them into the tree and tells everybody. A constant number
 * of statements; parents are there already or among the nodes. A code in use breaks the constraint `node_code_unique`.
 */
export async function insertNodes(tx: Tx, nodes: readonly NewNode[]): Promise<void> {
  const column = <T>(of: (n: NewNode) => T): T[] => nodes.map(of);
  const id = column((n) => n.id);
  const from = column((n) => n.from);
  const number = column((n) => n.decision?.number ?? null);
  const date = column((n) => n.decision?.date ?? null);
  await tx.query(
    `insert into node (id, version, type_code, sector, has_seal, status, established_on, decision_number, decision_date)
     select id, 1, type_code, sector, has_seal, 'ACTIVE', established_on, decision_number, decision_date
     from unnest($1::uuid[], $2::text[], $3::text[], $4::bool[], $5::date[], $6::text[], $7::date[])
       as n(id, type_code, sector, has_seal, established_on, decision_number, decision_date)`,
    [
      id,
      column((n) => n.type.code),
      column((n) => n.sector ?? null),
      column((n) => n.hasSeal ?? null),
      column((n) => n.establishedOn ?? null),
      number,
      date,
    ],
  );
  const dated = [id, from, number, date];
  await tx.query(
    `with n as (select * from unnest($1::uuid[], $2::date[], $3::text[], $4::date[], $5::text[], $6::text[], $7::uuid[])
                as n(id, valid_from, decision_number, decision_date, name, code, parent_id)),
       names as (insert into node_name (node_id, name, valid_from, decision_number, decision_date)
                 select id, name, valid_from, decision_number, decision_date from n),
       codes as (insert into node_code (node_id, code, valid_from, decision_number, decision_date)
                 select id, code, valid_from, decision_number, decision_date from n)
     insert into node_parent (node_id, parent_id, valid_from, decision_number, decision_date)
     select id, parent_id, valid_from, decision_number, decision_date from n where parent_id is not null`,
    [...dated, column((n) => n.name), column((n) => n.code), column((n) => n.parentId ?? null)],
  );
  await placeNodes(tx, nodes.map(rowOf));
  tx.publish(
    nodeChanged,
    id.map((node) => ({ id: node, version: 1 })),
  );
  await insertBodies(tx, nodes);
}

async function insertBodies(tx: Tx, nodes: readonly NewNode[]): Promise<void> {
  const bodies = nodes.flatMap((n) => {
    const kind = bodyKindOf(n.type);
    return kind === undefined ? [] : [{ id: newId(tx.clock.millis()), nodeId: n.id, kind }];
  });
  if (bodies.length === 0) return;
  await tx.query(
    `insert into body (id, version, node_id, kind) select id, 1, node_id, kind from unnest($1::uuid[], $2::uuid[], $3::text[]) as b(id, node_id, kind)`,
    [bodies.map((b) => b.id), bodies.map((b) => b.nodeId), bodies.map((b) => b.kind)],
  );
  tx.publish(
    bodyChanged,
    bodies.map((b) => ({ id: b.id, version: 1 })),
  );
}

/** A change of what is told of a standing organization. */
export interface NodeChange {
  id: string;
  /** The version that the change was made upon. */
  version: number;
  name: string;
  sector: string | null;
  hasSeal: boolean | null;
  establishedOn: CalendarDate | null;
  decisionNumber: string | null;
}

/**
 * Writes changes of standing organizations; those whose name changes get it from the day `from` on, the old one stays in their
 * history. Answers how many were written: fewer than asked when one was changed by somebody else meanwhile.
 */
export async function changeNodes(tx: Tx, changes: readonly NodeChange[], from: CalendarDate): Promise<number> {
  if (changes.length === 0) return 0;
  const column = <T>(of: (n: NodeChange) => T): T[] => changes.map(of);
  const written = await tx.query<{ id: string; version: number }>(
    `update node n set version = n.version + 1, sector = c.sector, has_seal = c.has_seal, established_on = c.established_on,
       decision_number = c.decision_number
     from unnest($1::uuid[], $2::int[], $3::text[], $4::bool[], $5::date[], $6::text[]) as c(id, version, sector, has_seal, established_on, decision_number)
     where n.id = c.id and n.version = c.version returning n.id, n.version`,
    [
      column((c) => c.id),
      column((c) => c.version),
      column((c) => c.sector),
      column((c) => c.hasSeal),
      column((c) => c.establishedOn),
      column((c) => c.decisionNumber),
    ],
  );
  await changeNames(tx, changes, from);
  const ids = written.map((w) => w.id);
  await refreshRows(tx, ids);
  tx.publish(nodeChanged, written);
  return written.length;
}

/** New names from a day on, with the decision behind them; one that began on that very day is corrected instead. */
export async function changeNames(
  tx: Tx,
  changes: readonly Pick<NodeChange, 'id' | 'name'>[],
  from: CalendarDate,
  decision?: Decision,
): Promise<void> {
  await tx.query(
    `with wanted as (select * from unnest($1::uuid[], $2::text[]) as w(id, name)),
       now as (select o.node_id, o.valid_from, w.name from node_name o join wanted w on w.id = o.node_id where o.valid_to is null and o.name <> w.name),
       corrected as (update node_name o set name = now.name from now where o.node_id = now.node_id and o.valid_from = now.valid_from and o.valid_from >= $3)
     update node_name o set valid_to = $3 from now where o.node_id = now.node_id and o.valid_from = now.valid_from and o.valid_from < $3`,
    [changes.map((c) => c.id), changes.map((c) => c.name), from],
  );
  await tx.query(
    `insert into node_name (node_id, name, valid_from, decision_number, decision_date)
     select w.id, w.name, $3, $4, $5 from unnest($1::uuid[], $2::text[]) as w(id, name)
     where not exists (select 1 from node_name o where o.node_id = w.id and o.valid_to is null)`,
    [changes.map((c) => c.id), changes.map((c) => c.name), from, decision?.number ?? null, decision?.date ?? null],
  );
}

/** Brings `node_view` and the names of bodies up to what the source tables say of these organizations. */
export async function refreshRows(tx: Tx, ids: readonly string[]): Promise<void> {
  await placeNodes(tx, await sourceRows(tx, ids));
  const bodies = await tx.query<{ id: string; version: number }>(
    'update body set version = version + 1 where node_id = any($1::uuid[]) returning id, version',
    [ids],
  );
  if (bodies.length > 0) tx.publish(bodyChanged, bodies);
}

/** Organizations as the source tables have them now. */
async function sourceRows(tx: Tx, ids: readonly string[]): Promise<NodeRow[]> {
  const rows = await tx.query<Omit<NodeRow, 'parentId' | 'sector'> & { parentId: string | null; sector: string | null }>(
    `select n.id, n.version, v.parent_id as "parentId", c.code, m.name, n.type_code as "typeCode", n.sector, n.status,
       v.traits || jsonb_build_object('hasSeal', coalesce(n.has_seal, t.has_seal)) as traits
     from node n join node_view v on v.id = n.id
       join node_name m on m.node_id = n.id and m.valid_to is null
       join node_code c on c.node_id = n.id and c.valid_to is null
       join lateral (select has_seal from node_type t where t.code = n.type_code order by valid_from desc limit 1) t on true
     where n.id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(({ parentId, sector, ...row }) => ({ ...row, ...(parentId === null ? {} : { parentId }), ...(sector === null ? {} : { sector }) }));
}
