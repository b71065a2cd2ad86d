/** Once a statement: work of the platform itself, or of whoever reaches the root of the tree and so every organization. */
const EVERYWHERE_SQL = `(select current_setting('reach.everything', true) in ('system', 'province'))`;

const settingSql = (name: string, type: string): string => `nullif(current_setting('reach.${name}', true), '')::${type}`;

/**
 * True when the organization in `column` is in reach. What lies below is read once a statement: a bloc's few hundred, for who reaches the
 * root needs no look.
 */
export const nodeReached = (column: string): string => `(${EVERYWHERE_SQL}
  or ${column} in (select s.descendant from tree_now s where s.ancestor = any (${settingSql('trees', 'uuid[]')}))
  or ${column} = any (${settingSql('nodes', 'uuid[]')}))`;

/** True where a right was given at that very organization: one that was given above it and reaches down does not count. */
export const grantedReached = (column: string): string =>
  `(${column} = any (${settingSql('trees', 'uuid[]')}) or ${column} = any (${settingSql('nodes', 'uuid[]')}))`;

/** True for whose rows are their own. */
export const personReached = (column: string): string => `${settingSql('person', 'uuid')} = ${column}`;

/** True for work that reaches everything, and where a row of another table, which has a policy of its own, is in reach. */
export const reachedThrough = (table: string, whereSql: string): string => reachedWhere(`exists (select from ${table} where ${whereSql} offset 0)`);

/** The same for any condition. */
export const reachedWhere = (conditionSql: string): string => `(${EVERYWHERE_SQL} or ${conditionSql})`;

/** True for the platform's own work alone. */
export const SYSTEM_ONLY = `(select current_setting('reach.everything', true) = 'system')`;

/**
 * Statements for a migration: no row of the table is read, changed or written unless the condition holds, by its owner neither.
 * `writtenSql` where a new row cannot yet be asked what it belongs to, because that is written by the same statement.
 */
export const securedSql = (table: string, conditionSql: string, writtenSql: string = conditionSql): string => `
  alter table ${table} enable row level security, force row level security;
  create policy reach on ${table} using (${conditionSql}) with check (${writtenSql});`;

/** For tables without a policy: the catalog itself says why, and a test finds a table that says nothing. */
export const openSql = (reason: string, tables: readonly string[]): string =>
  tables.map((table) => `comment on table ${table} is 'open: ${reason}';`).join('\n');
