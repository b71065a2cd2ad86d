import { Injectable } from '@nestjs/common';
import { applyEvent, refusalOf } from '@vungmanh/attendance/roll';
import { rollRefusalLabels } from '@vungmanh/contracts/attendance';
import { closeRoll, getRoll, markRoll, type Roll } from '@vungmanh/contracts/meetings/roll';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { fewCame } from '../meeting/deviation.rules.js';
import { loadMeeting } from '../meeting/load.js';
import { readMeeting } from '../meeting/read.js';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { touchMonth } from '../overview/touch.js';
import { freeze } from './frozen-roll.rules.js';
import { openRollOf, takeDown, type OpenRoll } from './roll-log.js';
import { closedPage, openPage } from './roll-page.js';

/** Who came. Before the close the register of the day is read live; at the close it is copied, and never changes. */
@Injectable()
export class RollService {
  constructor(
    private readonly db: Db,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(getRoll)
  async get(call: Call<typeof getRoll>): Promise<Roll> {
    const meeting = await readMeeting(this.db, call, call.input.meetingId);
    const page =
      meeting.rollFrozen === null ? openPage(meeting, await openRollOf(this.db, meeting)) : await closedPage(this.db, meeting, meeting.rollFrozen);
    await this.trail.recordPage(call, { persons: page.lines.map((line) => line.personId), node: meeting.nodeId, target: meeting.id });
    return page;
  }

  /** The meeting's row is locked, so that marks of two phones are taken in one after the other. */
  @Rpc(markRoll)
  mark(call: Call<typeof markRoll>): Promise<Roll> {
    return this.db.commit(call, async (tx) => {
      const meeting = await loadMeeting(tx, call, call.input.meetingId);
      if (meeting.rollClosedAt !== null) throw fail(markRoll, 'meetings/roll-closed');
      meeting.check('mark-roll');
      const marked = taken(call, await openRollOf(tx, meeting));
      await takeDown(tx, meeting, call.input.events, call.actor.id);
      tx.about({ persons: call.input.events.flatMap((e) => (e.type === 'mark' ? [e.personId] : [])) });
      return openPage(meeting, marked);
    });
  }

  @Rpc(closeRoll)
  close(call: Call<typeof closeRoll>): Promise<Roll> {
    return this.db.commit(call, async (tx) => {
      const meeting = await loadMeeting(tx, call, call.input.meetingId);
      const { roll, roster } = await openRollOf(tx, meeting);
      const frozen = freeze(roll, roster);
      if (meeting.rollClosedAt === null && frozen.counts.unmarked > 0) throw fail(closeRoll, 'meetings/not-everybody-marked');
      meeting.closeRoll(tx.clock.now(), frozen, fewCame(meeting, frozen.counts, await ruleContextOf(tx, meeting.nodeId)));
      await tx.update(meeting);
      await touchMonth(tx, meeting.bodyId, meeting.month);
      return closedPage(tx, meeting, frozen);
    });
  }
}

/** The roll with the new events; one that does not apply refuses them all, and says which and why. */
function taken(call: Call<typeof markRoll>, open: OpenRoll): OpenRoll {
  const { roll } = open;
  const errors: { pointer: string; detail: string }[] = [];
  let marked = roll;
  for (const [i, event] of call.input.events.entries()) {
    const why = marked.seen.has(event.id) ? undefined : refusalOf(marked, event);
    if (why !== undefined) errors.push({ pointer: `/events/${i}`, detail: rollRefusalLabels[why] });
    marked = applyEvent(marked, event);
  }
  if (errors.length > 0) throw fail(markRoll, 'meetings/mark-refused', { errors });
  return { ...open, roll: marked };
}
