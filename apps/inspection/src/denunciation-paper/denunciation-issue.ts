import { Injectable } from '@nestjs/common';
import { toDocx } from '@vungmanh/documents/docx';
import { toPdf } from '@vungmanh/documents/pdf';
import { Db } from '@vungmanh/platform/db/db';
import { IssuedPapers, type PaperFormat } from '@vungmanh/platform/issued-papers';
import { DenunciationEntity } from '../denunciation/denunciation.entity.js';
import { DenunciationDrafts } from './denunciation-drafts.js';
import { type PaperRow, paperRowsOf } from './paper-rows.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;

/** Keeps a paper as it is on the day on which it gets its number. */
@Injectable()
export class DenunciationIssue {
  constructor(
    private readonly db: Db,
    private readonly drafts: DenunciationDrafts,
    private readonly issued: IssuedPapers,
  ) {}

  /** The file as it was issued; before that a draft that dies after a day; undefined while there is nothing to say. */
  async file(found: DenunciationEntity, row: PaperRow, format: PaperFormat): Promise<string | undefined> {
    const kept = await this.issued.find(issueOf(row, format));
    if (kept !== undefined) return kept;
    const paper = await this.drafts.of(found, row);
    return paper && this.issued.passing(format, await drawn[format](paper));
  }

  /** Again, it changes nothing. */
  async keep(documentId: string): Promise<void> {
    const [of] = await this.db.query<{ id: string }>(
      'select denunciation_id as id from denunciation_paper where document_id = $1 and printed is not null',
      [documentId],
    );
    const found = of && (await this.db.load((manager) => manager.findOneBy(DenunciationEntity, { id: of.id })));
    const row = found && (await paperRowsOf(this.db, found.id)).find((one) => one.documentId === documentId);
    if (!found || !row) return;
    const paper = await this.drafts.of(found, row);
    if (!paper) throw new Error(`Paper ${documentId} has a number and nothing to say`);
    for (const format of ['pdf', 'docx'] as const) {
      const issue = issueOf(row, format);
      if ((await this.issued.find(issue)) === undefined) await this.issued.issue(issue, await drawn[format](paper));
    }
  }
}

const issueOf = ({ documentId: ownerId, kind }: PaperRow, format: PaperFormat) => ({
  tableSql: 'issued_denunciation_paper',
  ownerId,
  kind,
  edition: 0,
  format,
});
