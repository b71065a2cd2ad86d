import { newId } from '@vungmanh/contracts/new-id';
import { sortKey } from '@vungmanh/contracts/text';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { cardIndex, cardNumber, citizenIndex, citizenNumber, searchTextOf } from '../member/person.entity.js';
import type { ReadRow } from './sheet-row.rules.js';

interface Column {
  readonly name: string;
  readonly type: string;
  /** The value of one row; `candidate` is the id that its person will have when new. */
  readonly of: (read: ReadRow, candidate: string, sealer: Sealer) => string | number | Buffer | null | undefined;
}

/** The columns of `import_row` behind the import's id: no number is readable there, not even a wrong one. */
const columns: readonly Column[] = [
  { name: 'row', type: 'integer', of: (r) => r.row },
  { name: 'candidate_id', type: 'uuid', of: (_, candidate) => candidate },
  { name: 'shown', type: 'json', of: ({ shown: { cardNumber: _card, citizenNumber: _citizen, ...shown } }) => JSON.stringify(shown) },
  { name: 'remarks', type: 'jsonb', of: (r) => (r.remarks.length === 0 ? '[]' : JSON.stringify(r.remarks)) },
  { name: 'node_id', type: 'uuid', of: (r) => r.nodeId },
  { name: 'name', type: 'text', of: (r) => r.name },
  { name: 'search_text', type: 'text', of: (r) => r.name && searchTextOf(r.name) },
  { name: 'sort_key', type: 'text', of: (r) => r.name && sortKey(r.name) },
  { name: 'birth_date', type: 'date', of: (r) => r.birthDate },
  { name: 'birth_year', type: 'integer', of: (r) => r.birthDate && Number(r.birthDate.slice(0, 4)) },
  { name: 'sex', type: 'text', of: (r) => r.sex },
  { name: 'card_number', type: 'text', of: (r, candidate, sealer) => cardNumber.write(sealer, candidate, r.cardNumber ?? r.shown.cardNumber) },
  { name: 'card_index', type: 'bytea', of: (r, _, sealer) => r.cardNumber && cardIndex(sealer, r.cardNumber) },
  {
    name: 'citizen_number',
    type: 'text',
    of: (r, candidate, sealer) => citizenNumber.write(sealer, candidate, r.citizenNumber ?? r.shown.citizenNumber),
  },
  { name: 'citizen_index', type: 'bytea', of: (r, _, sealer) => r.citizenNumber && citizenIndex(sealer, r.citizenNumber) },
  { name: 'residence_note', type: 'text', of: (r) => r.residence },
  { name: 'status', type: 'text', of: (r) => r.status },
  { name: 'admitted_on', type: 'date', of: (r) => r.admittedOn },
  { name: 'official_on', type: 'date', of: (r) => r.officialOn },
  { name: 'exempt_from', type: 'date', of: (r) => r.exemptFrom },
  { name: 'away_from', type: 'date', of: (r) => r.awayFrom },
  { name: 'away_place', type: 'text', of: (r) => r.awayPlace },
];

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

/** Keeps rows aside; a row that is sent again replaces itself. Nothing changes once the import has been applied. */
export async function stageRows(tx: Tx, sealer: Sealer, importId: string, rows: readonly ReadRow[]): Promise<void> {
  const now = tx.clock.millis();
  const candidates = rows.map(() => newId(now));
  const values = columns.map(({ of }) => rows.map((read, i) => of(read, candidates[i] ?? '', sealer)));
  await tx.query('insert into import_batch (import_id, begun_at) values ($1, $2) on conflict do nothing', [importId, tx.clock.now()]);
  // Shared: rows of one import are written side by side, but not while it is checked or applied.
  const [batch] = await tx.query<{ applied: boolean }>('select applied is not null as applied from import_batch where import_id = $1 for share', [
    importId,
  ]);
  if (batch?.applied !== false) return;
  await tx.query(INSERT, [importId, ...values]);
  await tx.query('update import_batch set judged_at = null where import_id = $1 and judged_at is not null', [importId]);
}

/** Forgets these imports: rows, verdicts, and that they were. */
export async function forget(tx: Tx, importIds: readonly string[]): Promise<void> {
  await tx.query('delete from import_verdict where import_id = any($1::uuid[])', [importIds]);
  await tx.query('delete from import_row where import_id = any($1::uuid[])', [importIds]);
  await tx.query('delete from import_batch where import_id = any($1::uuid[])', [importIds]);
}
