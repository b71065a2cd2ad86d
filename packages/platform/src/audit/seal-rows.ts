import type { ClientBase } from 'pg';
import { BEGINNING, chainOf, hashOf, SEALED_COLUMNS, type Head, type SealedRow, type Vanished } from './chain.js';

/** Rows of one pass. */
export const SEALED_AT_ONCE = 2000;

type Open = SealedRow & { opened: string; known: boolean; gone: boolean };
/** What one pass did; `behind` are chains whose end was not what it had been left at, `vanished` rows that were gone before they were sealed. */
export interface Sealed {
  readonly rows: number;
  readonly heads: ReadonlyMap<number, Head>;
  readonly behind: readonly number[];
  readonly vanished: number;
}

const TAKE = `
  with taken as (delete from audit_open where ctid = any(array(select ctid from audit_open limit ${SEALED_AT_ONCE})) returning audit_id)
  select t.audit_id as opened, s.audit_id is not null as known, a.id is null as gone, ${SEALED_COLUMNS}
  from (select distinct audit_id from taken) t left join audit a on a.id = t.audit_id left join audit_seal s on s.audit_id = t.audit_id
  order by t.audit_id`;

/** The last seal of every chain, or of those that are named. */
const HEADS = `
  select c.chain, h.position::int as position, encode(h.hash, 'hex') as hash from unnest($1::int[]) as c(chain)
  cross join lateral (select position, hash from audit_seal s where s.chain = c.chain order by position desc limit 1) h`;

const PLACE = `
  insert into audit_seal (chain, position, audit_id, hash)
  select s.chain, s.position, s.id, decode(s.hash, 'hex') from unnest($1::int[], $2::bigint[], $3::uuid[], $4::text[]) as s(chain, position, id, hash)`;

/** The ends of the chains as the database has them. */
export async function headsIn(client: ClientBase, chains: readonly number[]): Promise<Map<number, Head>> {
  const { rows } = await client.query<Head & { chain: number }>(HEADS, [chains]);
  return new Map(rows.map(({ chain, position, hash }) => [chain, { position, hash }]));
}

/**
 * Gives every row that has been committed since the last pass its place in a chain. The rows are found by their state, not by an
 * order: one that was committed late is not passed over. `known` are the ends as this process left them; they, not what the
 * database says now, are what is gone on from, so that a cut in between leaves a gap for ever.
 */
export async function sealRows(client: ClientBase, service: string, known: ReadonlyMap<number, Head>): Promise<Sealed> {
  await client.query('begin');
  try {
    const { rows } = await client.query<Open>(TAKE);
    // One that is sealed already was put back by hand: its seal judges it.
    const fresh = rows.filter((row) => !row.known);
    const chains = [...new Set(fresh.map((row) => chainOf(row.opened)))];
    const stored = chains.length === 0 ? new Map<number, Head>() : await headsIn(client, chains);
    const behind = chains.filter((c) => stored.get(c)?.hash !== known.get(c)?.hash);
    const heads = new Map(
      chains.map((c) => {
        const { position, hash } = known.get(c) ?? BEGINNING;
        return [c, { position: Math.max(position, stored.get(c)?.position ?? 0), hash }] as const;
      }),
    );
    const seals = fresh.map(({ opened, known: _known, gone, ...row }) => {
      const chain = chainOf(opened);
      const before = heads.get(chain) ?? BEGINNING;
      const position = before.position + 1;
      const sealed: SealedRow | Vanished = gone ? { id: opened } : row;
      const head = { position, hash: hashOf(service, { chain, position, previous: before.hash }, sealed) };
      heads.set(chain, head);
      return { chain, ...head, id: opened };
    });
    if (seals.length > 0) {
      await client.query(PLACE, [seals.map((s) => s.chain), seals.map((s) => s.position), seals.map((s) => s.id), seals.map((s) => s.hash)]);
    }
    await client.query('commit');
    return { rows: rows.length, heads, behind, vanished: fresh.filter((row) => row.gone).length };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
