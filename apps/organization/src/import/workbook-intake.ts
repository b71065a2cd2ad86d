import { Injectable } from '@nestjs/common';
import { checkMembers } from '@vungmanh/contracts/membership/import';
import type { ImportSheet, RowCounts } from '@vungmanh/contracts/organization/import-sheet';
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
import type { OrganizationRow } from './check-organizations.rules.js';
import type { ImportEntity } from './import.entity.js';
import { MemberSender, type ToldChunk } from './member-sender.js';
import type { SheetLine } from './sheet-lines.js';
import { namedBy, stageOrganizations, standingBelow, type Staged } from './staged-organizations.js';

/** What came of a workbook: its preview, or the sentence for the person who sent it. */
export type Intake = { organizations: RowCounts | null; members: RowCounts | null; membersNeedOrganizations: boolean } | { refused: string };

/** Told when every row has been read and only the members are still to be judged. */
type Checking = (rows: number) => Promise<void>;

/** Reading may wait for membership; the child is held back meanwhile. */
const CHILD = { heapMegabytes: 256, seconds: 180 };
const CHILD_MODULE = new URL(import.meta.url.endsWith('.ts') ? 'sheet-child.ts' : 'sheet-child.js', import.meta.url).href;

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
    const told = new Told();
    const sender = new MemberSender(this.rpc, of.id, run);
    let staged: Staged | undefined;
    const result = await linesOfChild(
      path,
      { module: CHILD_MODULE, args: [this.clock.today()] },
      async (line) => {
        run.stopping.throwIfAborted();
        if (!told.hear(line)) return;
        await this.progress(of.id, told.rows);
        // Members name cells of the other sheet: they are sent once it is through, and kept until then when they come first.
        if (!staged && told.through.has('ORGANIZATIONS')) staged = await this.stage(of, told.organizations, run);
        if (staged) for (const chunk of told.members.splice(0)) await sender.send(chunk, staged.named);
      },
      CHILD,
    );
    if (!result.ok) return { refused: result.refusal.title };
    if (told.trouble !== undefined) return { refused: told.trouble };
    const named = staged?.named ?? (await this.standing(of));
    for (const chunk of told.members) await sender.send(chunk, named);
    await sender.finish();
    await checking(told.rows);
    return {
      organizations: staged?.counts ?? null,
      members: told.through.has('MEMBERS') ? await this.check(of, run) : null,
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

/** What the child has told so far. */
class Told {
  rows = 0;
  readonly organizations: OrganizationRow[] = [];
  /** Not sent yet. */
  readonly members: ToldChunk[] = [];
  readonly through = new Set<ImportSheet>();
  trouble: string | undefined;
  private announced: Omit<ToldChunk, 'rows'> | undefined;

  /** False while the line was only the announcement of the next. */
  hear(text: string): boolean {
    if (this.announced) {
      this.members.push({ ...this.announced, rows: text });
      this.announced = undefined;
      return true;
    }
    const line: SheetLine = JSON.parse(text);
    if ('organizations' in line) {
      this.organizations.push(...line.organizations);
      this.rows += line.organizations.length;
    } else if ('members' in line) {
      this.rows += line.members;
      this.announced = line;
      return false;
    } else if ('through' in line) this.through.add(line.through);
    else this.trouble = line.trouble;
    return true;
  }
}
