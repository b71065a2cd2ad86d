import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import {
  cancelPastImport,
  confirmPastImport,
  getPastImport,
  listPastImports,
  pastImportRows,
  startPastImport,
  type PastImport,
} from '@vungmanh/contracts/training/past-import';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Files } from '@vungmanh/platform/files';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { PastImportEntity } from './past-import.entity.js';
import { applyPast, readPast } from './past-import.kinds.js';
import { pastImportById, pastImportsIn, reachesBelow, stagedPast } from './past-import.queries.js';

/** Staged rows are personal data: what nobody came back for is forgotten. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What people do with an import of past attendances; the work itself is in {@link PastImportWorker}. */
@Injectable()
export class PastImportService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(startPastImport)
  async start(call: Call<typeof startPastImport>): Promise<PastImport> {
    const { nodeId, fileId, fileName } = call.input;
    if (!(await reachesBelow(this.db, nodeId, call.scope))) throw fail(startPastImport, 'training/import-reaches-below');
    if (!(await this.files.attach(fileId, call.actor.id))) throw fail(startPastImport, 'training/file-unknown');
    return this.db.commit(call, async (tx) => {
      const id = newId(tx.clock.millis());
      await tx.insert(PastImportEntity.begin({ id, nodeId, fileId, fileName, accountId: call.actor.id }, tx.clock.now()));
      await this.jobs.insert(tx, readPast, { importId: id }, { key: id });
      await forget(tx);
      tx.about({ node: nodeId, target: id });
      return this.find(tx, id, call);
    });
  }

  @Rpc(getPastImport)
  async get(call: Call<typeof getPastImport>): Promise<PastImport> {
    return this.find(this.db, call.input.pastImportId, call);
  }

  @Rpc(listPastImports)
  async list({ input, scope }: Call<typeof listPastImports>): Promise<OutputOf<typeof listPastImports>> {
    return pastImportsIn(this.db, scope, input);
  }

  @Rpc(pastImportRows)
  async rows(call: Call<typeof pastImportRows>): Promise<OutputOf<typeof pastImportRows>> {
    const { pastImportId: importId, ...paging } = call.input;
    const { nodeId } = await this.find(this.db, importId, call);
    const { page, persons } = await stagedPast(this.db, { importId, ...paging });
    await this.trail.recordPage(call, { persons, node: nodeId, target: importId });
    return page;
  }

  @Rpc(confirmPastImport)
  async confirm(call: Call<typeof confirmPastImport>): Promise<PastImport> {
    const { pastImportId: importId } = call.input;
    return this.db.commit(call, async (tx) => {
      const run = await this.load(tx, call);
      run.confirm();
      await tx.update(run);
      await this.jobs.insert(tx, applyPast, { importId }, { key: importId });
      return this.find(tx, importId, call);
    });
  }

  @Rpc(cancelPastImport)
  async cancel(call: Call<typeof cancelPastImport>): Promise<PastImport> {
    return this.db.commit(call, async (tx) => {
      const run = await this.load(tx, call);
      run.cancel(tx.clock.now());
      await tx.update(run);
      await tx.query('delete from past_import_row where import_id = $1', [run.id]);
      return this.find(tx, run.id, call);
    });
  }

  /** For a change: the version that the caller has seen, and nothing out of scope. */
  private async load(tx: Tx, call: Call<typeof confirmPastImport> | Call<typeof cancelPastImport>): Promise<PastImportEntity> {
    const { pastImportId: id } = call.input;
    await this.find(tx, id, call);
    const run = await tx.manager.findOneBy(PastImportEntity, { id });
    if (!run) throw refuse('request/not-found');
    tx.expectVersion(call, run);
    tx.about({ node: run.nodeId, target: id });
    return run;
  }

  private async find(reader: Db | Tx, id: string, { scope }: Pick<Call, 'scope'>): Promise<PastImport> {
    const found = await pastImportById(reader, id, scope);
    if (!found) throw refuse('request/not-found');
    return found;
  }
}

/** In the caller's reach: what nobody confirmed in time is canceled, and what has ended keeps no rows. */
async function forget(tx: Tx): Promise<void> {
  const before = new Date(tx.clock.millis() - KEPT_DAYS * DAY_MS);
  await tx.query(`update past_import set state = 'CANCELED', version = version + 1, finished_at = $2 where state = 'READY' and started_at < $1`, [
    before,
    tx.clock.now(),
  ]);
  await tx.query(
    `delete from past_import_row r using past_import i
     where i.id = r.import_id and i.started_at < $1 and i.state in ('DONE', 'REFUSED', 'CANCELED')`,
    [before],
  );
}
