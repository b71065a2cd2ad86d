import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { getCourse, listCourses, type CourseType } from '@vungmanh/contracts/training/course';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { editionAt, readCourses } from './courses.js';

/** The catalog of courses. */
@Injectable()
export class CourseQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(listCourses)
  async list(_call: Call<typeof listCourses>): Promise<OutputOf<typeof listCourses>> {
    const today = this.clock.today();
    const courses = await readCourses(this.db);
    return {
      items: courses.map(({ editions, ...course }) => {
        const found = editionAt(editions, today);
        if (!found) return course;
        const { topics: _topics, ...edition } = found;
        return { ...course, edition };
      }),
    };
  }

  @Rpc(getCourse)
  async get(call: Call<typeof getCourse>): Promise<CourseType> {
    const [course] = await readCourses(this.db, call.input.courseId);
    if (!course) throw refuse('request/not-found');
    return course;
  }
}
