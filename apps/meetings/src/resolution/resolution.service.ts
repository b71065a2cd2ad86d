import { Injectable } from '@nestjs/common';
import { adoptResolution, draftResolution, getResolution, type Resolution } from '@vungmanh/contracts/meetings/resolution';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { lockMeeting } from '../meeting/load.js';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { readMeeting } from '../meeting/read.js';
import { PaperNumbers } from '../number/paper-numbers.js';
import { rosterOf } from '../roster/roster-of.js';
import { insertTasks, tasksOf } from '../task/insert-tasks.js';
import { checkOfficial } from '../vote/vote.rules.js';
import { votingBodyOf } from '../vote/voting-body.js';
import { votesOf } from '../vote/votes-of.js';
import { readResolution, startResolution } from './load.js';
import { resolutionPage } from './resolution-page.js';
import { checkDeadlines, checkPeople, completeItems } from './resolution.rules.js';

/** The resolution of a meeting, from the draft to the tasks that come out of it. */
@Injectable()
export class ResolutionService {
  constructor(
    private readonly db: Db,
    private readonly numbers: PaperNumbers,
  ) {}

  @Rpc(getResolution)
  async get(call: Call<typeof getResolution>): Promise<Resolution> {
    const meeting = await readMeeting(this.db, call, call.input.meetingId);
    return resolutionPage(this.db, meeting, await readResolution(this.db, meeting.id));
  }

  @Rpc(draftResolution)
  async draft(call: Call<typeof draftResolution>): Promise<Resolution> {
    const { meetingId, content } = call.input;
    return this.db.commit(call, async (tx) => {
      const meeting = await lockMeeting(tx, call, meetingId);
      const resolution = await startResolution(tx, meetingId);
      resolution.checkDraft();
      meeting.check('draft-resolution');
      tx.expectVersion(call, resolution);
      checkPeople(content.items, await peopleOf(tx, meeting));
      resolution.draft(content);
      await tx.update(resolution);
      return resolutionPage(tx, meeting, resolution);
    });
  }

  @Rpc(adoptResolution)
  async adopt(call: Call<typeof adoptResolution>): Promise<Resolution> {
    const { meetingId, voteId } = call.input;
    return this.db.commit(call, async (tx) => {
      const meeting = await lockMeeting(tx, call, meetingId);
      const resolution = await startResolution(tx, meetingId);
      resolution.checkDraft();
      meeting.check('adopt-resolution');
      tx.expectVersion(call, resolution);
      const body = await votingBodyOf(tx, meeting);
      if (meeting.rollFrozen) checkOfficial(body, meeting.rollFrozen.counts.official);
      const items = completeItems(resolution.content.items, body.day, body);
      checkDeadlines(items, body.day);
      checkPeople(items, await peopleOf(tx, meeting));
      const votes = await votesOf(tx, meetingId);
      if (!votes.some((v) => v.id === voteId && v.matter === 'RESOLUTION' && v.passed)) throw fail(adoptResolution, 'meetings/vote-not-passed');
      resolution.adopt(voteId, tx.clock.now());
      await tx.update(resolution);
      await insertTasks(tx, tasksOf(meeting, items, tx.clock.millis()));
      await this.numbers.ofResolution(tx, resolution.documentId);
      return resolutionPage(tx, meeting, resolution);
    });
  }
}

/** Who may be named in a resolution: the closed roll, and before it the roster of the day. */
async function peopleOf(tx: Tx, meeting: MeetingEntity): Promise<ReadonlySet<string>> {
  const lines = meeting.rollFrozen?.lines ?? (await rosterOf(tx, meeting.bodyId, meeting.day));
  return new Set(lines.map((l) => l.personId));
}
