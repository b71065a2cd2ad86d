import { Injectable } from '@nestjs/common';
import { toDocx } from '@vungmanh/documents/docx';
import type { Paper } from '@vungmanh/documents/paper';
import { toPdf } from '@vungmanh/documents/pdf';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { IssuedPapers, type PaperFormat } from '@vungmanh/platform/issued-papers';
import { DenunciationEntity } from '../denunciation/denunciation.entity.js';
import { DenunciationDrafts } from './denunciation-drafts.js';
import { type PaperRow, paperRowsOf } from './paper-rows.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;
const content = sealed('denunciation_paper.content');

/** What a paper says is fixed with its number; its bytes are kept from the first time that it is asked for. */
@Injectable()
export class DenunciationIssue {
  constructor(
    private readonly db: Db,
    private readonly drafts: DenunciationDrafts,
    private readonly issued: IssuedPapers,
    private readonly sealer: Sealer,
  ) {}

  /** The file as it was issued; before that a draft that dies after a day; undefined while there is nothing to say. */
  async file(found: DenunciationEntity, asked: PaperRow, format: PaperFormat): Promise<string | undefined> {
    if (asked.printed === null) {
      const paper = await this.drafts.of(found, asked);
      return paper && this.issued.passing(format, await drawn[format](paper));
    }
    const { documentId: ownerId, kind } = asked;
    const issue = { tableSql: 'issued_denunciation_paper', ownerId, kind, edition: 0, format };
    const kept = await this.issued.find(issue);
    if (kept !== undefined) return kept;
    const [row] = await this.db.query<{ stored: string | null }>('select content_sealed as stored from denunciation_paper where document_id = $1', [
      ownerId,
    ]);
    const said = row?.stored == null ? null : content.read(this.sealer, ownerId, row.stored);
    return said === null || said === undefined ? undefined : this.issued.issue(issue, await drawn[format](JSON.parse(said) as Paper));
  }

  /** Gives a paper its number, and with it what it says for good; again, it changes nothing. */
  async fix(documentId: string, printed: string): Promise<void> {
    const [of] = await this.db.query<{ id: string }>('select denunciation_id as id from denunciation_paper where document_id = $1', [documentId]);
    const found = of && (await this.db.load((manager) => manager.findOneBy(DenunciationEntity, { id: of.id })));
    const row = found && (await paperRowsOf(this.db, found.id)).find((one) => one.documentId === documentId);
    const paper = found && row && (await this.drafts.of(found, { ...row, printed }));
    const stored = paper === undefined ? null : content.write(this.sealer, documentId, JSON.stringify(paper));
    await this.db.write('update denunciation_paper set printed = $2, content_sealed = $3 where document_id = $1 and printed is null', [
      documentId,
      printed,
      stored,
    ]);
  }
}
