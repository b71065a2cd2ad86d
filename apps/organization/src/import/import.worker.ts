import { Injectable } from '@nestjs/common';
import { applyMembers } from '@vungmanh/contracts/membership/import';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, type JobRun } from '@vungmanh/platform/jobs/job';
import { Problem } from '@vungmanh/platform/problem';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { broke } from '@vungmanh/platform/db/broke';
import { applyOrganizations, Overtaken } from './apply-organizations.js';
import { LAST_ATTEMPT } from '../last-attempt.js';
import { ImportEntity } from './import.entity.js';
import { applyWorkbook, readWorkbook } from './import.kinds.js';
import { WorkbookIntake } from './workbook-intake.js';

const STUMBLES = 'Hệ thống đang gặp trục trặc và sẽ tự thử lại. Không cần gửi lại tệp.';
const GIVEN_UP = 'Hệ thống đã thử nhiều lần mà chưa làm được. Hãy báo cán bộ kỹ thuật; phần chưa ghi sẽ được làm tiếp.';

/** The work of an import. Each step stands in the import's row, so that a process that dies is followed by one that goes on. */
@Injectable()
export class ImportWorker {
  constructor(
    private readonly db: Db,
    private readonly rpc: RpcClient,
    private readonly intake: WorkbookIntake,
  ) {}

  @Job(readWorkbook)
  async read({ importId }: { importId: string }, run: JobRun): Promise<void> {
    const standing = await this.load(importId);
    if (standing.state !== 'READING' && standing.state !== 'CHECKING') return;
    await this.tellingTrouble(importId, run, async () => {
      const outcome = await this.intake.take(standing, run, (rows) =>
        this.change(importId, run.trace, (entity) => {
          if (entity.state === 'READING') entity.read(rows);
        }),
      );
      await this.change(importId, run.trace, (entity, now) => {
        if ('refused' in outcome) entity.refuse(outcome.refused, now);
        else entity.ready(outcome);
      });
    });
  }

  @Job(applyWorkbook)
  async apply({ importId }: { importId: string }, run: JobRun): Promise<void> {
    const standing = await this.load(importId);
    await this.tellingTrouble(importId, run, async () => {
      if (standing.state === 'APPLYING_ORGANIZATIONS') await this.applyOwn(importId, run.trace);
      const now = await this.load(importId);
      if (now.state === 'APPLYING_MEMBERS') await this.applyMembers(now, run.trace);
    });
  }

  private async applyOwn(importId: string, trace: string): Promise<void> {
    try {
      await this.change(importId, trace, async (entity, now, tx) => {
        await applyOrganizations(tx, { importId, nodeId: entity.nodeId });
        entity.organizationsApplied(now);
      });
    } catch (error) {
      const overtaken = error instanceof Overtaken ? error : broke(error, 'node_code_unique') ? new Overtaken() : undefined;
      if (!overtaken) throw error;
      await this.change(importId, trace, (entity, now) => entity.refuse(overtaken.message, now));
    }
  }

  private async applyMembers({ id, accountId }: ImportEntity, trace: string): Promise<void> {
    try {
      const counts = await this.rpc.call(applyMembers, { importId: id, accountId }, { key: `apply-${id}`, trace });
      await this.change(id, trace, (entity, now) => entity.membersApplied(counts, now));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'membership/import-has-errors') throw error;
      await this.change(id, trace, (entity, now) => entity.membersRefused(error.title, now));
    }
  }

  private async load(importId: string): Promise<ImportEntity> {
    return this.db.load((manager) => manager.findOneByOrFail(ImportEntity, { id: importId }));
  }

  /** One step of the saga: what it writes and the state that says so commit together. */
  private async change(importId: string, trace: string, step: (entity: ImportEntity, now: string, tx: Tx) => void | Promise<void>): Promise<void> {
    await this.db.transaction(trace, async (tx) => {
      const entity = await tx.manager.findOneByOrFail(ImportEntity, { id: importId });
      await step(entity, tx.clock.now(), tx);
      await tx.update(entity);
    });
  }

  /** While it is tried again, people see that it stumbles, and not over what. */
  private async tellingTrouble(importId: string, run: JobRun, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.db.write('update import_run set trouble = $2 where id = $1', [importId, run.attempt < LAST_ATTEMPT ? STUMBLES : GIVEN_UP]);
      throw error;
    }
  }
}
