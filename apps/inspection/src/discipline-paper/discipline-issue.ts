import { Injectable } from '@nestjs/common';
import { toDocx } from '@vungmanh/documents/docx';
import { toPdf } from '@vungmanh/documents/pdf';
import { Db } from '@vungmanh/platform/db/db';
import { IssuedPapers, type PaperFormat } from '@vungmanh/platform/issued-papers';
import { DisciplineEntity } from '../discipline/discipline.entity.js';
import { DisciplineDrafts, type Drawn } from './discipline-drafts.js';
import { type PaperRow, paperRowsOf } from './paper-rows.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;

/** Keeps a paper as it is on the day on which it gets its number: what is changed later makes another paper. */
@Injectable()
export class DisciplineIssue {
  constructor(
    private readonly db: Db,
    private readonly drafts: DisciplineDrafts,
    private readonly issued: IssuedPapers,
  ) {}

  /** The file as it was issued; before that a draft that dies after a day; undefined while there is nothing to say. */
  async file(found: DisciplineEntity, asked: Drawn, format: PaperFormat): Promise<string | undefined> {
    const kept = 'documentId' in asked ? await this.issued.find(issueOf(asked, format)) : undefined;
    if (kept !== undefined) return kept;
    const paper = await this.drafts.of(found, asked);
    return paper && this.issued.passing(format, await drawn[format](paper));
  }

  /** Again, it changes nothing. */
  async keep(documentId: string): Promise<void> {
    const [row] = await this.db.query<{ id: string }>('select case_id as id from discipline_paper where document_id = $1 and printed is not null', [
      documentId,
    ]);
    const found = row && (await this.db.load((manager) => manager.findOneBy(DisciplineEntity, { id: row.id })));
    if (!found) return;
    const rows = await paperRowsOf(this.db, found.id);
    const paper = rows.find((one) => one.documentId === documentId);
    // Another one stands in its place already: this one says nothing that still holds.
    if (!paper || rows.some((one) => one.aboutId === paper.aboutId && one.kind === paper.kind && one.edition > paper.edition)) return;
    const composed = await this.drafts.of(found, paper);
    if (!composed) throw new Error(`Paper ${documentId} has a number and nothing to say`);
    for (const format of ['pdf', 'docx'] as const) {
      const issue = issueOf(paper, format);
      if ((await this.issued.find(issue)) === undefined) await this.issued.issue(issue, await drawn[format](composed));
    }
  }
}

const issueOf = ({ documentId: ownerId, kind, edition }: PaperRow, format: PaperFormat) => ({
  tableSql: 'issued_discipline_paper',
  ownerId,
  kind,
  edition,
  format,
});
