import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { enterMarks, withdrawEnrollment } from '@vungmanh/contracts/training/enrollment';
import { Db } from '@vungmanh/platform/db/db';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { lockClass } from '../class/find-class.js';
import { EnrollmentEntity } from './enrollment.entity.js';

/** What happens to people while a class runs: they leave, and their essays are marked. */
@Injectable()
export class AttendingService {
  constructor(private readonly db: Db) {}

  @Rpc(withdrawEnrollment)
  withdraw(call: Call<typeof withdrawEnrollment>): Promise<OutputOf<typeof withdrawEnrollment>> {
    const { classId, enrollmentId, because } = call.input;
    return this.db.commit(call, async (tx) => {
      (await lockClass(tx, call, classId)).check('withdraw');
      const found = await tx.manager.findOne(EnrollmentEntity, { where: { id: enrollmentId, classId }, lock: { mode: 'pessimistic_write' } });
      if (!found) throw refuse('request/not-found');
      tx.expectVersion(call, found);
      found.withdraw(because);
      await tx.update(found);
      tx.about({ persons: [found.personId] });
      return { id: found.id, version: found.version, state: found.state };
    });
  }

  @Rpc(enterMarks)
  mark(call: Call<typeof enterMarks>): Promise<OutputOf<typeof enterMarks>> {
    const { classId, markedOn, marks } = call.input;
    return this.db.commit(call, async (tx) => {
      (await lockClass(tx, call, classId)).check('mark');
      if (markedOn > tx.clock.today()) throw fail(enterMarks, 'training/in-the-future');
      const moved = await tx.query<{ person_id: string }>(
        `update class_enrollment e set mark = m.mark, marked_on = $2, version = e.version + 1
         from jsonb_to_recordset($3::jsonb) as m("enrollmentId" uuid, mark numeric)
         where e.id = m."enrollmentId" and e.class_id = $1 and e.state = 'ATTENDING' returning e.person_id`,
        [classId, markedOn, JSON.stringify(marks)],
      );
      if (moved.length !== new Set(marks.map((m) => m.enrollmentId)).size) throw fail(enterMarks, 'training/enrollment-state');
      tx.about({ persons: moved.map((row) => row.person_id) });
      return { marked: moved.length };
    });
  }
}
