import { Injectable } from '@nestjs/common';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import type { Command } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { Call } from '@vungmanh/platform/rpc/call';
import type { z } from 'zod';
import { touchMonth } from '../overview/touch.js';
import { loadMeeting } from './load.js';
import type { MeetingEntity } from './meeting.entity.js';
import { MeetingPage } from './meeting-page.js';

type MeetingCommand = Command & { readonly input: z.ZodType<{ meetingId: string }>; readonly output: typeof Meeting };

/** One act on a meeting: loaded in scope and locked, changed by its verbs, written over the version that was seen, shown. */
@Injectable()
export class MeetingChange {
  constructor(
    private readonly db: Db,
    private readonly page: MeetingPage,
  ) {}

  /** Commits what `act` does to the meeting and answers its page. */
  apply(call: Call<MeetingCommand>, act: (meeting: MeetingEntity, tx: Tx) => void | Promise<void>): Promise<Meeting> {
    return this.db.commit(call, async (tx) => {
      const meeting = await loadMeeting(tx, call, call.input.meetingId);
      const before = meeting.month;
      await act(meeting, tx);
      await tx.update(meeting);
      await touchMonth(tx, meeting.bodyId, before);
      if (meeting.month !== before) await touchMonth(tx, meeting.bodyId, meeting.month);
      return this.page.of(tx, meeting, call);
    });
  }
}
