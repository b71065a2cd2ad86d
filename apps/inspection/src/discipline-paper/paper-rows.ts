import { type DisciplinePaper, DisciplinePaperKind } from '@vungmanh/contracts/inspection/discipline-paper';
import type { Inspector } from '@vungmanh/contracts/inspection/kind';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { formatVi } from '@vungmanh/regulations/calendar';

/** A paper of discipline as the register knows it, and the hash of what was issued. */
export interface PaperRow {
  readonly documentId: string;
  readonly kind: Exclude<DisciplinePaperKind, 'BALLOT'>;
  readonly aboutId: string;
  readonly edition: number;
  readonly nodeId: string;
  readonly actor: Inspector;
  readonly dated: string;
  readonly printed: string | null;
  readonly sha256: string | null;
}

/** The papers of a case, in the order in which a case makes them, a later one of a kind behind the earlier. */
export async function paperRowsOf(reader: Reader, disciplineId: string): Promise<PaperRow[]> {
  const rows = await reader.query<PaperRow>(
    `select p.document_id as "documentId", p.kind, p.about_id as "aboutId", p.edition, p.node_id as "nodeId", p.actor, p.dated::text as dated, p.printed,
       (select i.sha256 from issued_discipline_paper i where i.owner_id = p.document_id and i.format = 'pdf') as sha256
     from discipline_paper p where p.case_id = $1 order by p.edition, p.dated, p.document_id`,
    [disciplineId],
  );
  const rank = DisciplinePaperKind.options;
  return rows.toSorted((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
}

/** Whether a later one stands in its place. */
export const isReplaced = (row: PaperRow, rows: readonly PaperRow[]): boolean =>
  rows.some((other) => other.aboutId === row.aboutId && other.kind === row.kind && other.edition > row.edition);

/** As the page lists them. `drafts`: what can be printed although nobody has signed it yet. */
export function shownPapers(rows: readonly PaperRow[], drafts: readonly DisciplinePaperKind[]): DisciplinePaper[] {
  return [
    ...drafts.filter((kind) => !rows.some((row) => row.kind === kind)).map((kind) => ({ kind, awaited: false, replaced: false })),
    ...rows.map((row) => ({
      ...present({ number: row.printed, sha256: row.sha256 }),
      kind: row.kind,
      documentId: row.documentId,
      on: row.dated,
      awaited: row.printed === null,
      replaced: isReplaced(row, rows),
    })),
  ];
}

/** 'Quyết định Số 05-QĐ/CB ngày 22/11/2026': how a later paper names an earlier one; without its number while that is awaited. */
export const citation = (what: string, { printed, dated }: Pick<PaperRow, 'printed' | 'dated'>): string =>
  [what, printed, `ngày ${formatVi(dated)}`].filter(Boolean).join(' ');
