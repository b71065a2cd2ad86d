import { newId } from '@vungmanh/contracts/new-id';
import { sortKey } from '@vungmanh/contracts/text';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { cardIndex, citizenIndex, sealNumbers, searchTextOf } from '../member/person.entity.js';
import type { ReadRow } from './sheet-row.rules.js';

interface Column {
  readonly name: string;
  readonly type: string;
  /** The value of one row; `candidate` is the id that its person will have when new. */
  readonly of: (read: ReadRow, candidate: string, sealer: Sealer) => string | number | null | undefined;
  /** The value may hold what a list of PostgreSQL would misread. */
  readonly free?: true;
}

/** The columns of `import_row` behind the import's id: no number is readable there, not even a wrong one. */
const columns: readonly Column[] = [
  { name: 'row', type: 'integer', of: (r) => r.row },
  { name: 'candidate_id', type: 'uuid', of: (_, candidate) => candidate },
  { name: 'shown', type: 'text', of: (r) => r.shown, free: true },
  { name: 'remarks', type: 'jsonb', of: (r) => (r.remarks.length === 0 ? '[]' : JSON.stringify(r.remarks)), free: true },
  { name: 'node_id', type: 'uuid', of: (r) => r.nodeId },
  { name: 'name', type: 'text', of: (r) => r.name, free: true },
  { name: 'search_text', type: 'text', of: (r) => r.name && searchTextOf(r.name), free: true },
  { name: 'sort_key', type: 'text', of: (r) => r.name && sortKey(r.name), free: true },
  { name: 'birth_date', type: 'date', of: (r) => r.birthDate },
  { name: 'sex', type: 'text', of: (r) => r.sex },
  {
    name: 'numbers',
    type: 'text',
    of: (r, candidate, sealer) => sealNumbers(sealer, candidate, { card: r.cardNumber ?? r.shownCard, citizen: r.citizenNumber ?? r.shownCitizen }),
  },
  { name: 'card_index', type: 'bytea', of: (r, _, sealer) => r.cardNumber && bytea(cardIndex(sealer, r.cardNumber)) },
  { name: 'citizen_index', type: 'bytea', of: (r, _, sealer) => r.citizenNumber && bytea(citizenIndex(sealer, r.citizenNumber)) },
  { name: 'residence_note', type: 'text', of: (r) => r.residence, free: true },
  { name: 'status', type: 'text', of: (r) => r.status },
  { name: 'admitted_on', type: 'date', of: (r) => r.admittedOn },
  { name: 'official_on', type: 'date', of: (r) => r.officialOn },
  { name: 'exempt_from', type: 'date', of: (r) => r.exemptFrom },
  { name: 'away_from', type: 'date', of: (r) => r.awayFrom },
  { name: 'away_place', type: 'text', of: (r) => r.awayPlace, free: true },
];

/** As it stands inside a list: the backslash is escaped there. */
const bytea = (bytes: Buffer): string => `"\\\\x${bytes.toString('hex')}"`;

const namedColumns = columns.map((c) => `"${c.name}"`).join(', ');
const listColumns = columns.map((c, i) => `$${i + 2}::${c.type}[]`).join(', ');
const replacedColumns = columns
  .filter((c) => c.name !== 'row')
  .map((c) => `${c.name} = excluded.${c.name}`)
  .join(', ');

/** One list per column: PostgreSQL reads them in half the time of a list of objects. */
const INSERT = `
  insert into import_row (import_id, ${namedColumns}) select $1, * from unnest(${listColumns})
  on conflict (import_id, "row") do update set ${replacedColumns}`;

/** A column as PostgreSQL writes a list. The driver would look at every value anew for what we know of the whole column. */
function listOf({ of, free }: Column, rows: readonly ReadRow[], { candidates, sealer }: { candidates: readonly string[]; sealer: Sealer }): string {
  let list = '';
  for (const [i, read] of rows.entries()) {
    const value = of(read, candidates[i] ?? '', sealer);
    list += `${i === 0 ? '' : ','}${value === null || value === undefined ? 'NULL' : free ? `"${escaped(String(value))}"` : value}`;
  }
  return `{${list}}`;
}

const escaped = (text: string): string => (/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text);

/** Keeps rows aside; a row that is sent again replaces itself. Nothing changes once the import has been applied. */
export async function stageRows(tx: Tx, sealer: Sealer, importId: string, rows: readonly ReadRow[]): Promise<void> {
  const now = tx.clock.millis();
  // In the order of the rows: what is written in the order of its key is written side by side.
  const candidates = rows.map(() => newId(now)).sort();
  const lists = columns.map((column) => listOf(column, rows, { candidates, sealer }));
  await tx.query('insert into import_batch (import_id, begun_at) values ($1, $2) on conflict do nothing', [importId, tx.clock.now()]);
  // Shared: rows of one import are written side by side, but not while it is checked or applied.
  const [batch] = await tx.query<{ applied: boolean }>('select applied is not null as applied from import_batch where import_id = $1 for share', [
    importId,
  ]);
  if (batch?.applied !== false) return;
  await tx.query(INSERT, [importId, ...lists]);
  await tx.query('update import_batch set judged_at = null where import_id = $1 and judged_at is not null', [importId]);
}

/** Forgets these imports: rows, verdicts, and that they were. */
export async function forget(tx: Tx, importIds: readonly string[]): Promise<void> {
  await tx.query('delete from import_verdict where import_id = any($1::uuid[])', [importIds]);
  await tx.query('delete from import_row where import_id = any($1::uuid[])', [importIds]);
  await tx.query('delete from import_batch where import_id = any($1::uuid[])', [importIds]);
}
