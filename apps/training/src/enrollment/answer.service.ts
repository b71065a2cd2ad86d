import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { answerForCell, answerMine } from '@vungmanh/contracts/training/enrollment';
import { Db } from '@vungmanh/platform/db/db';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { openClassFor } from '../class/find-class.js';
import { EnrollmentEntity } from './enrollment.entity.js';
import { before } from './enrollment.rules.js';
import { WaitingList } from './waiting-list.js';

/** Whoever was approved comes, or says why they cannot: themselves, or through their cell. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly db: Db,
    private readonly waiting: WaitingList,
  ) {}

  @Rpc(answerMine)
  mine(call: Call<typeof answerMine>): Promise<OutputOf<typeof answerMine>> {
    const { enrollmentId, confirm, because } = call.input;
    return this.db.commit(call, async (tx) => {
      const found = await tx.manager
        .createQueryBuilder(EnrollmentEntity, 'e')
        .setLock('pessimistic_write')
        .where('e.id = :enrollmentId and e.person_id = :person', { enrollmentId, person: call.actor.person })
        .getOne();
      if (!found) throw refuse('request/not-found');
      tx.expectVersion(call, found);
      found.answer(confirm, because);
      await tx.update(found);
      if (!confirm) await this.waiting.freed(tx, found.classId);
      tx.about({ node: found.nodeId, target: found.id, persons: [found.personId] });
      return { id: found.id, version: found.version, state: found.state };
    });
  }

  @Rpc(answerForCell)
  forCell(call: Call<typeof answerForCell>): Promise<OutputOf<typeof answerForCell>> {
    const { classId, nodeId, confirm, because } = call.input;
    const ids = [...new Set(call.input.enrollmentIds)];
    return this.db.commit(call, async (tx) => {
      const found = await openClassFor(tx, classId, nodeId);
      if (found.state !== 'ENROLLING') throw fail(answerForCell, 'training/class-state');
      if (!confirm && because === undefined) throw fail(answerForCell, 'training/because-needed');
      const to = confirm ? 'CONFIRMED' : 'DECLINED';
      const moved = await tx.query<{ person_id: string }>(
        `update class_enrollment set state = $4, because = $5, version = version + 1
         where class_id = $1 and node_id = $2 and id = any($3::uuid[]) and state = any($6::text[]) returning person_id`,
        [classId, nodeId, ids, to, confirm ? null : (because ?? null), before(to)],
      );
      if (moved.length !== ids.length) throw fail(answerForCell, 'training/enrollment-state');
      if (!confirm) await this.waiting.freed(tx, classId);
      tx.about({ node: nodeId, target: classId, persons: moved.map((row) => row.person_id) });
      return { answered: ids.length };
    });
  }
}
