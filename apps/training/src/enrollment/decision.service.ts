import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { EnrollmentState } from '@vungmanh/contracts/training/class-state';
import { decideEnrollments } from '@vungmanh/contracts/training/enrollment';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { lockClass } from '../class/find-class.js';
import { before } from './enrollment.rules.js';
import { countPlaced } from './move-all.js';

/** Whoever holds a class approves whom the cells have named, as far as there are places. */
@Injectable()
export class DecisionService {
  constructor(private readonly db: Db) {}

  @Rpc(decideEnrollments)
  decide(call: Call<typeof decideEnrollments>): Promise<OutputOf<typeof decideEnrollments>> {
    const { classId, approve, because } = call.input;
    const ids = [...new Set(call.input.enrollmentIds)];
    return this.db.commit(call, async (tx) => {
      const found = await lockClass(tx, call, classId);
      found.check('decide');
      if (!approve) {
        if (because === undefined) throw fail(decideEnrollments, 'training/because-needed');
        await settle(tx, call, ids, 'REFUSED');
        return { approved: 0, waiting: 0, refused: ids.length };
      }
      const free = Math.max(0, found.capacity - (await countPlaced(tx, classId)));
      await settle(tx, call, ids.slice(0, free), 'APPROVED');
      await settle(tx, call, ids.slice(free), 'WAITING');
      return { approved: Math.min(free, ids.length), waiting: Math.max(0, ids.length - free), refused: 0 };
    });
  }
}

/** All of them or none. Those who wait keep their order. */
async function settle(tx: Tx, call: Call<typeof decideEnrollments>, ids: readonly string[], to: EnrollmentState): Promise<void> {
  if (ids.length === 0) return;
  const moved = await tx.query<{ person_id: string }>(
    `update class_enrollment e set state = $3, version = e.version + 1, because = $4,
       waits_since = case when $3 = 'WAITING' then $5::timestamptz + (o.place || ' milliseconds')::interval end
     from unnest($2::uuid[]) with ordinality as o(id, place)
     where e.id = o.id and e.class_id = $1 and e.state = any($6::text[]) returning e.person_id`,
    [call.input.classId, ids, to, to === 'REFUSED' ? (call.input.because ?? null) : null, tx.clock.now(), before(to)],
  );
  if (moved.length !== ids.length) throw fail(decideEnrollments, 'training/enrollment-state');
  tx.about({ persons: moved.map((row) => row.person_id) });
}
