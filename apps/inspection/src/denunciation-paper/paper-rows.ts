import { type DenunciationPaper, DenunciationPaperKind, isToDenunciant } from '@vungmanh/contracts/inspection/denunciation-paper';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';

/** A paper of a denunciation as the register knows it, and the hash of what was issued. */
export interface PaperRow {
  readonly documentId: string;
  readonly kind: DenunciationPaperKind;
  readonly dated: string;
  readonly printed: string | null;
  readonly sha256: string | null;
}

/** The papers of a denunciation, in the order in which it makes them. */
export async function paperRowsOf(reader: Reader, denunciationId: string): Promise<PaperRow[]> {
  const rows = await reader.query<PaperRow>(
    `select p.document_id as "documentId", p.kind, p.dated::text as dated, p.printed,
       (select i.sha256 from issued_denunciation_paper i where i.owner_id = p.document_id and i.format = 'pdf') as sha256
     from denunciation_paper p where p.denunciation_id = $1`,
    [denunciationId],
  );
  const rank = DenunciationPaperKind.options;
  return rows.toSorted((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
}

/** As the page lists them: whoever is denounced has none of those that go to whoever denounces. */
export const shownPapers = (rows: readonly PaperRow[], works: boolean): DenunciationPaper[] =>
  rows
    .filter((row) => works || !isToDenunciant(row.kind))
    .map(({ documentId, kind, dated, printed, sha256 }) => ({
      ...present({ number: printed, sha256 }),
      documentId,
      kind,
      on: dated,
      awaited: printed === null,
    }));
