import { Injectable } from '@nestjs/common';
import { exportMembers } from '@vungmanh/contracts/membership/import';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { importSheetLabel, memberColumns, organizationColumns, type SheetColumn } from '@vungmanh/contracts/organization/import-sheet';
import { streamOfWorkbook, type SheetToWrite, type SheetValue } from '@vungmanh/documents/workbook/write';
import { Db } from '@vungmanh/platform/db/db';
import { Files } from '@vungmanh/platform/files';
import { Job, type JobRun } from '@vungmanh/platform/jobs/job';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { Grants } from '@vungmanh/platform/scope/grants';
import { LAST_ATTEMPT } from '../last-attempt.js';
import { ExportEntity } from './export.entity.js';
import { writeExport, XLSX } from './export.kinds.js';
import { organizationPage, type OrganizationCells } from './export.queries.js';

const PAGE = 1000;
/** Membership opens sealed numbers for each: fewer, so that a page stays well within the patience of a query. */
const MEMBERS = 400;

/** Draws the workbook while its rows are read: nothing of it is ever whole in memory. */
@Injectable()
export class ExportWorker {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly rpc: RpcClient,
    private readonly grants: Grants,
  ) {}

  @Job(writeExport)
  async write({ exportId }: { exportId: string }, run: JobRun): Promise<void> {
    const asked = await this.db.load((manager) => manager.findOneByOrFail(ExportEntity, { id: exportId }));
    if (asked.state !== 'RUNNING') return;
    try {
      const written = { organizations: 0, members: 0 };
      const sheets = [sheetOf('ORGANIZATIONS', organizationColumns, this.organizations(asked, written, run))];
      if (asked.withMembers) sheets.push(sheetOf('MEMBERS', memberColumns, this.members(asked, written, run)));
      const { fileId } = await this.files.keep(streamOfWorkbook(sheets), { by: 'service:organization', type: XLSX });
      await this.end(exportId, run, (entity, now) => entity.finish({ fileId, ...written }, now));
    } catch (error) {
      if (run.attempt >= LAST_ATTEMPT) await this.end(exportId, run, (entity, now) => entity.fail(now));
      throw error;
    }
  }

  private async *organizations(asked: ExportEntity, written: { organizations: number }, run: JobRun): AsyncIterable<SheetValue[]> {
    let last: OrganizationCells | undefined;
    do {
      run.stopping.throwIfAborted();
      // What leaves is what the account that asked for it may take out now.
      const scope = await this.grants.scope({ id: asked.accountId }, 'organization:export');
      const page = await organizationPage(this.db, { nodeId: asked.nodeId, scope }, last, PAGE);
      for (const row of page) yield organizationColumns.map((c) => row[c.key]);
      written.organizations += page.length;
      last = page.length < PAGE ? undefined : page.at(-1);
    } while (last !== undefined);
  }

  private async *members(asked: ExportEntity, written: { members: number }, run: JobRun): AsyncIterable<SheetValue[]> {
    let cursor: string | undefined;
    do {
      run.stopping.throwIfAborted();
      const page: OutputOf<typeof exportMembers> = await this.rpc.call(
        exportMembers,
        { nodeId: asked.nodeId, accountId: asked.accountId, limit: MEMBERS, ...(cursor === undefined ? {} : { cursor }) },
        { trace: run.trace },
      );
      for (const { cells } of page.items) yield memberColumns.map((c) => cells[c.key]);
      written.members += page.items.length;
      cursor = page.next;
    } while (cursor !== undefined);
  }

  private async end(exportId: string, run: JobRun, step: (entity: ExportEntity, now: string) => void): Promise<void> {
    await this.db.transaction(run.trace, async (tx) => {
      const entity = await tx.manager.findOneByOrFail(ExportEntity, { id: exportId });
      step(entity, tx.clock.now());
      await tx.update(entity);
    });
  }
}

const sheetOf = (name: keyof typeof importSheetLabel, columns: readonly SheetColumn[], rows: AsyncIterable<SheetValue[]>): SheetToWrite => ({
  name: importSheetLabel[name],
  columns: columns.map((c) => ({ header: c.title, width: Math.max(16, c.title.length + 4), kind: c.date ? 'date' : 'text' })),
  rows,
});
