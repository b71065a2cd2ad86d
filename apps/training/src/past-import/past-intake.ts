import { Injectable } from '@nestjs/common';
import { recognizePeople } from '@vungmanh/contracts/membership/recognize';
import { linesOfChild } from '@vungmanh/documents/workbook/read-in-child';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { Files } from '@vungmanh/platform/files';
import type { JobRun } from '@vungmanh/platform/jobs/job';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PastImportEntity } from './past-import.entity.js';
import type { PastLine } from './past-child.js';
import { readPastRow, type ReadPast } from './past-row.rules.js';
import { stagePast, type FoundPerson } from './stage-past.js';

/** Reading may wait for membership; the child is held back meanwhile. */
const CHILD = { heapMegabytes: 256, seconds: 180 };
const CHILD_MODULE = new URL(import.meta.url.endsWith('.ts') ? 'past-child.ts' : 'past-child.js', import.meta.url).href;

/** Reads a stored workbook in a child process and sets its rows aside. */
@Injectable()
export class PastIntake {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
  ) {}

  /** Answers how many rows were set aside, or the sentence for the person who sent the file. Beginning again begins anew. */
  async take(of: PastImportEntity, run: JobRun): Promise<{ rows: number } | { refused: string }> {
    const directory = await mkdtemp(join(tmpdir(), 'vungmanh-past-'));
    try {
      const path = join(directory, 'workbook.xlsx');
      const bytes = await this.files.read(of.fileId);
      if (!bytes) return { refused: 'Tệp đã gửi không còn. Hãy gửi lại tệp.' };
      await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
      await this.db.write('delete from past_import_row where import_id = $1', [of.id]);
      return await this.read(of, path, run);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  private async read(of: PastImportEntity, path: string, run: JobRun): Promise<{ rows: number } | { refused: string }> {
    let rows = 0;
    let trouble: string | undefined;
    const result = await linesOfChild(
      path,
      { module: CHILD_MODULE, args: [this.clock.today()] },
      async (text) => {
        run.stopping.throwIfAborted();
        const line: PastLine = JSON.parse(text);
        if ('trouble' in line) trouble = line.trouble;
        else {
          await this.stage(
            of,
            line.rows.map((row) => readPastRow(row, this.clock.today())),
            run,
          );
          rows += line.rows.length;
          await this.db.write('update past_import set rows_read = $2 where id = $1', [of.id, rows]);
        }
      },
      CHILD,
    );
    if (!result.ok) return { refused: result.refusal.title };
    if (trouble !== undefined) return { refused: trouble };
    return rows === 0 ? { refused: 'Trang tính không có dòng nào dưới dòng tiêu đề.' } : { rows };
  }

  private async stage(of: PastImportEntity, rows: readonly ReadPast[], run: JobRun): Promise<void> {
    const cells = await this.cellsNamed(of.nodeId, rows);
    const asked = rows.flatMap(({ row, who: { cellCode, ...who } }) => {
      const nodeId = cellCode === undefined ? undefined : cells.get(cellCode);
      const known = who.personId !== undefined || who.card !== undefined || (who.name !== undefined && nodeId !== undefined);
      return known ? [{ row, ...who, ...(nodeId === undefined ? {} : { nodeId }) }] : [];
    });
    const found = asked.length === 0 ? [] : (await this.rpc.call(recognizePeople, { rows: asked }, { trace: run.trace })).rows;
    const byRow = new Map(found.map((one) => [one.row, one]));
    const whoOf = ({ row, who, remarks }: ReadPast): FoundPerson => {
      const one = byRow.get(row);
      if (one?.many) return { found: 'MANY' };
      if (one?.personId !== undefined) return { found: 'ONE', personId: one.personId };
      const saysItself = remarks.some(({ column }) => column === 'name' || column === 'person' || column === 'cardNumber' || column === 'cellCode');
      return { found: saysItself && Object.keys(who).length < 3 ? 'UNASKED' : 'NONE' };
    };
    await this.db.transaction(run.trace, (tx) =>
      stagePast(
        tx,
        of.id,
        rows.map((read) => [read, whoOf(read)] as const),
      ),
    );
  }

  /** Organizations below that of the import by the codes that rows name. */
  private async cellsNamed(nodeId: string, rows: readonly ReadPast[]): Promise<Map<string, string>> {
    const codes = [...new Set(rows.flatMap(({ who }) => (who.cellCode === undefined ? [] : [who.cellCode])))];
    if (codes.length === 0) return new Map();
    const found = await this.db.query<{ code: string; id: string }>(
      'select n.code, n.id from node_view n join tree_now t on t.descendant = n.id and t.ancestor = $1 where n.code = any($2)',
      [nodeId, codes],
    );
    return new Map(found.map(({ code, id }) => [code, id]));
  }
}
