import { newId } from '@vungmanh/contracts/new-id';
import { sortKey } from '@vungmanh/contracts/text';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { cardIndex, cardNumber, citizenIndex, citizenNumber, searchTextOf } from '../member/person.entity.js';
import type { ReadRow } from './sheet-row.rules.js';

const hex = (digest: Buffer): string => `\\x${digest.toString('hex')}`;

/** As it is kept aside: no number readable, not even a wrong one. */
function stagedOf(read: ReadRow, sealer: Sealer, candidate: string): Record<string, unknown> {
  const { cardNumber: cardShown, citizenNumber: citizenShown, ...shown } = read.shown;
  return {
    row: read.row,
    candidate_id: candidate,
    shown,
    remarks: read.remarks,
    node_id: read.nodeId,
    name: read.name,
    search_text: read.name && searchTextOf(read.name),
    sort_key: read.name && sortKey(read.name),
    birth_date: read.birthDate,
    birth_year: read.birthDate && Number(read.birthDate.slice(0, 4)),
    sex: read.sex,
    card_number: cardNumber.write(sealer, candidate, read.cardNumber ?? cardShown),
    card_index: read.cardNumber && hex(cardIndex(sealer, read.cardNumber)),
    citizen_number: citizenNumber.write(sealer, candidate, read.citizenNumber ?? citizenShown),
    citizen_index: read.citizenNumber && hex(citizenIndex(sealer, read.citizenNumber)),
    residence_note: read.residence,
    status: read.status,
    admitted_on: read.admittedOn,
    official_on: read.officialOn,
    exempt_from: read.exemptFrom,
    away_from: read.awayFrom,
    away_place: read.awayPlace,
  };
}

/** Keeps rows aside; a row that is sent again replaces itself. Nothing changes once the import has been applied. */
export async function stageRows(tx: Tx, sealer: Sealer, importId: string, rows: readonly ReadRow[]): Promise<void> {
  const now = tx.clock.now();
  const [batch] = await tx.query<{ applied: boolean }>(
    `insert into import_batch as b (import_id, begun_at) values ($1, $2)
     on conflict (import_id) do update set begun_at = b.begun_at returning b.applied is not null as applied`,
    [importId, now],
  );
  if (batch?.applied !== false) return;
  const staged = rows.map((read) => stagedOf(read, sealer, newId(tx.clock.millis())));
  await tx.query(
    `insert into import_row select $1, r.*
     from jsonb_to_recordset($2::jsonb) as r("row" integer, candidate_id uuid, shown jsonb, remarks jsonb, node_id uuid, name text, search_text text,
       sort_key text, birth_date date, birth_year integer, sex text, card_number text, card_index bytea, citizen_number text, citizen_index bytea,
       residence_note text, status text, admitted_on date, official_on date, exempt_from date, away_from date, away_place text)
     on conflict (import_id, "row") do update set candidate_id = excluded.candidate_id, shown = excluded.shown, remarks = excluded.remarks,
       node_id = excluded.node_id, name = excluded.name, search_text = excluded.search_text, sort_key = excluded.sort_key,
       birth_date = excluded.birth_date, birth_year = excluded.birth_year, sex = excluded.sex, card_number = excluded.card_number,
       card_index = excluded.card_index, citizen_number = excluded.citizen_number, citizen_index = excluded.citizen_index,
       residence_note = excluded.residence_note, status = excluded.status, admitted_on = excluded.admitted_on, official_on = excluded.official_on,
       exempt_from = excluded.exempt_from, away_from = excluded.away_from, away_place = excluded.away_place`,
    [importId, JSON.stringify(staged)],
  );
}

/** Forgets these imports: rows, verdicts, and that they were. */
export async function forget(tx: Tx, importIds: readonly string[]): Promise<void> {
  await tx.query('delete from import_verdict where import_id = any($1::uuid[])', [importIds]);
  await tx.query('delete from import_row where import_id = any($1::uuid[])', [importIds]);
  await tx.query('delete from import_batch where import_id = any($1::uuid[])', [importIds]);
}
