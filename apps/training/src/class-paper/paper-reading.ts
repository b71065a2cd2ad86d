import { Inject, Injectable } from '@nestjs/common';
import type { Lesson, TrainingClass } from '@vungmanh/contracts/training/class';
import type { ClassPaperKind, downloadClassPaper } from '@vungmanh/contracts/training/class-paper';
import type { Paper } from '@vungmanh/documents/paper';
import { numberIn } from '@vungmanh/documents/papers/body-names';
import { classPaper, type ClassPaper, type Sitting } from '@vungmanh/documents/papers/training-class';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { dayOf } from '@vungmanh/regulations/day-of';
import { issuingOf } from './issuing.js';
import { listedPeople } from './listed-people.js';

const paperOf: Readonly<Record<ClassPaperKind, ClassPaper>> = {
  DECISION: 'decision',
  PARTICIPANTS: 'participants',
  INVITATION: 'invitation',
  ATTENDANCE: 'attendance',
  MARKS: 'marks',
  RECOGNITION: 'recognition',
};
/** What a paper of a class is made of, and that it was handed out. */
@Injectable()
export class PaperReading {
  constructor(
    private readonly db: Db,
    private readonly trail: ReadTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async paper(call: Call<typeof downloadClassPaper>, found: TrainingClass, kind: ClassPaperKind): Promise<Paper> {
    const date = kind === 'DECISION' ? found.decision?.on : undefined;
    const people = await listedPeople(this.db, found.id, kind);
    await this.trail.recordRead(call, { persons: people.map((one) => one.personId), node: found.nodeId, target: found.id });
    const number = kind === 'DECISION' ? numberIn(found.decision?.number) : undefined;
    return classPaper(paperOf[kind], {
      ...(await issuingOf(this.db, found.nodeId, date ?? found.from)),
      simulated: this.config.mode === 'trial',
      ...(date === undefined ? {} : { date }),
      ...(number === undefined ? {} : { number }),
      recipients: ['Các chi bộ có học viên', 'Học viên có tên trong danh sách'],
      course: found.courseLabel,
      title: found.title,
      from: found.from,
      to: found.to,
      place: found.place,
      people: people.map(({ personId: _, ...one }) => one),
      sittings: found.lessons.map(sittingOf),
    });
  }
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });

const sittingOf = ({ number, startsAt, endsAt, place, topic, lecturers }: Lesson): Sitting => ({
  number,
  date: dayOf(startsAt),
  startsAt: clock.format(Date.parse(startsAt)),
  endsAt: clock.format(Date.parse(endsAt)),
  place,
  topic,
  lecturers: lecturers.map((one) => [one.name, one.office].filter(Boolean).join(', ')).join('; '),
});
