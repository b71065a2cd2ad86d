import { Injectable } from '@nestjs/common';
import { dropMembers, stagedMembers } from '@vungmanh/contracts/membership/import';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { cancelImport, confirmImport, getImport, importRows, listImports, startImport, type Import } from '@vungmanh/contracts/organization/import';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Files } from '@vungmanh/platform/files';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ImportEntity } from './import.entity.js';
import { applyWorkbook, readWorkbook } from './import.kinds.js';
import { importById, importsIn, mayImportAt, stagedRows } from './import.queries.js';

/** What people do with an import; the work itself is in {@link ImportWorker}. */
@Injectable()
export class ImportService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  @Rpc(startImport)
  async start(call: Call<typeof startImport>): Promise<Import> {
    const { nodeId, fileId, fileName } = call.input;
    if (!(await mayImportAt(this.db, nodeId, call.scope))) throw fail(startImport, 'organization/import-reaches-below');
    if (!(await this.files.attach(fileId, call.actor.id))) throw fail(startImport, 'organization/file-unknown');
    return this.db.commit(call, async (tx) => {
      const id = newId(tx.clock.millis());
      await tx.insert(ImportEntity.begin({ id, nodeId, fileId, fileName, accountId: call.actor.id }, tx.clock.now()));
      await this.jobs.insert(tx, readWorkbook, { importId: id }, { key: id });
      tx.about({ node: nodeId, target: id });
      return this.find(tx, id, call);
    });
  }

  @Rpc(getImport)
  async get(call: Call<typeof getImport>): Promise<Import> {
    return this.find(this.db, call.input.importId, call);
  }

  @Rpc(listImports)
  async list({ input, scope }: Call<typeof listImports>): Promise<OutputOf<typeof listImports>> {
    return importsIn(this.db, scope, input);
  }

  @Rpc(importRows)
  async rows(call: Call<typeof importRows>): Promise<OutputOf<typeof importRows>> {
    const { sheet, importId, ...paging } = call.input;
    await this.find(this.db, importId, call);
    return sheet === 'ORGANIZATIONS'
      ? stagedRows(this.db, { importId, ...paging })
      : this.rpc.call(stagedMembers, { importId, ...paging }, { trace: call.trace });
  }

  @Rpc(confirmImport)
  async confirm(call: Call<typeof confirmImport>): Promise<Import> {
    const { importId, sheets } = call.input;
    return this.db.commit(call, async (tx) => {
      const run = await this.load(tx, importId, call);
      run.confirm([...new Set(sheets)]);
      await tx.update(run);
      await this.jobs.insert(tx, applyWorkbook, { importId }, { key: importId });
      return this.find(tx, importId, call);
    });
  }

  @Rpc(cancelImport)
  async cancel(call: Call<typeof cancelImport>): Promise<Import> {
    const { importId } = call.input;
    const canceled = await this.db.commit(call, async (tx) => {
      const run = await this.load(tx, importId, call);
      run.cancel(tx.clock.now());
      await tx.update(run);
      await tx.query('delete from import_organization where import_id = $1', [importId]);
      return this.find(tx, importId, call);
    });
    if (canceled.members) await this.rpc.call(dropMembers, { importId }, { key: `drop-${importId}`, trace: call.trace });
    return canceled;
  }

  /** For a change: the version that the caller has seen, and nothing out of scope. */
  private async load(tx: Tx, importId: string, call: Call<typeof confirmImport> | Call<typeof cancelImport>): Promise<ImportEntity> {
    await this.find(tx, importId, call);
    const run = await tx.manager.findOneBy(ImportEntity, { id: importId });
    if (!run) throw refuse('request/not-found');
    tx.expectVersion(call, run);
    tx.about({ node: run.nodeId, target: importId });
    return run;
  }

  private async find(reader: Db | Tx, importId: string, { scope }: Pick<Call, 'scope'>): Promise<Import> {
    const found = await importById(reader, importId, scope);
    if (!found) throw refuse('request/not-found');
    return found;
  }
}
