import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';

/** Chains of each service. Which one a row belongs to follows from its id alone. */
export const CHAINS = 64;

/** The end of a chain, or where it stood when it was signed. */
export interface Head {
  readonly position: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** What every chain hangs on. */
export const BEGINNING: Head = { position: 0, hash: '0'.repeat(64) };

/** An audit row as it is hashed; every column, as text that a time zone or a setting of the server does not change. */
export interface SealedRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly person: string | null;
  readonly onBehalfOf: string | null;
  readonly operation: string;
  readonly node: string | null;
  readonly target: string | null;
  readonly persons: readonly string[];
  readonly trace: string;
}

/** The columns of `audit a` as a {@link SealedRow}. */
export const SEALED_COLUMNS = `a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.actor_id as actor, a.person_id as person,
  a.on_behalf_of as "onBehalfOf", a.operation, a.node_id as node, a.target_id as target, a.persons::text[] as persons, a.trace`;

/** A row that had vanished before it could be sealed is sealed by its id: that it was there stays known. */
export type Vanished = Pick<SealedRow, 'id'>;

/** The chain of a row; the end of a UUIDv7 is random. */
export const chainOf = (id: string): number => Number.parseInt(id.slice(-2), 16) % CHAINS;

/** The hash of a row at its place: it says what the row is, where it stands and what stood before it. */
export function hashOf(service: string, place: { chain: number; position: number; previous: string }, row: SealedRow | Vanished): string {
  return createHash('sha256')
    .update(canonical({ service, ...place, row: { ...row } }))
    .digest('hex');
}
