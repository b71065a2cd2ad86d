import { Injectable } from '@nestjs/common';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { addMeeting, generatePlan } from '@vungmanh/contracts/meetings/plan';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { MeetingEntity } from '../meeting/meeting.entity.js';
import { MeetingPage } from '../meeting/meeting-page.js';
import { touchMonth } from '../overview/touch.js';
import { drawUp } from './draw-up.js';

/** Which meetings a body is to hold. */
@Injectable()
export class PlanService {
  constructor(
    private readonly db: Db,
    private readonly page: MeetingPage,
  ) {}

  @Rpc(generatePlan)
  generate(call: Call<typeof generatePlan>): Promise<OutputOf<typeof generatePlan>> {
    const { nodeId, year } = call.input;
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [nodeId];
      const bodies = await tx.query<{ id: string }>(
        `select b.id from body_view b join tree_now t on t.descendant = b.node_id and t.ancestor = $1
         where b.meets and ${call.scope.within('b.node_id', params)}`,
        params,
      );
      tx.about({ node: nodeId });
      const bodyIds = bodies.map((b) => b.id);
      return drawUp(tx, { year, bodyIds });
    });
  }

  @Rpc(addMeeting)
  add(call: Call<typeof addMeeting>): Promise<Meeting> {
    const { nodeId, bodyId, kind, plannedOn, topic } = call.input;
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [bodyId, nodeId];
      const [body] = await tx.query(
        `select 1 as found from body_view b where b.id = $1 and b.node_id = $2 and ${call.scope.within('b.node_id', params)}`,
        params,
      );
      if (!body) throw refuse('request/not-found');
      const meeting = MeetingEntity.add(newId(tx.clock.millis()), { bodyId, nodeId, kind, plannedOn, topic });
      await tx.insert(meeting);
      await touchMonth(tx, bodyId, meeting.month);
      tx.about({ node: nodeId, target: meeting.id });
      return this.page.of(tx, meeting, call);
    });
  }
}
