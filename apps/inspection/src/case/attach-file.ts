import { newId } from '@vungmanh/contracts/new-id';
import type { FileInfo } from '@vungmanh/platform/files';
import { Broken } from '@vungmanh/platform/problem';
import type { OpenCase } from './case-change.js';
import { caseText } from './case-text.js';

/** The product's own limit of files in one case. */
const MOST = 100;

/** A file that a case takes, already taken from the store. */
export interface Taken {
  readonly kind: 'SELF_REPORT' | 'EVIDENCE';
  readonly findingId?: string | undefined;
  readonly name: string;
  readonly file: FileInfo;
}

/** Writes an attached file down; its name is sealed, because it may name people. Throws `inspection/too-many-documents`, `inspection/file-missing`. */
export async function insertDocument({ tx, entity, person, sealer }: OpenCase, { kind, findingId, name, file }: Taken): Promise<void> {
  const [row] = await tx.query<{ count: number }>('select count(*)::int as count from case_document where case_id = $1', [entity.id]);
  if ((row?.count ?? 0) >= MOST) throw new Broken('inspection/too-many-documents');
  const id = newId(tx.clock.millis());
  const attached = await tx.query(
    `insert into case_document (id, case_id, kind, finding_id, file_id, name_sealed, type, bytes, attached_at, by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (file_id) do nothing returning id`,
    [id, entity.id, kind, findingId ?? null, file.fileId, caseText.document.write(sealer, id, name), file.type, file.size, tx.clock.now(), person],
  );
  // A file belongs to one case.
  if (attached.length === 0) throw new Broken('inspection/file-missing');
}
