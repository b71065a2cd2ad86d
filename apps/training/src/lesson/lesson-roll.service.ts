import { Injectable } from '@nestjs/common';
import { countsOf } from '@vungmanh/attendance/count';
import { applyEvent, linesOf, refusalOf, type Roll } from '@vungmanh/attendance/roll';
import { rollRefusalLabels, type RollPage } from '@vungmanh/contracts/attendance';
import type { Command } from '@vungmanh/contracts/operation';
import { closeLessonRoll, getLessonRoll, markLessonRoll } from '@vungmanh/contracts/training/lesson-roll';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { dayOf } from '@vungmanh/regulations/day-of';
import { lockClass, readClass } from '../class/find-class.js';
import type { ClassEntity } from '../class/class.entity.js';
import { LessonEntity } from './lesson.entity.js';
import { attendantsOf, closedRollOf, eventsOf, openRollOf, pageOfRoll, type Attendant } from './lesson-roll.js';

interface Opened {
  readonly found: ClassEntity;
  readonly lesson: LessonEntity;
  readonly attendants: Attendant[];
  readonly roll: Roll;
}

/** Who came to a sitting. */
@Injectable()
export class LessonRollService {
  constructor(
    private readonly db: Db,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(getLessonRoll)
  async get(call: Call<typeof getLessonRoll>): Promise<RollPage> {
    const { classId, lessonId } = call.input;
    const { nodeId } = await readClass(this.db, call, classId);
    const lesson = await this.db.load((manager) => manager.findOneBy(LessonEntity, { id: lessonId, classId }));
    if (!lesson) throw refuse('request/not-found');
    const page = await this.page(lesson);
    await this.trail.recordPage(call, { persons: page.lines.map((line) => line.personId), node: nodeId, target: lessonId });
    return page;
  }

  @Rpc(markLessonRoll)
  mark(call: Call<typeof markLessonRoll>): Promise<RollPage> {
    const { events } = call.input;
    return this.db.commit(call, async (tx) => {
      const { found, lesson, attendants, roll } = await open(tx, call);
      const marked = taken(call, roll);
      await tx.query(
        `insert into lesson_event (lesson_id, id, holder_id, taken_at, actor_id, event)
         select $1, (e.event ->> 'id')::uuid, $2, $3, $4, e.event from jsonb_array_elements($5::jsonb) with ordinality as e(event, n) order by e.n
         on conflict do nothing`,
        [lesson.id, found.nodeId, tx.clock.now(), call.actor.id, JSON.stringify(events)],
      );
      tx.about({ target: lesson.id, persons: events.flatMap((e) => (e.type === 'mark' ? [e.personId] : [])) });
      return pageOfRoll(lesson, attendants, marked);
    });
  }

  @Rpc(closeLessonRoll)
  close(call: Call<typeof closeLessonRoll>): Promise<RollPage> {
    return this.db.commit(call, async (tx) => {
      const { found, lesson, attendants, roll } = await open(tx, call);
      tx.expectVersion(call, lesson);
      lesson.closeRoll(tx.clock.now(), countsOf(roll).unmarked);
      const rows = linesOf(roll).map(({ markId: _, ...line }, i) => ({ ...attendants[i], state: line.state, line, place: i + 1 }));
      await tx.query(
        `insert into lesson_attendance (lesson_id, enrollment_id, person_id, holder_id, node_id, place, state, line)
         select $1, r."enrollmentId", r."personId", $2, r."nodeId", r.place, r.state, r.line
         from jsonb_to_recordset($3::jsonb) as r("enrollmentId" uuid, "personId" uuid, "nodeId" uuid, place smallint, state text, line jsonb)`,
        [lesson.id, found.nodeId, JSON.stringify(rows)],
      );
      await tx.update(lesson);
      tx.about({ target: lesson.id });
      return pageOfRoll(lesson, attendants, roll);
    });
  }

  private async page(lesson: LessonEntity): Promise<RollPage> {
    if (lesson.rollClosedAt !== null) {
      const { attendants, roll } = await closedRollOf(this.db, lesson);
      return pageOfRoll(lesson, attendants, roll);
    }
    const attendants = await attendantsOf(this.db, lesson.classId, dayOf(lesson.startsAt));
    return pageOfRoll(lesson, attendants, openRollOf(attendants, await eventsOf(this.db, lesson.id)));
  }
}

/** The class is locked, so that marks of two phones are taken in one after the other. */
async function open(tx: Tx, call: Call<Command> & { input: { classId: string; lessonId: string } }): Promise<Opened> {
  const { classId, lessonId } = call.input;
  const found = await lockClass(tx, call, classId);
  const lesson = await tx.manager.findOneBy(LessonEntity, { id: lessonId, classId });
  if (!lesson) throw refuse('request/not-found');
  lesson.checkOpen();
  found.check('roll');
  const attendants = await attendantsOf(tx, classId, dayOf(lesson.startsAt));
  return { found, lesson, attendants, roll: openRollOf(attendants, await eventsOf(tx, lesson.id)) };
}

/** The roll with the new events; one that does not apply refuses them all, and says which and why. */
function taken({ input: { events } }: Call<typeof markLessonRoll>, roll: Roll): Roll {
  const errors: { pointer: string; detail: string }[] = [];
  let marked = roll;
  for (const [i, event] of events.entries()) {
    const why = marked.seen.has(event.id) ? undefined : refusalOf(marked, event);
    if (why !== undefined) errors.push({ pointer: `/events/${i}`, detail: rollRefusalLabels[why] });
    marked = applyEvent(marked, event);
  }
  if (errors.length > 0) throw fail(markLessonRoll, 'training/mark-refused', { errors });
  return marked;
}
