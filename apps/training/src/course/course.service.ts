import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import { addCourse, reviseCourse, type CourseType, type Syllabus } from '@vungmanh/contracts/training/course';
import { broke } from '@vungmanh/platform/db/broke';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { CourseEntity } from './course.entity.js';
import { readCourses } from './courses.js';

/** The province's catalog of courses: courses of its own, and new editions of a syllabus. */
@Injectable()
export class CourseService {
  constructor(private readonly db: Db) {}

  @Rpc(addCourse)
  async add(call: Call<typeof addCourse>): Promise<CourseType> {
    const { nodeId, label, kind, validFrom, syllabus } = call.input;
    try {
      return await this.db.commit(call, async (tx) => {
        if (!(await isProvince(tx, call))) throw fail(addCourse, 'training/province-only');
        const [last] = await tx.query<{ position: number }>('select coalesce(max(position), 0) + 1 as position from course_type', []);
        const course = CourseEntity.add({ id: newId(tx.clock.millis()), label, kind, position: last?.position ?? 1 });
        await tx.insert(course);
        await writeEdition(tx, { courseId: course.id, number: 1, validFrom, syllabus });
        tx.about({ node: nodeId, target: course.id });
        return shown(tx, course.id);
      });
    } catch (error) {
      throw broke(error, 'course_type_label') ? fail(addCourse, 'training/course-exists') : error;
    }
  }

  @Rpc(reviseCourse)
  revise(call: Call<typeof reviseCourse>): Promise<CourseType> {
    const { courseId, nodeId, validFrom, syllabus } = call.input;
    return this.db.commit(call, async (tx) => {
      if (!(await isProvince(tx, call))) throw fail(reviseCourse, 'training/province-only');
      countStatement();
      const course = await tx.manager.findOne(CourseEntity, { where: { id: courseId }, lock: { mode: 'pessimistic_write' } });
      if (!course) throw refuse('request/not-found');
      tx.expectVersion(call, course);
      tx.about({ node: nodeId, target: course.id });
      const newest = (await shown(tx, course.id)).editions[0];
      if (newest && validFrom <= newest.validFrom) throw fail(reviseCourse, 'training/edition-not-later');
      await writeEdition(tx, { courseId, number: (newest?.number ?? 0) + 1, validFrom, syllabus });
      await tx.update(course);
      return shown(tx, course.id);
    });
  }
}

const writeEdition = (tx: Tx, edition: { courseId: string; number: number; validFrom: string; syllabus: Syllabus }): Promise<unknown> =>
  tx.query('insert into course_edition (course_id, number, valid_from, syllabus) values ($1, $2, $3, $4)', [
    edition.courseId,
    edition.number,
    edition.validFrom,
    JSON.stringify(edition.syllabus),
  ]);

/** Whether the organization is the top of the tree; throws `request/not-found` for one out of scope. */
async function isProvince(tx: Tx, { input, scope }: Call<typeof addCourse | typeof reviseCourse>): Promise<boolean> {
  const params: unknown[] = [input.nodeId];
  const insideSql = scope.within('n.id', params);
  const [node] = await tx.query<{ top: boolean }>(`select n.parent_id is null as top from node_view n where n.id = $1 and ${insideSql}`, params);
  if (!node) throw refuse('request/not-found');
  return node.top;
}

async function shown(tx: Tx, courseId: string): Promise<CourseType> {
  const [course] = await readCourses(tx, courseId);
  if (!course) throw refuse('request/not-found');
  return course;
}
