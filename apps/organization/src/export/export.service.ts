import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { downloadExport, getExport, listExports, startExport, type Export } from '@vungmanh/contracts/organization/export';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ExportEntity } from './export.entity.js';
import { writeExport, XLSX } from './export.kinds.js';
import { exportById, exportsOf, type FoundExport } from './export.queries.js';

/** Workbooks on their way out, each for the one who asked for it alone. */
@Injectable()
export class ExportService {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(startExport)
  async start(call: Call<typeof startExport>): Promise<Export> {
    const { nodeId, withMembers } = call.input;
    return this.db.commit(call, async (tx) => {
      const id = newId(tx.clock.millis());
      await tx.insert(ExportEntity.begin({ id, nodeId, withMembers, accountId: call.actor.id }, tx.clock.now()));
      await this.jobs.insert(tx, writeExport, { exportId: id }, { key: id });
      tx.about({ node: nodeId, target: id });
      return (await this.find(tx, id, call)).shown;
    });
  }

  @Rpc(listExports)
  async list({ input, scope, actor }: Call<typeof listExports>): Promise<OutputOf<typeof listExports>> {
    return exportsOf(this.db, actor.id, scope, input);
  }

  @Rpc(getExport)
  async get(call: Call<typeof getExport>): Promise<Export> {
    return (await this.find(this.db, call.input.exportId, call)).shown;
  }

  @Rpc(downloadExport)
  async download(call: Call<typeof downloadExport>): Promise<OutputOf<typeof downloadExport>> {
    const { shown, fileId, nodeCode } = await this.find(this.db, call.input.exportId, call);
    if (fileId === null) throw fail(downloadExport, 'organization/export-running');
    await this.trail.recordRead(call, { persons: [], target: call.input.exportId });
    return { fileId, name: `danh-sach-${nodeCode}-${shown.startedAt.slice(0, 10)}.xlsx`, type: XLSX };
  }

  private async find(reader: Db | Tx, id: string, { actor, scope }: Pick<Call, 'actor' | 'scope'>): Promise<FoundExport> {
    const found = await exportById(reader, id, actor.id, scope);
    if (!found) throw refuse('request/not-found');
    return found;
  }
}
