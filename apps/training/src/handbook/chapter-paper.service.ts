import { Inject, Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { downloadChapter } from '@vungmanh/contracts/training/chapter';
import { toDocx } from '@vungmanh/documents/docx';
import { chapterPaper } from '@vungmanh/documents/papers/handbook-chapter';
import { toPdf } from '@vungmanh/documents/pdf';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Db } from '@vungmanh/platform/db/db';
import { IssuedPapers, paperTypes } from '@vungmanh/platform/issued-papers';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { issuingOf } from '../class-paper/issuing.js';
import { readEdition } from './edition.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;

/** A chapter on paper, for a meeting without a network. */
@Injectable()
export class ChapterPaperService {
  constructor(
    private readonly db: Db,
    private readonly papers: IssuedPapers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Rpc(downloadChapter)
  async download({ input }: Call<typeof downloadChapter>): Promise<OutputOf<typeof downloadChapter>> {
    const { format } = input;
    const { code, title, edition, publishedOn, body, nodeId, withdrawn } = await readEdition(this.db, input);
    const { issuer } = await issuingOf(this.db, nodeId, publishedOn);
    const simulated = this.config.mode === 'trial';
    const paper = chapterPaper({ issuer, simulated, date: publishedOn, code, title, edition, body, withdrawn: withdrawn !== undefined });
    return {
      fileId: await this.papers.passing(format, await drawn[format](paper)),
      name: `Sổ tay ${code}, bản ${edition}.${format}`,
      type: paperTypes[format],
    };
  }
}
