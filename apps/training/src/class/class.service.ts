import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { Command } from '@vungmanh/contracts/operation';
import { assessClass, beginEnrollment, changeClass, openClass, startClass, type TrainingClass } from '@vungmanh/contracts/training/class';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { z } from 'zod';
import { assessAll, attendAll, countPlaced, openWork } from '../enrollment/move-all.js';
import { ClassNumbers } from '../number/class-numbers.js';
import { ClassEntity } from './class.entity.js';
import { ClassPage } from './class-page.js';
import { inOrder, spanOf } from './class.rules.js';
import { lockClass } from './find-class.js';
import { writeLessons } from './lessons.js';

type ClassCommand = Command & { readonly input: z.ZodType<{ classId: string }>; readonly output: typeof TrainingClass };

/** A class from its plan to its results. */
@Injectable()
export class ClassService {
  constructor(
    private readonly db: Db,
    private readonly page: ClassPage,
    private readonly numbers: ClassNumbers,
  ) {}

  @Rpc(openClass)
  open(call: Call<typeof openClass>): Promise<TrainingClass> {
    const { nodeId, courseId, lessons: planned, ...plan } = call.input;
    const lessons = inOrder(planned);
    const { from, to, place } = spanOf(lessons);
    return this.db.commit(call, async (tx) => {
      const [edition] = await tx.query<{ number: number }>(
        `select e.number from course_edition e join course_type t on t.id = e.course_id
         where t.id = $1 and not t.ended and e.valid_from <= $2 order by e.number desc limit 1`,
        [courseId, from],
      );
      if (!edition) throw fail(openClass, 'training/course-unfit');
      const now = tx.clock.millis();
      const about = { id: newId(now), documentId: newId(now), nodeId, courseId, edition: edition.number };
      const made = ClassEntity.plan({ ...about, ...plan, fromOn: from, toOn: to, place });
      await tx.insert(made);
      await writeLessons(tx, made.id, lessons);
      tx.about({ node: nodeId, target: made.id });
      return this.shown(tx, call, made.id);
    });
  }

  @Rpc(changeClass)
  change(call: Call<typeof changeClass>): Promise<TrainingClass> {
    const { classId, lessons: planned, ...plan } = call.input;
    return this.apply(call, async (found, tx) => {
      const lessons = inOrder(planned);
      const { from, to, place } = spanOf(lessons);
      found.change({ ...plan, fromOn: from, toOn: to, place }, await countPlaced(tx, classId));
      await writeLessons(tx, classId, lessons);
    });
  }

  @Rpc(beginEnrollment)
  enroll(call: Call<typeof beginEnrollment>): Promise<TrainingClass> {
    return this.apply(call, (found) => found.enroll());
  }

  @Rpc(startClass)
  start(call: Call<typeof startClass>): Promise<TrainingClass> {
    const { classId, decidedOn } = call.input;
    return this.apply(call, async (found, tx) => {
      found.start(decidedOn, { today: tx.clock.today(), approved: await countPlaced(tx, classId) });
      await attendAll(tx, classId);
      await this.numbers.ask(tx, found.documentId);
    });
  }

  @Rpc(assessClass)
  assess(call: Call<typeof assessClass>): Promise<TrainingClass> {
    const { classId } = call.input;
    return this.apply(call, async (found, tx) => {
      found.assess(await openWork(tx, classId));
      await assessAll(tx, found);
    });
  }

  private apply(call: Call<ClassCommand>, act: (found: ClassEntity, tx: Tx) => void | Promise<void>): Promise<TrainingClass> {
    return this.db.commit(call, async (tx) => {
      const found = await lockClass(tx, call, call.input.classId, 'seen');
      await act(found, tx);
      await tx.update(found);
      return this.shown(tx, call, found.id);
    });
  }

  private shown(tx: Tx, call: Call, classId: string): Promise<TrainingClass> {
    return this.page.of(tx, call.actor, classId, (params) => call.scope.within('c.node_id', params));
  }
}
