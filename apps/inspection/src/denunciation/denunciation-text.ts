import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import type { DenunciationNoteKind } from '@vungmanh/contracts/inspection/denunciation-state';
import { newId } from '@vungmanh/contracts/new-id';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';

const itemText = sealed('denunciation_item.text');
const noteText = sealed('denunciation_note.text');

/** What is denounced, item by item, in the order of the letter. */
export async function addItems(tx: Tx, sealer: Sealer, denunciationId: string, items: readonly string[]): Promise<void> {
  const rows = items.map((text, ordinal) => {
    const id = newId(tx.clock.millis());
    return { id, ordinal, text: itemText.write(sealer, id, text) };
  });
  await tx.query(
    `insert into denunciation_item (id, denunciation_id, ordinal, text_sealed)
     select i.id, $1, i.ordinal, i.text from jsonb_to_recordset($2::jsonb) as i(id uuid, ordinal smallint, text text)`,
    [denunciationId, JSON.stringify(rows)],
  );
}

export async function itemsOf(reader: Reader, sealer: Sealer, denunciationId: string): Promise<Denunciation['items']> {
  const rows = await reader.query<{ id: string; text_sealed: string; result: Denunciation['items'][number]['result'] | null }>(
    'select id, text_sealed, result from denunciation_item where denunciation_id = $1 order by ordinal',
    [denunciationId],
  );
  return rows.map(({ id, text_sealed, result }) => ({
    id,
    text: itemText.read(sealer, id, text_sealed) ?? '',
    ...(result === null ? {} : { result }),
  }));
}

interface NewNote {
  readonly denunciationId: string;
  readonly kind: DenunciationNoteKind;
  readonly by: string;
  readonly text: string;
}

/** Writes something into it; nothing that was written is changed. */
export async function addNote(tx: Tx, sealer: Sealer, { denunciationId, kind, by, text }: NewNote): Promise<void> {
  const id = newId(tx.clock.millis());
  await tx.query('insert into denunciation_note (id, denunciation_id, kind, at, by_id, text_sealed) values ($1, $2, $3, $4, $5, $6)', [
    id,
    denunciationId,
    kind,
    tx.clock.now(),
    by,
    noteText.write(sealer, id, text),
  ]);
}

/** Oldest first. */
export async function notesOf(reader: Reader, sealer: Sealer, denunciationId: string): Promise<Denunciation['notes']> {
  const rows = await reader.query<{ id: string; kind: DenunciationNoteKind; at: Date; by: string; text_sealed: string }>(
    `select n.id, n.kind, n.at, coalesce(p.name, '') as by, n.text_sealed
     from denunciation_note n left join person_name p on p.person_id = n.by_id where n.denunciation_id = $1 order by n.at, n.id`,
    [denunciationId],
  );
  return rows.map(({ text_sealed, at, ...row }) => ({ ...row, at: at.toISOString(), text: noteText.read(sealer, row.id, text_sealed) ?? '' }));
}
