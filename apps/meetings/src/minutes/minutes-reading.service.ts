import { Injectable } from '@nestjs/common';
import { getMinutes, type Minutes } from '@vungmanh/contracts/meetings/minutes';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { readMeeting } from '../meeting/read.js';
import { hashOfPaper, readMinutes } from './minutes-paper.js';
import { addendaOf, standingOf } from './minutes-page.js';

/** Reading what was said: every reading is on record before the text leaves. */
@Injectable()
export class MinutesReadingService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(getMinutes)
  async get(call: Call<typeof getMinutes>): Promise<Minutes> {
    const meeting = await readMeeting(this.db, call, call.input.meetingId);
    const minutes = await readMinutes(this.db, this.sealer, meeting.id);
    const hash = await hashOfPaper(this.db, this.sealer, meeting, minutes);
    const standing = await standingOf(this.db, meeting, minutes, hash);
    await this.trail.recordRead(call, { persons: [], node: meeting.nodeId, target: meeting.id });
    return { ...standing, content: minutes.read(this.sealer), addenda: await addendaOf(this.db, this.sealer, meeting.id) };
  }
}
