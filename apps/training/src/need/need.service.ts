import { Injectable } from '@nestjs/common';
import { stateNeed } from '@vungmanh/contracts/training/need';
import { done } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';

/** What an organization asks for beyond its duties: a number of places, nobody's name. */
@Injectable()
export class NeedService {
  constructor(private readonly db: Db) {}

  @Rpc(stateNeed)
  state(call: Call<typeof stateNeed>): Promise<typeof done> {
    const { nodeId, year, courseId, places } = call.input;
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [nodeId, courseId];
      const insideSql = call.scope.within('n.id', params);
      const [known] = await tx.query(
        `select 1 from course_type c, node_view n where c.id = $2 and not c.ended and n.id = $1 and ${insideSql}`,
        params,
      );
      if (!known) throw fail(stateNeed, 'training/course-unknown');
      await tx.query(
        places === 0
          ? 'delete from training_need where node_id = $1 and year = $2 and course_id = $3 and $4 = 0'
          : `insert into training_need (node_id, year, course_id, places) values ($1, $2, $3, $4)
             on conflict (node_id, year, course_id) do update set places = excluded.places`,
        [nodeId, year, courseId, places],
      );
      tx.about({ node: nodeId });
      return done;
    });
  }
}
