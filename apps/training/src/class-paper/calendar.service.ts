import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { downloadClassCalendar, downloadMyCalendar } from '@vungmanh/contracts/training/class-paper';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { Files } from '@vungmanh/platform/files';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { readClass } from '../class/find-class.js';
import { lessonsCalled } from '../class/lessons.js';
import { calendarOf } from './calendar.js';

type Download = OutputOf<typeof downloadMyCalendar>;

/** When and where a class is held, for anybody's calendar. Holds no name of a person. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  @Rpc(downloadClassCalendar)
  async ofClass(call: Call<typeof downloadClassCalendar>): Promise<Download> {
    return this.file((await readClass(this.db, call, call.input.classId)).id);
  }

  @Rpc(downloadMyCalendar)
  async mine(call: Call<typeof downloadMyCalendar>): Promise<Download> {
    const [found] = await this.db.query<{ classId: string }>('select class_id as "classId" from class_enrollment where id = $1 and person_id = $2', [
      call.input.enrollmentId,
      call.actor.person,
    ]);
    if (!found) throw refuse('request/not-found');
    return this.file(found.classId);
  }

  private async file(classId: string): Promise<Download> {
    const [row] = await this.db.query<{ title: string }>('select title from training_class where id = $1', [classId]);
    if (!row) throw refuse('request/not-found');
    const lessons = (await lessonsCalled(this.db, [classId])).get(classId) ?? [];
    const text = calendarOf(row.title, lessons, this.clock.now());
    const { fileId } = await this.files.put([Buffer.from(text)], { by: 'service:training', type: 'text/calendar' });
    return { fileId, name: 'Lịch học.ics', type: 'text/calendar; charset=utf-8' };
  }
}
