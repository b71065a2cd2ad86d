import { Injectable } from '@nestjs/common';
import { toDocx } from '@vungmanh/documents/docx';
import type { Paper } from '@vungmanh/documents/paper';
import { toPdf } from '@vungmanh/documents/pdf';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import { Db } from '@vungmanh/platform/db/db';
import { IssuedPapers, type PaperFormat } from '@vungmanh/platform/issued-papers';
import { DisciplineEntity } from '../discipline/discipline.entity.js';
import { DisciplineDrafts, type Drawn } from './discipline-drafts.js';
import { isReplaced, paperRowsOf } from './paper-rows.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;
const content = sealed('discipline_paper.content');

/** What a paper says is fixed with its number: what changes later makes another paper. Its bytes are kept from the first time that it is asked for. */
@Injectable()
export class DisciplineIssue {
  constructor(
    private readonly db: Db,
    private readonly drafts: DisciplineDrafts,
    private readonly issued: IssuedPapers,
    private readonly sealer: Sealer,
  ) {}

  /** The file as it was issued; before that a draft that dies after a day; undefined while there is nothing to say. */
  async file(found: DisciplineEntity, asked: Drawn, format: PaperFormat): Promise<string | undefined> {
    if (!('documentId' in asked) || asked.printed === null) {
      const paper = await this.drafts.of(found, asked);
      return paper && this.issued.passing(format, await drawn[format](paper));
    }
    const { documentId: ownerId, kind, edition } = asked;
    const issue = { tableSql: 'issued_discipline_paper', ownerId, kind, edition, format };
    const kept = await this.issued.find(issue);
    if (kept !== undefined) return kept;
    const [row] = await this.db.query<{ stored: string | null }>('select content_sealed as stored from discipline_paper where document_id = $1', [
      ownerId,
    ]);
    const said = row?.stored == null ? null : content.read(this.sealer, ownerId, row.stored);
    return said === null || said === undefined ? undefined : this.issued.issue(issue, await drawn[format](JSON.parse(said) as Paper));
  }

  /** Gives a paper its number, and with it what it says for good; again, it changes nothing. */
  async fix(documentId: string, printed: string): Promise<void> {
    const [of] = await this.db.query<{ id: string }>('select case_id as id from discipline_paper where document_id = $1', [documentId]);
    const found = of && (await this.db.load((manager) => manager.findOneBy(DisciplineEntity, { id: of.id })));
    if (!found) return;
    const rows = await paperRowsOf(this.db, found.id);
    const row = rows.find((one) => one.documentId === documentId);
    // Another one stands in its place already: what this one said is no more.
    const paper = row === undefined || isReplaced(row, rows) ? undefined : await this.drafts.of(found, { ...row, printed });
    const stored = paper === undefined ? null : content.write(this.sealer, documentId, JSON.stringify(paper));
    await this.db.write('update discipline_paper set printed = $2, content_sealed = $3 where document_id = $1 and printed is null', [
      documentId,
      printed,
      stored,
    ]);
  }
}
