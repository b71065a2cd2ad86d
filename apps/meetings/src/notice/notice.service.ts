import { Injectable } from '@nestjs/common';
import { giveNotice, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { Clock } from '@vungmanh/platform/clock';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { lateNotice } from '../meeting/deviation.rules.js';
import { MeetingChange } from '../meeting/meeting-change.js';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { PaperNumbers } from '../number/paper-numbers.js';

/** Tells members and the superior who follows the cell what, where and when. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly change: MeetingChange,
    private readonly clock: Clock,
    private readonly numbers: PaperNumbers,
  ) {}

  @Rpc(giveNotice)
  give(call: Call<typeof giveNotice>): Promise<Meeting> {
    const { lateBecause } = call.input;
    return this.change.apply(call, async (meeting, tx) => {
      meeting.check('give-notice');
      const now = this.clock.now();
      const late = lateNotice(meeting, now, { ...(await ruleContextOf(tx, meeting.nodeId)), reason: lateBecause });
      if (late.length > 0 && lateBecause === undefined) throw fail(giveNotice, 'meetings/reason-missing');
      meeting.giveNotice(now, late);
      await this.numbers.ofNotice(tx, meeting.id);
    });
  }
}
