import { SYSTEM_OPTIONS } from '@vungmanh/platform/db/reach';
import pg from 'pg';

const TABLES = `
  select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`;

/** One statement as whoever the address names: for what a superuser might do behind a service's back. */
export async function behindTheBack(url: string, sql: string, params: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: SYSTEM_OPTIONS });
  await client.connect();
  try {
    await client.query(sql, params);
  } finally {
    await client.end();
  }
}

/** Every value of every table of a database as its text, as a dump would carry it; bytes also as what they say. Answers how many rows there are. */
export async function eachValue(url: string, see: (place: { table: string; column: string }, text: string) => void): Promise<number> {
  const client = new pg.Client({ connectionString: url, options: SYSTEM_OPTIONS });
  await client.connect();
  let rows = 0;
  try {
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
      const result = await client.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t`);
      rows += result.rows.length;
      for (const { row } of result.rows) for (const [column, value] of Object.entries(row)) see({ table: name, column }, textOf(value));
    }
  } finally {
    await client.end();
  }
  return rows;
}

/** Bytes come as hex. */
function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.startsWith('\\x') ? `${text} ${Buffer.from(text.slice(2), 'hex').toString('latin1')}` : text;
}
