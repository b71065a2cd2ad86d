import type { DisciplineNoteKind } from '@vungmanh/contracts/inspection/discipline-state';
import { newId } from '@vungmanh/contracts/new-id';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';

const noteText = sealed('discipline_note.text');

export interface Note {
  readonly id: string;
  readonly kind: DisciplineNoteKind;
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

/** Writes something into a case; nothing that was written is changed. */
export async function addNote(
  tx: Tx,
  sealer: Sealer,
  { disciplineId, kind, by, text }: { disciplineId: string; kind: DisciplineNoteKind; by: string; text: string },
): Promise<void> {
  const id = newId(tx.clock.millis());
  await tx.query('insert into discipline_note (id, case_id, kind, at, by_id, text_sealed) values ($1, $2, $3, $4, $5, $6)', [
    id,
    disciplineId,
    kind,
    tx.clock.now(),
    by,
    noteText.write(sealer, id, text),
  ]);
}

/** What was written into a case, oldest first. */
export async function notesOf(reader: Reader, sealer: Sealer, disciplineId: string): Promise<Note[]> {
  const rows = await reader.query<{ id: string; kind: DisciplineNoteKind; at: Date; by: string; text_sealed: string }>(
    `select n.id, n.kind, n.at, coalesce(p.name, '') as by, n.text_sealed
     from discipline_note n left join person_name p on p.person_id = n.by_id where n.case_id = $1 order by n.at, n.id`,
    [disciplineId],
  );
  return rows.map(({ text_sealed, at, ...row }) => ({ ...row, at: at.toISOString(), text: noteText.read(sealer, row.id, text_sealed) ?? '' }));
}
