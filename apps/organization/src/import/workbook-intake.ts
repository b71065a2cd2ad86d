import { Injectable } from '@nestjs/common';
import { checkMembers } from '@vungmanh/contracts/membership/import';
import type { RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import { streamWorkbookInChild } from '@vungmanh/documents/workbook/read-in-child';
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
import type { OrganizationRow } from './check-organizations.rules.js';
import type { ImportEntity } from './import.entity.js';
import { MemberSender } from './member-sender.js';
import { SheetReader, type SheetRow } from './sheet-reader.js';
import { namedBy, stageOrganizations, standingBelow, type Staged } from './staged-organizations.js';

/** What came of a workbook: its preview, or the sentence for the person who sent it. */
export type Intake = { organizations: RowCounts | null; members: RowCounts | null; membersNeedOrganizations: boolean } | { refused: string };

/** Told when every row has been read and only the members are still to be judged. */
type Checking = (rows: number) => Promise<void>;

/** Reading may wait for membership; the child is held back meanwhile. */
const CHILD = { heapMegabytes: 256, seconds: 180 };
const PROGRESS_ROWS = 1000;

/** Reads a stored workbook in a child process and sets its rows aside: organizations here, members with membership. */
@Injectable()
export class WorkbookIntake {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
  ) {}

  async take(of: ImportEntity, run: JobRun, checking: Checking): Promise<Intake> {
    const directory = await mkdtemp(join(tmpdir(), 'vungmanh-import-'));
    try {
      const path = join(directory, 'workbook.xlsx');
      const bytes = await this.files.read(of.fileId);
      if (!bytes) return { refused: 'Tệp đã gửi không còn. Hãy gửi lại tệp.' };
      await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
      return await this.read(of, path, run, checking);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  private async read(of: ImportEntity, path: string, run: JobRun, checking: Checking): Promise<Intake> {
    const sheets = new SheetReader(this.clock.today());
    const organizations: OrganizationRow[] = [];
    const members: SheetRow[] = [];
    const sender = new MemberSender(this.rpc, of.id, run.trace);
    let staged: Staged | undefined;
    let rows = 0;
    const result = await streamWorkbookInChild(
      path,
      {
        // Members name cells of the other sheet: they are sent once it is through, and kept until then when they come first.
        sheet: async (name) => {
          if (sheets.current === 'ORGANIZATIONS') staged = await this.stage(of, organizations, run);
          sheets.begin(name);
        },
        row: async (row) => {
          run.stopping.throwIfAborted();
          const read = sheets.row(row);
          if (!read) return;
          rows += 1;
          if (rows % PROGRESS_ROWS === 0) await this.progress(of.id, rows);
          if (sheets.current === 'ORGANIZATIONS') organizations.push(read);
          else if (staged) await sender.send(read, staged.named);
          else members.push(read);
        },
      },
      CHILD,
    );
    if (!result.ok) return { refused: result.refusal.title };
    if (sheets.trouble !== undefined) return { refused: sheets.trouble };
    staged ??= sheets.found.has('ORGANIZATIONS') ? await this.stage(of, organizations, run) : undefined;
    const named = staged?.named ?? (await this.standing(of));
    for (const row of members) await sender.send(row, named);
    await sender.finish();
    await checking(rows);
    return {
      organizations: staged?.counts ?? null,
      members: sheets.found.has('MEMBERS') ? await this.check(of, run) : null,
      membersNeedOrganizations: sender.namesNew,
    };
  }

  private async stage(of: ImportEntity, rows: OrganizationRow[], run: JobRun): Promise<Staged> {
    return this.db.transaction(run.trace, (tx) => stageOrganizations(tx, { importId: of.id, nodeId: of.nodeId }, rows));
  }

  private async standing({ nodeId }: ImportEntity): Promise<Staged['named']> {
    return namedBy([], [], await standingBelow(this.db, nodeId, [], this.clock.today()));
  }

  private async check(of: ImportEntity, run: JobRun): Promise<RowCounts> {
    return this.rpc.call(checkMembers, { importId: of.id }, { key: `check-${run.id}-${run.attempt}`, trace: run.trace });
  }

  private async progress(importId: string, rows: number): Promise<void> {
    await this.db.write('update import_run set done = $2, total = greatest(total, $2) where id = $1', [importId, rows]);
  }
}
