import { Injectable } from '@nestjs/common';
import {
  closeSupervision,
  drawUpSupervision,
  drawUpSupervisionsBelow,
  openSupervision,
  setGradeScale,
  type MemberSupervision,
} from '@vungmanh/contracts/inspection/member-supervision';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { usedGrades } from '../labor-grade/grades-of.js';
import { addNewcomers, drawUp } from './draw-up.js';
import { lockSupervision } from './lock-supervision.js';
import type { MemberSupervisionEntity } from './supervision.entity.js';
import { supervisionOf } from './supervision-page.js';
import { isInTime, isPossible } from './supervision.rules.js';
import { taskCountsSql } from './task-counts.js';

type Change = typeof openSupervision | typeof closeSupervision | typeof setGradeScale;

/** Drawing up, opening and closing a cell's quarter. None of it shows what is said of anybody. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
  ) {}

  @Rpc(drawUpSupervision)
  drawUp(call: Call<typeof drawUpSupervision>): Promise<MemberSupervision> {
    const { nodeId, quarter } = call.input;
    return this.db.commit(call, async (tx) => {
      if (!isInTime(quarter, tx.clock.today())) throw fail(drawUpSupervision, 'inspection/quarter-out-of-time');
      const made = await drawUp(tx, quarter, (params) => `b.node_id = $${params.push(nodeId)} and ${call.scope.granted('b.node_id', params)}`);
      const shown = () =>
        supervisionOf(
          tx,
          (params) => `m.node_id = $${params.push(nodeId)} and m.quarter = $${params.push(quarter)} and ${call.scope.granted('m.node_id', params)}`,
        );
      const standing = await shown();
      if (!standing) throw fail(drawUpSupervision, 'inspection/not-of-the-cell');
      tx.about({ node: nodeId, target: standing.id });
      if (made.cells > 0) return standing;
      if (!isPossible('add-newcomers', standing.state)) throw fail(drawUpSupervision, 'inspection/supervision-not-in-state');
      await addNewcomers(tx, { id: standing.id, draft: standing.state === 'DRAFT' });
      return (await shown()) ?? standing;
    });
  }

  @Rpc(drawUpSupervisionsBelow)
  drawUpBelow(call: Call<typeof drawUpSupervisionsBelow>): Promise<OutputOf<typeof drawUpSupervisionsBelow>> {
    const { nodeId, quarter } = call.input;
    return this.db.commit(call, async (tx) => {
      if (!isInTime(quarter, tx.clock.today())) throw fail(drawUpSupervisionsBelow, 'inspection/quarter-out-of-time');
      tx.about({ node: nodeId });
      return drawUp(tx, quarter, (params) => call.scope.below('b.node_id', `$${params.push(nodeId)}`, params).conditionSql);
    });
  }

  @Rpc(openSupervision)
  open(call: Call<typeof openSupervision>): Promise<MemberSupervision> {
    return this.change(call, async (supervision, tx) => supervision.open(tx.clock.today()));
  }

  @Rpc(closeSupervision)
  close(call: Call<typeof closeSupervision>): Promise<MemberSupervision> {
    return this.change(call, async (supervision, tx) => {
      supervision.close(tx.clock.today());
      await tx.query(
        `update supervision_line l set tasks = ${taskCountsSql('$2')} from member_supervision m where m.id = l.supervision_id and m.id = $1`,
        [supervision.id, tx.clock.today()],
      );
    });
  }

  @Rpc(setGradeScale)
  setScale(call: Call<typeof setGradeScale>): Promise<MemberSupervision> {
    return this.change(call, async (supervision, tx) => supervision.setScale(call.input.marks, await usedGrades(tx, this.sealer, supervision.id)));
  }

  private change(call: Call<Change>, act: (supervision: MemberSupervisionEntity, tx: Tx) => Promise<void>): Promise<MemberSupervision> {
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [call.input.supervisionId];
      const grantedSql = call.scope.granted('m.node_id', params);
      const found = await tx.query(`select 1 from member_supervision m where m.id = $1 and ${grantedSql}`, params);
      if (found.length === 0) throw refuse('request/not-found');
      const supervision = await lockSupervision(tx, call.input.supervisionId);
      tx.expectVersion(call, supervision);
      tx.about({ node: supervision.nodeId, target: supervision.id });
      await act(supervision, tx);
      await tx.update(supervision);
      const shown = await supervisionOf(tx, (p) => `m.id = $${p.push(supervision.id)}`);
      if (!shown) throw refuse('request/not-found');
      return shown;
    });
  }
}
