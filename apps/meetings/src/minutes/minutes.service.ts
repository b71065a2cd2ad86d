import { Injectable } from '@nestjs/common';
import {
  addAddendum,
  confirmMinutes,
  declareSigned,
  readBackMinutes,
  writeMinutes,
  type MinutesStanding,
} from '@vungmanh/contracts/meetings/minutes';
import { newId } from '@vungmanh/contracts/new-id';
import type { Command } from '@vungmanh/contracts/operation';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Files, type FileInfo } from '@vungmanh/platform/files';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { z } from 'zod';
import { lockMeeting } from '../meeting/load.js';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { PaperNumbers } from '../number/paper-numbers.js';
import { touchMonth } from '../overview/touch.js';
import { hashOfPaper, startMinutes } from './minutes-paper.js';
import { addendumText, standingOf } from './minutes-page.js';
import type { MinutesEntity } from './minutes.entity.js';
import { bothConfirmed, takesAddenda } from './minutes.rules.js';

type MinutesCommand = Command & { readonly input: z.ZodType<{ meetingId: string }>; readonly output: z.ZodType<MinutesStanding> };

const SCAN_TYPES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

interface Open {
  readonly tx: Tx;
  readonly meeting: MeetingEntity;
  readonly minutes: MinutesEntity;
}

/** The minutes of a meeting: written, read back, confirmed by two people, then only added to. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly files: Files,
    private readonly numbers: PaperNumbers,
  ) {}

  @Rpc(writeMinutes)
  write(call: Call<typeof writeMinutes>): Promise<MinutesStanding> {
    return this.change(call, ({ meeting, minutes }) => {
      minutes.write(this.sealer, call.input.content);
      meeting.check('write-minutes');
    });
  }

  @Rpc(readBackMinutes)
  readBack(call: Call<typeof readBackMinutes>): Promise<MinutesStanding> {
    return this.change(call, ({ tx, meeting, minutes }) => {
      minutes.readBack(tx.clock.now());
      meeting.check('read-back');
    });
  }

  @Rpc(confirmMinutes)
  confirm(call: Call<typeof confirmMinutes>): Promise<MinutesStanding> {
    return this.change(call, async ({ tx, meeting, minutes }) => {
      meeting.check('confirm-minutes');
      const hash = (await hashOfPaper(tx, this.sealer, meeting, minutes)) ?? '';
      minutes.confirm(call.actor.person, meeting, { seen: call.input.contentHash, hash }, tx.clock.now());
      if (bothConfirmed(minutes.confirmations)) await this.numbers.ofMinutes(tx, meeting.id);
    });
  }

  @Rpc(declareSigned)
  async sign(call: Call<typeof declareSigned>): Promise<MinutesStanding> {
    const { how, fileId } = call.input;
    return this.change(call, async ({ tx, meeting, minutes }) => {
      meeting.check('declare-signed');
      minutes.sign(tx.clock.now(), how, how === 'SCAN' ? await this.scan(fileId, call.actor.id) : undefined);
      meeting.minutesSigned(tx.clock.now());
      await tx.update(meeting);
      await touchMonth(tx, meeting.bodyId, meeting.month);
    });
  }

  @Rpc(addAddendum)
  addAddendum(call: Call<typeof addAddendum>): Promise<MinutesStanding> {
    const { person } = call.actor;
    return this.change(call, async ({ tx, meeting, minutes }) => {
      meeting.check('add-addendum');
      if (!takesAddenda(meeting.state, minutes.confirmations)) throw fail(addAddendum, 'meetings/minutes-not-locked');
      // It stands on the paper under a name.
      if (person === undefined) throw refuse('request/forbidden');
      const id = newId(tx.clock.millis());
      await tx.query('insert into minutes_addendum (id, meeting_id, at, by_id, text_sealed) values ($1, $2, $3, $4, $5)', [
        id,
        meeting.id,
        tx.clock.now(),
        person,
        addendumText.write(this.sealer, id, call.input.text),
      ]);
    });
  }

  /** The uploaded scan, taken for good; undefined when it is not there, not theirs, or no picture of a paper. */
  private async scan(fileId: string | undefined, account: string): Promise<FileInfo | undefined> {
    const found = fileId === undefined ? undefined : await this.files.info(fileId);
    return found && SCAN_TYPES.includes(found.type) ? this.files.attach(found.fileId, account) : undefined;
  }

  /** One act on the minutes: the meeting locked in scope, the version that was seen, the change, how they stand after it. */
  private change(call: Call<MinutesCommand>, act: (open: Open) => void | Promise<void>): Promise<MinutesStanding> {
    return this.db.commit(call, async (tx) => {
      const meeting = await lockMeeting(tx, call, call.input.meetingId);
      const minutes = await startMinutes(tx, this.sealer, meeting.id);
      tx.expectVersion(call, minutes);
      await act({ tx, meeting, minutes });
      await tx.update(minutes);
      return standingOf(tx, meeting, minutes, await hashOfPaper(tx, this.sealer, meeting, minutes));
    });
  }
}
