import { Injectable } from '@nestjs/common';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, type JobRun } from '@vungmanh/platform/jobs/job';
import { judgePast } from './judge-past.js';
import { PastImportEntity } from './past-import.entity.js';
import { applyPast, readPast } from './past-import.kinds.js';
import { PastIntake } from './past-intake.js';
import { writePast } from './write-past.js';

/** After so many attempts that failed by themselves platform leaves a job to the operator; people are told so. */
const LAST_ATTEMPT = 5;
const STUMBLES = 'Hệ thống đang gặp trục trặc và sẽ tự thử lại. Không cần gửi lại tệp.';
const GIVEN_UP = 'Hệ thống đã thử nhiều lần mà chưa làm được. Hãy báo cán bộ kỹ thuật; phần chưa ghi sẽ được làm tiếp.';
const OVERTAKEN = 'Danh sách đã thay đổi từ khi kiểm tra và nay có dòng lỗi nên chưa ghi gì. Hãy gửi lại tệp.';

/** The work of an import. Each step stands in the import's row, so that a process that dies is followed by one that goes on. */
@Injectable()
export class PastImportWorker {
  constructor(
    private readonly db: Db,
    private readonly intake: PastIntake,
  ) {}

  @Job(readPast)
  async read({ importId }: { importId: string }, run: JobRun): Promise<void> {
    await this.tellingTrouble(importId, run, async () => {
      const standing = await this.db.load((manager) => manager.findOneByOrFail(PastImportEntity, { id: importId }));
      if (standing.state === 'READING') {
        const taken = await this.intake.take(standing, run);
        await this.change(importId, run.trace, (entity, tx) => {
          if ('refused' in taken) entity.refuse(taken.refused, tx.clock.now());
          else entity.read(taken.rows);
        });
      }
      await this.change(importId, run.trace, async (entity, tx) => {
        if (entity.state === 'CHECKING') entity.ready(await judgePast(tx, importId, entity.nodeId));
      });
    });
  }

  @Job(applyPast)
  async apply({ importId }: { importId: string }, run: JobRun): Promise<void> {
    await this.tellingTrouble(importId, run, () =>
      this.change(importId, run.trace, async (entity, tx) => {
        if (entity.state !== 'APPLYING') return;
        const counts = await judgePast(tx, importId, entity.nodeId);
        if (counts.errors > 0) entity.refuse(OVERTAKEN, tx.clock.now());
        else {
          const { accountId } = entity;
          await writePast(tx, { importId, accountId, nodeId: entity.nodeId });
          entity.applied(counts, tx.clock.now());
        }
      }),
    );
  }

  /** One step: what it writes and the state that says so commit together. */
  private async change(importId: string, trace: string, step: (entity: PastImportEntity, tx: Tx) => void | Promise<void>): Promise<void> {
    await this.db.transaction(trace, async (tx) => {
      const entity = await tx.manager.findOneByOrFail(PastImportEntity, { id: importId });
      await step(entity, tx);
      await tx.update(entity);
    });
  }

  /** While it is tried again, people see that it stumbles, and not over what. */
  private async tellingTrouble(importId: string, run: JobRun, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.db.write('update past_import set trouble = $2 where id = $1', [importId, run.attempt < LAST_ATTEMPT ? STUMBLES : GIVEN_UP]);
      throw error;
    }
  }
}
