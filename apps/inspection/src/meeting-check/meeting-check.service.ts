import { Injectable } from '@nestjs/common';
import {
  cancelMeetingCheck,
  concludeMeetingCheck,
  type MeetingCheckLine,
  meetingCheckPublished,
  publishMeetingCheck,
  startMeetingCheck,
} from '@vungmanh/contracts/inspection/meeting-check';
import { obligationChanged } from '@vungmanh/contracts/inspection/obligation';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { IsNull } from 'typeorm';
import { CheckFindingEntity } from './check-finding.entity.js';
import { checkLine } from './check-line.js';
import { CheckJobs } from './check-jobs.js';
import { lockCheck } from './find-check.js';
import type { MeetingCheckEntity } from './meeting-check.entity.js';

type Leading = typeof startMeetingCheck | typeof concludeMeetingCheck | typeof publishMeetingCheck | typeof cancelMeetingCheck;

/** The course of a check, led by who holds the right to check at the committee. */
@Injectable()
export class MeetingCheckService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly jobs: CheckJobs,
  ) {}

  @Rpc(startMeetingCheck)
  start(call: Call<typeof startMeetingCheck>): Promise<MeetingCheckLine> {
    return this.apply(call, async (tx, check) => {
      check.start(this.clock.today());
      await this.jobs.settleReaders(tx, check);
    });
  }

  @Rpc(concludeMeetingCheck)
  conclude(call: Call<typeof concludeMeetingCheck>): Promise<MeetingCheckLine> {
    const { notice, uncheckedBecause } = call.input;
    return this.apply(call, async (tx, check) => {
      const { cells, recorded, heard, attended } = await checkLine(tx, check.id);
      check.conclude(this.sealer, { notice, counts: { cells, recorded, heard, attended }, uncheckedBecause }, this.clock.now());
      await this.jobs.settleReaders(tx, check);
    });
  }

  @Rpc(publishMeetingCheck)
  publish(call: Call<typeof publishMeetingCheck>): Promise<MeetingCheckLine> {
    return this.apply(call, async (tx, check) => {
      check.publish(this.clock.now());
      const told = await tx.query<{ nodeId: string }>(
        `insert into meeting_check_told (check_id, node_id, checked) select check_id, node_id, recorded_at is not null from check_cell where check_id = $1
         returning node_id as "nodeId"`,
        [check.id],
      );
      // The version that the check has when this is committed.
      const version = check.version + 1;
      tx.publish(
        meetingCheckPublished,
        told.map(({ nodeId }) => ({ id: check.id, version, nodeId })),
      );
      countStatement();
      const weak = await tx.manager.findBy(CheckFindingEntity, { checkId: check.id, kind: 'SHORTCOMING', droppedAt: IsNull() });
      if (weak.length > 0) {
        tx.publish(
          obligationChanged,
          weak.map((finding) => finding.obligation),
        );
      }
      await this.jobs.askNumber(tx, check);
    });
  }

  @Rpc(cancelMeetingCheck)
  cancel(call: Call<typeof cancelMeetingCheck>): Promise<MeetingCheckLine> {
    return this.apply(call, async (tx, check) => {
      check.cancel(call.input.because);
      await this.jobs.settleReaders(tx, check);
    });
  }

  private apply(call: Call<Leading>, act: (tx: Tx, check: MeetingCheckEntity) => Promise<void>): Promise<MeetingCheckLine> {
    return this.db.commit(call, async (tx) => {
      const check = await lockCheck(tx, call, call.input.checkId);
      tx.expectVersion(call, check);
      tx.about({ node: check.nodeId, target: check.id });
      await act(tx, check);
      await tx.update(check);
      return checkLine(tx, check.id);
    });
  }
}
