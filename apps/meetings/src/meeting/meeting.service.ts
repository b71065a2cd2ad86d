import { Injectable } from '@nestjs/common';
import { minutesBetween } from '@vungmanh/attendance/ratio';
import { cancelMeeting, closeMeeting, openMeeting, postponeMeeting, publishMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { Clock } from '@vungmanh/platform/clock';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { dayOf } from '@vungmanh/regulations/day-of';
import { settleThematic } from '../plan/settle-thematic.js';
import { countsThematic, latePublication, noHuddle, tooShort, wrongDay } from './deviation.rules.js';
import { MeetingChange } from './meeting-change.js';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';

/** The acts that move a meeting through its states. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly change: MeetingChange,
    private readonly clock: Clock,
  ) {}

  @Rpc(postponeMeeting)
  postpone(call: Call<typeof postponeMeeting>): Promise<Meeting> {
    return this.change.apply(call, (meeting) => meeting.postpone(call.input.to, call.input.reason));
  }

  @Rpc(cancelMeeting)
  cancel(call: Call<typeof cancelMeeting>): Promise<Meeting> {
    return this.change.apply(call, (meeting) => meeting.cancel(call.input.reason));
  }

  @Rpc(openMeeting)
  open(call: Call<typeof openMeeting>): Promise<Meeting> {
    const { startedAt } = call.input;
    return this.change.apply(call, async (meeting, tx) => {
      meeting.check('open');
      if (Date.parse(startedAt) > this.clock.millis()) throw fail(openMeeting, 'meetings/in-the-future');
      const context = await ruleContextOf(tx, meeting.nodeId);
      const judged = { kind: meeting.kind, coversThematic: meeting.coversThematic, day: dayOf(startedAt) };
      const reason = meeting.postponements.at(-1)?.reason;
      meeting.open(startedAt, [...wrongDay(judged, { ...context, reason }), ...noHuddle(judged, meeting.huddle !== null, context)]);
    });
  }

  @Rpc(closeMeeting)
  close(call: Call<typeof closeMeeting>): Promise<Meeting> {
    const { endedAt, shortBecause } = call.input;
    return this.change.apply(call, async (meeting, tx) => {
      meeting.check('close');
      const startedAt = meeting.startedAt ?? endedAt;
      const inOrder = Date.parse(startedAt) < Date.parse(endedAt) && Date.parse(endedAt) <= this.clock.millis();
      if (!inOrder) throw fail(closeMeeting, 'meetings/ends-before-start');
      const context = await ruleContextOf(tx, meeting.nodeId);
      const minutes = minutesBetween(startedAt, endedAt);
      const short = tooShort(meeting, minutes, { ...context, reason: shortBecause });
      if (short.length > 0 && shortBecause === undefined) throw fail(closeMeeting, 'meetings/reason-missing');
      meeting.close(endedAt, countsThematic(meeting, minutes, context), short);
      await settleThematic(tx, meeting);
    });
  }

  @Rpc(publishMeeting)
  publish(call: Call<typeof publishMeeting>): Promise<Meeting> {
    return this.change.apply(call, async (meeting, tx) => {
      meeting.check('publish');
      const now = this.clock.now();
      const late = latePublication(meeting, now, { ...(await ruleContextOf(tx, meeting.nodeId)), reason: call.input.lateBecause });
      if (late.length > 0 && call.input.lateBecause === undefined) throw fail(publishMeeting, 'meetings/reason-missing');
      meeting.publish(now, late);
    });
  }
}
