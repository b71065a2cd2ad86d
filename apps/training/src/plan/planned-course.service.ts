import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import {
  addPlannedCourse,
  cancelPlannedCourse,
  changePlannedCourse,
  MOST_PLANNED,
  setQuotas,
  type TrainingPlan,
} from '@vungmanh/contracts/training/plan';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { editionAt, readCourses } from '../course/courses.js';
import { PlanChange } from './plan-change.js';
import { checkDates, checkQuotas } from './plan.rules.js';
import type { TrainingPlanEntity } from './training-plan.entity.js';

interface Planned {
  courseId: string;
  places: number;
  quotas: { places: number }[];
}

/** The courses of a plan: added, changed, cancelled, and their places shared out. */
@Injectable()
export class PlannedCourseService {
  constructor(private readonly change: PlanChange) {}

  @Rpc(addPlannedCourse)
  add(call: Call<typeof addPlannedCourse>): Promise<TrainingPlan> {
    const { courseId, ...held } = call.input;
    return this.change.amend(call, 'ADD', async (plan, tx) => {
      checkDates(held, plan.year);
      const edition = await editionOn(tx, courseId, held.fromOn);
      if (edition === undefined) throw fail(addPlannedCourse, 'training/course-unknown');
      const written = await tx.query(
        `insert into planned_course (id, plan_id, course_id, edition, from_on, to_on, classes, places, place, state)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, 'PLANNED' where (select count(*) from planned_course where plan_id = $2) < $10 returning id`,
        [newId(tx.clock.millis()), plan.id, courseId, edition, held.fromOn, held.toOn, held.classes, held.places, held.place, MOST_PLANNED],
      );
      if (written.length === 0) throw fail(addPlannedCourse, 'training/plan-full');
      return courseId;
    });
  }

  @Rpc(changePlannedCourse)
  update(call: Call<typeof changePlannedCourse>): Promise<TrainingPlan> {
    const { plannedId, ...held } = call.input;
    return this.change.amend(call, 'CHANGE', async (plan, tx) => {
      checkDates(held, plan.year);
      const { courseId, quotas } = await plannedOf(tx, plan, plannedId);
      checkQuotas(quotas, held.places);
      const edition = await editionOn(tx, courseId, held.fromOn);
      if (edition === undefined) throw fail(changePlannedCourse, 'training/course-unknown');
      await tx.query('update planned_course set edition = $2, from_on = $3, to_on = $4, classes = $5, places = $6, place = $7 where id = $1', [
        plannedId,
        edition,
        held.fromOn,
        held.toOn,
        held.classes,
        held.places,
        held.place,
      ]);
      return courseId;
    });
  }

  @Rpc(cancelPlannedCourse)
  cancel(call: Call<typeof cancelPlannedCourse>): Promise<TrainingPlan> {
    const { plannedId } = call.input;
    return this.change.amend(call, 'CANCEL', async (plan, tx) => {
      const { courseId } = await plannedOf(tx, plan, plannedId);
      await tx.query(
        plan.state === 'DRAFT' ? 'delete from planned_course where id = $1' : `update planned_course set state = 'CANCELLED' where id = $1`,
        [plannedId],
      );
      return courseId;
    });
  }

  @Rpc(setQuotas)
  share(call: Call<typeof setQuotas>): Promise<TrainingPlan> {
    const { plannedId, quotas } = call.input;
    return this.change.amend(call, 'QUOTA', async (plan, tx) => {
      const { courseId, places } = await plannedOf(tx, plan, plannedId);
      checkQuotas(quotas, places);
      const ids = [...new Set(quotas.map((quota) => quota.nodeId))];
      const below = await tx.query('select 1 from tree_now where ancestor = $1 and descendant = any($2::uuid[])', [plan.nodeId, ids]);
      if (below.length !== quotas.length) throw fail(setQuotas, 'training/quota-outside');
      await tx.query('delete from planned_quota where planned_id = $1', [plannedId]);
      await tx.query(
        `insert into planned_quota (planned_id, node_id, places)
         select $1, q."nodeId", q.places from jsonb_to_recordset($2::jsonb) as q("nodeId" uuid, places integer)`,
        [plannedId, JSON.stringify(quotas)],
      );
      return courseId;
    });
  }
}

/** A line of this plan that still stands. */
async function plannedOf(tx: Tx, plan: TrainingPlanEntity, plannedId: string): Promise<Planned> {
  const [row] = await tx.query<Planned>(
    `select c.course_id as "courseId", c.places,
       coalesce((select jsonb_agg(jsonb_build_object('places', q.places)) from planned_quota q where q.planned_id = c.id), '[]') as quotas
     from planned_course c where c.id = $1 and c.plan_id = $2 and c.state = 'PLANNED'`,
    [plannedId, plan.id],
  );
  if (!row) throw refuse('request/not-found');
  return row;
}

/** The number of the syllabus in force on a day; undefined for a course that has none then, or has ended. */
async function editionOn(tx: Tx, courseId: string, day: string): Promise<number | undefined> {
  const [course] = await readCourses(tx, courseId);
  return course && !course.ended ? editionAt(course.editions, day)?.number : undefined;
}
