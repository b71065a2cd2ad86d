import type { Tx } from './tx.js';

/** A table that holds copies: one row a key, with the version it was copied at. */
export interface CopyTable {
  readonly tableSql: string;
  readonly keyColumn: string;
  /** Every column with its SQL type, the key and `version` among them. Constants of ours, never input. */
  readonly columns: Readonly<Record<string, string>>;
}

type CopyRow = Readonly<Record<string, unknown>> & { readonly version: number };

/**
 * Writes rows of a higher version than those that stand, in one statement, and answers the keys that it wrote. Rows are
 * objects by column name; an absent value becomes null.
 */
export async function placeNewer(tx: Tx, table: CopyTable, rows: readonly CopyRow[]): Promise<string[]> {
  const { tableSql, keyColumn } = table;
  const newest = new Map<unknown, CopyRow>();
  for (const row of rows) {
    const known = newest.get(row[keyColumn]);
    if (!known || known.version < row.version) newest.set(row[keyColumn], row);
  }
  if (newest.size === 0) return [];
  const names = Object.keys(table.columns);
  const namesSql = names.join(', ');
  const recordColumns = names.map((n) => `${n} ${table.columns[n]}`).join(', ');
  const changesSql = names
    .filter((n) => n !== keyColumn)
    .map((n) => `${n} = excluded.${n}`)
    .join(', ');
  const placed = await tx.query<{ key: string }>(
    `insert into ${tableSql} as t (${namesSql})
     select ${namesSql} from jsonb_to_recordset($1::jsonb) as r(${recordColumns}) order by ${keyColumn}
     on conflict (${keyColumn}) do update set ${changesSql} where t.version < excluded.version
     returning t.${keyColumn} as key`,
    [JSON.stringify([...newest.values()])],
  );
  return placed.map((p) => p.key);
}
