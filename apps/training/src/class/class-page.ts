import { Injectable } from '@nestjs/common';
import type { ClassCounts, ClassLine, TrainingClass } from '@vungmanh/contracts/training/class';
import type { EnrollmentState } from '@vungmanh/contracts/training/class-state';
import type { Actor } from '@vungmanh/platform/actor/actor';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import { Grants } from '@vungmanh/platform/scope/grants';
import { actsFor } from './class.rules.js';
import { lessonsOf } from './lessons.js';

/** Columns of a {@link ClassLine} of `c`, joined with its course `t` and its organization `n`. */
export const LINE_SQL = `c.id, c.version, c.node_id as "nodeId", coalesce(n.name, '') as "nodeName", c.course_id as "courseId", t.label as "courseLabel",
  c.title, c.state, c.capacity, c.from_on::text as "from", c.to_on::text as "to", c.place`;
export const FROM_SQL = 'training_class c join course_type t on t.id = c.course_id left join node_view n on n.id = c.node_id';

interface Row extends ClassLine, Pick<TrainingClass, 'edition' | 'passing' | 'limits'> {
  decidedOn: string | null;
  number: string | null;
  closedAt: Date | null;
  counts: Partial<Record<EnrollmentState, number>>;
}

/** Draws a class as a person sees it, with what that person may do. */
@Injectable()
export class ClassPage {
  constructor(private readonly grants: Grants) {}

  /** The class with this id; `insideSql` appends the parameters that narrow it. */
  async of(reader: Reader, actor: Actor, classId: string, insideSql: (params: unknown[]) => string): Promise<TrainingClass> {
    const params: unknown[] = [classId];
    const narrowedSql = insideSql(params);
    const [row] = await reader.query<Row>(
      `select ${LINE_SQL}, c.edition, c.passing, c.limits, c.decided_on::text as "decidedOn", c.number, c.closed_at as "closedAt",
         (select coalesce(jsonb_object_agg(e.state, e.n), '{}') from (select state, count(*)::int as n from class_enrollment where class_id = c.id group by state) e) as counts
       from ${FROM_SQL} where c.id = $1 and ${narrowedSql}`,
      params,
    );
    if (!row) throw refuse('request/not-found');
    const { decidedOn, number, closedAt, counts, ...line } = row;
    return {
      ...line,
      lessons: await lessonsOf(reader, classId),
      counts: countsOf(counts),
      ...(decidedOn === null ? {} : { decision: { on: decidedOn, ...(number === null ? {} : { number }), numberAwaited: number === null } }),
      ...(closedAt === null ? {} : { closedAt: closedAt.toISOString() }),
      may: actsFor(row.state, await this.grants.permissionsAt(actor, row.nodeId, reader)),
    };
  }
}

const countsOf = (n: Partial<Record<EnrollmentState, number>>): ClassCounts => ({
  nominated: n.NOMINATED ?? 0,
  waiting: n.WAITING ?? 0,
  approved: n.APPROVED ?? 0,
  confirmed: n.CONFIRMED ?? 0,
  declined: n.DECLINED ?? 0,
  refused: n.REFUSED ?? 0,
  attending: n.ATTENDING ?? 0,
  withdrawn: n.WITHDRAWN ?? 0,
  passed: n.PASSED ?? 0,
  failed: n.FAILED ?? 0,
  certified: n.CERTIFIED ?? 0,
});
