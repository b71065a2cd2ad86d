import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import { dropDuty, recordDuty, requireDuty, type DutyStanding } from '@vungmanh/contracts/training/duty';
import type { Command } from '@vungmanh/contracts/operation';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { completeDuties } from './complete-duties.js';
import { countDuties } from './duty-figures.js';
import { tellDuties } from './duty-told.js';
import { DutyEntity } from './duty.entity.js';

const standing = ({ id, version, state, dueOn }: DutyEntity): DutyStanding => ({ id, version, state, dueOn });

/** What people do with duties by hand; everything else follows from events. */
@Injectable()
export class DutyService {
  constructor(private readonly db: Db) {}

  @Rpc(recordDuty)
  record(call: Call<typeof recordDuty>): Promise<DutyStanding> {
    const { dutyId, doneOn, paper } = call.input;
    return this.db.commit(call, async (tx) => {
      const duty = await lockDuty(tx, call, dutyId);
      tx.expectVersion(call, duty);
      duty.checkOpen();
      if (doneOn > tx.clock.today()) throw fail(recordDuty, 'training/in-the-future');
      const closed = await completeDuties(tx, { personIds: [duty.personId], courseId: duty.courseId, on: doneOn, paper });
      const own = closed.find((one) => one.id === duty.id);
      if (!own) throw refuse('request/stale');
      return { id: own.id, version: own.version, state: own.state, dueOn: own.dueOn };
    });
  }

  @Rpc(requireDuty)
  async require(call: Call<typeof requireDuty>): Promise<DutyStanding> {
    const { nodeId, personId, courseId, position, dueOn } = call.input;
    try {
      return await this.db.commit(call, async (tx) => {
        const since = tx.clock.today();
        if (dueOn < since) throw fail(requireDuty, 'training/due-past');
        const [course] = await tx.query('select 1 from course_type where id = $1 and not ended', [courseId]);
        if (!course) throw fail(requireDuty, 'training/course-unknown');
        if (!(await belongs(tx, call, since))) throw fail(requireDuty, 'training/person-outside');
        const duty = DutyEntity.byHand({ id: newId(tx.clock.millis()), personId, courseId, nodeId, position, since, dueOn });
        await tx.insert(duty);
        await countDuties(tx, [{ nodeId, courseId, day: dueOn, open: 1 }]);
        tellDuties(tx, [duty]);
        tx.about({ node: nodeId, target: duty.id, persons: [personId] });
        return standing(duty);
      });
    } catch (error) {
      throw broke(error, 'duty_by_hand') ? fail(requireDuty, 'training/duty-exists') : error;
    }
  }

  @Rpc(dropDuty)
  drop(call: Call<typeof dropDuty>): Promise<DutyStanding> {
    return this.db.commit(call, async (tx) => {
      const duty = await lockDuty(tx, call, call.input.dutyId);
      tx.expectVersion(call, duty);
      duty.drop(tx.clock.today());
      await tx.update(duty);
      await countDuties(tx, [{ nodeId: duty.nodeId, courseId: duty.courseId, day: duty.dueOn, open: -1 }]);
      tellDuties(tx, [duty]);
      return standing(duty);
    });
  }
}

/** A duty of the caller's scope, locked; throws `request/not-found` for any other. Also says in the audit row what the command is about. */
async function lockDuty(tx: Tx, call: Call<Command>, dutyId: string): Promise<DutyEntity> {
  const { sql, parameters } = call.scope.where('d.node_id');
  const duty = await tx.manager
    .createQueryBuilder(DutyEntity, 'd')
    .setLock('pessimistic_write')
    .where('d.id = :dutyId', { dutyId })
    .andWhere(sql, parameters)
    .getOne();
  if (duty === null) throw refuse('request/not-found');
  tx.about({ node: duty.nodeId, target: duty.id, persons: [duty.personId] });
  return duty;
}

/** Whether the person belongs to the organization or to one below it, within the scope. */
async function belongs(tx: Tx, { input, scope }: Call<typeof requireDuty>, today: string): Promise<boolean> {
  const params: unknown[] = [input.nodeId, input.personId, today];
  const insideSql = scope.within('e.node_id', params);
  const found = await tx.query(
    `select 1 from roster_line e join tree_now t on t.descendant = e.node_id and t.ancestor = $1
     where e.person_id = $2 and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date) and ${insideSql} limit 1`,
    params,
  );
  return found.length > 0;
}
