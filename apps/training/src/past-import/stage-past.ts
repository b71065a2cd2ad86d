import type { Tx } from '@vungmanh/platform/db/tx';
import { searchText } from '@vungmanh/contracts/text';
import type { ReadPast } from './past-row.rules.js';

/** Whom a row speaks of, as membership has said; UNASKED: the row itself says what it lacks. */
export interface FoundPerson {
  readonly found: 'ONE' | 'NONE' | 'MANY' | 'UNASKED';
  readonly personId?: string | undefined;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly of: (read: ReadPast, who: FoundPerson) => unknown;
}

/** The columns of `past_import_row` behind the import's id. */
const columns: readonly Column[] = [
  { name: 'row', type: 'integer', of: (r) => r.row },
  { name: 'shown', type: 'jsonb', of: (r) => JSON.stringify(r.shown) },
  { name: 'read_remarks', type: 'jsonb', of: (r) => JSON.stringify(r.remarks) },
  { name: 'found', type: 'text', of: (_, who) => who.found },
  { name: 'person_id', type: 'uuid', of: (_, who) => who.personId },
  { name: 'name_key', type: 'text', of: (r) => r.who.name && searchText(r.who.name) },
  { name: 'kind', type: 'text', of: (r) => r.kind },
  { name: 'course', type: 'text', of: (r) => r.course },
  { name: 'course_key', type: 'text', of: (r) => r.courseKey },
  { name: 'level', type: 'text', of: (r) => r.level },
  { name: 'place', type: 'text', of: (r) => r.place },
  { name: 'from_on', type: 'date', of: (r) => r.from },
  { name: 'to_on', type: 'date', of: (r) => r.to },
  { name: 'hours', type: 'integer', of: (r) => r.hours },
  { name: 'result', type: 'text', of: (r) => r.result },
  { name: 'certificate', type: 'text', of: (r) => r.certificate },
];

const namedColumns = columns.map((c) => `"${c.name}"`).join(', ');
const listColumns = columns.map((c, i) => `$${i + 2}::${c.type}[]`).join(', ');

/** One list per column: PostgreSQL reads them in half the time of a list of objects. */
const INSERT = `
  insert into past_import_row (import_id, warned, ${namedColumns})
  select $1, false, * from unnest(${listColumns})`;

/** Keeps some hundred rows aside in one statement. */
export async function stagePast(tx: Tx, importId: string, rows: readonly (readonly [ReadPast, FoundPerson])[]): Promise<void> {
  await tx.query(INSERT, [importId, ...columns.map((column) => rows.map(([read, who]) => column.of(read, who) ?? null))]);
}
