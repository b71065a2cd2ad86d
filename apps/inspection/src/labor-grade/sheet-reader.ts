import { Injectable } from '@nestjs/common';
import type { Row } from '@vungmanh/documents/workbook/cell';
import { readWorkbookInChild } from '@vungmanh/documents/workbook/read-in-child';
import { Files } from '@vungmanh/platform/files';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A cell's sheet has a row a member: what is larger is no such sheet. */
const MOST_ROWS = 1000;

/** Reads the first sheet of an uploaded workbook, in a process of its own as every upload is. The file is kept nowhere: it dies after a day. */
@Injectable()
export class GradeSheetReader {
  constructor(private readonly files: Files) {}

  /** Its rows, a sentence why it cannot be read, or nothing where whoever asks has sent no such file. */
  async rows(fileId: string, account: string): Promise<readonly Row[] | { why: string } | undefined> {
    const info = await this.files.info(fileId);
    const bytes = info?.by === account ? await this.files.read(fileId) : undefined;
    if (!bytes) return undefined;
    const directory = await mkdtemp(join(tmpdir(), 'vungmanh-grades-'));
    try {
      const path = join(directory, 'sheet.xlsx');
      await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
      const result = await readWorkbookInChild(path);
      if (!result.ok) return { why: result.refusal.title };
      const rows = result.value.find((sheet) => !sheet.hidden)?.rows ?? [];
      return rows.length > MOST_ROWS ? { why: `Bảng có hơn ${MOST_ROWS} dòng, không phải bảng bình xét của một chi bộ.` } : rows;
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}
