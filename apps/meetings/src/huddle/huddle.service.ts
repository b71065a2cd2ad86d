import { Injectable } from '@nestjs/common';
import { recordHuddle, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { MeetingChange } from '../meeting/meeting-change.js';

/** Whoever leads the cell meets before the meeting and splits the work. */
@Injectable()
export class HuddleService {
  constructor(private readonly change: MeetingChange) {}

  @Rpc(recordHuddle)
  record(call: Call<typeof recordHuddle>): Promise<Meeting> {
    return this.change.apply(call, (meeting) => meeting.recordHuddle(call.input.huddle));
  }
}
