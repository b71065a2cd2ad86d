import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { dutyClasses, type DutyClass } from '@vungmanh/contracts/training/enrollment';
import { Db } from '@vungmanh/platform/db/db';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { owedBy } from './duty-owed.js';

const AT_MOST = 50;

/** Where somebody who owes a course could take it: what is held at or above their cell and calls for people. */
@Injectable()
export class DutyClassQueries {
  constructor(private readonly db: Db) {}

  @Rpc(dutyClasses)
  async classes({ input, scope }: Call<typeof dutyClasses>): Promise<OutputOf<typeof dutyClasses>> {
    const duty = await owedBy(this.db, scope, input.dutyId);
    const items = await this.db.query<DutyClass>(
      `select c.id, c.title, coalesce(n.name, '') as "nodeName", c.from_on::text as "from", c.to_on::text as "to", c.place,
         exists (select from class_enrollment e where e.class_id = c.id and e.person_id = $3) as nominated
       from training_class c left join node_view n on n.id = c.node_id
       where c.course_id = $1 and c.state = 'ENROLLING' and c.node_id in (select a.ancestor from tree_now a where a.descendant = $2)
       order by c.from_on, c.id limit $4`,
      [duty.courseId, duty.cellId, duty.personId, AT_MOST],
    );
    return { items };
  }
}
