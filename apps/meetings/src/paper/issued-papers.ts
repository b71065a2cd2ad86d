import { Injectable } from '@nestjs/common';
import type { PaperKind } from '@vungmanh/contracts/meetings/paper';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { Files } from '@vungmanh/platform/files';

export type PaperFormat = 'docx' | 'pdf';

export const paperTypes: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** A paper that is given out for good. */
export interface Issue {
  readonly meetingId: string;
  readonly kind: PaperKind;
  /** 0, and one more with each addendum. */
  readonly edition: number;
  readonly format: PaperFormat;
}

const BY = 'service:meetings';

/** Draws papers on demand while they may still change, and once for good when they are issued. */
@Injectable()
export class IssuedPapers {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** A file that dies after a day. */
  async passing(format: PaperFormat, bytes: Buffer): Promise<string> {
    return (await this.files.put([bytes], { by: BY, type: paperTypes[format] })).fileId;
  }

  /** The file as it was issued; undefined before anybody has asked for it. */
  async find({ meetingId, kind, edition, format }: Issue): Promise<string | undefined> {
    const [row] = await this.db.query<{ file_id: string }>(
      'select file_id from issued_paper where meeting_id = $1 and kind = $2 and edition = $3 and format = $4',
      [meetingId, kind, edition, format],
    );
    return row?.file_id;
  }

  /**
   * Keeps these bytes as the issued ones, with their SHA-256, unless somebody was faster: then theirs are. The file is kept before
   * its row is written, so that a row never names a file that has died; of two at once, one file is left that nobody names.
   */
  async issue(issue: Issue, bytes: Buffer): Promise<string> {
    const { fileId, sha256 } = await this.files.keep([bytes], { by: BY, type: paperTypes[issue.format] });
    await this.db.write(
      `insert into issued_paper (meeting_id, kind, edition, format, file_id, sha256, issued_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing`,
      [issue.meetingId, issue.kind, issue.edition, issue.format, fileId, sha256, this.clock.now()],
    );
    return (await this.find(issue)) ?? fileId;
  }
}
