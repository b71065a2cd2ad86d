import { Inject, Injectable } from '@nestjs/common';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { Db } from './db/db.js';
import { Files } from './files.js';

export type PaperFormat = 'docx' | 'pdf';

export const paperTypes: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** A paper that is given out for good. */
export interface Issue {
  /** A table of the service with the columns `owner_id, kind, edition, format, file_id, sha256, issued_at`; never input. */
  readonly tableSql: string;
  /** What the paper belongs to. */
  readonly ownerId: string;
  readonly kind: string;
  /** 0, and one more with each addendum. */
  readonly edition: number;
  readonly format: PaperFormat;
}

/** Draws papers on demand while they may still change, and once for good when they are issued. */
@Injectable()
export class IssuedPapers {
  private readonly by: string;

  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly clock: Clock,
    @Inject(CONFIG) { service }: Config,
  ) {
    this.by = `service:${service}`;
  }

  /** A file that dies after a day. */
  async passing(format: PaperFormat, bytes: Buffer): Promise<string> {
    return (await this.files.put([bytes], { by: this.by, type: paperTypes[format] })).fileId;
  }

  /** The file as it was issued; undefined before anybody has asked for it. */
  async find({ tableSql, ownerId, kind, edition, format }: Issue): Promise<string | undefined> {
    const [row] = await this.db.query<{ file_id: string }>(
      `select file_id from ${tableSql} where owner_id = $1 and kind = $2 and edition = $3 and format = $4`,
      [ownerId, kind, edition, format],
    );
    return row?.file_id;
  }

  /**
   * Keeps these bytes as the issued ones, with their SHA-256, unless somebody was faster: then theirs are. The file is kept before
   * its row is written, so that a row never names a file that has died; of two at once, one file is left that nobody names.
   */
  async issue(issue: Issue, bytes: Buffer): Promise<string> {
    const { fileId, sha256 } = await this.files.keep([bytes], { by: this.by, type: paperTypes[issue.format] });
    await this.db.write(
      `insert into ${issue.tableSql} (owner_id, kind, edition, format, file_id, sha256, issued_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing`,
      [issue.ownerId, issue.kind, issue.edition, issue.format, fileId, sha256, this.clock.now()],
    );
    return (await this.find(issue)) ?? fileId;
  }
}
