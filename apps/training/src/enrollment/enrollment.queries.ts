import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { ClassLine } from '@vungmanh/contracts/training/class';
import { classForCell, listEnrollments, type Enrollment } from '@vungmanh/contracts/training/enrollment';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { FROM_SQL, LINE_SQL } from '../class/class-page.js';
import { readClass } from '../class/find-class.js';
import { lessonsCalled } from '../class/lessons.js';
import { ENROLLMENT_SQL, enrollmentOf, ENROLLMENTS_SQL, type EnrollmentRow } from './enrollment-rows.js';

/** Who is in a class: for who holds it all of them, for a cell its own. */
@Injectable()
export class EnrollmentQueries {
  constructor(
    private readonly db: Db,
    private readonly trail: ReadTrail,
    private readonly grants: Grants,
  ) {}

  @Rpc(listEnrollments)
  async list(call: Call<typeof listEnrollments>): Promise<Page<Enrollment>> {
    const { classId, state, cursor, limit } = call.input;
    const found = await readClass(this.db, call, classId);
    const params: unknown[] = [classId, state ?? null];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (coalesce(p.sort_key, '') collate "C", e.id) > (${p(after[0])}, ${p(after[1])}::uuid)` : '';
    const rows = await this.db.query<EnrollmentRow>(
      `select ${ENROLLMENT_SQL} from ${ENROLLMENTS_SQL} where e.class_id = $1 and ($2::text is null or e.state = $2) ${afterSql}
       order by "sortKey", e.id limit ${p(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.sortKey, row.id]);
    await this.trail.recordPage(call, { persons: items.map((row) => row.personId), node: found.nodeId, target: classId });
    return { items: items.map(enrollmentOf), ...(next === undefined ? {} : { next }) };
  }

  @Rpc(classForCell)
  async forCell(call: Call<typeof classForCell>): Promise<OutputOf<typeof classForCell>> {
    const { classId, nodeId } = call.input;
    const [training] = await this.db.query<ClassLine>(
      `select ${LINE_SQL} from ${FROM_SQL} where c.id = $1 and c.state <> 'PLANNED'
         and exists (select from tree_now a where a.ancestor = c.node_id and a.descendant = $2)`,
      [classId, nodeId],
    );
    if (!training) throw refuse('request/not-found');
    const params: unknown[] = [classId, nodeId];
    const rows = await this.db.query<EnrollmentRow>(
      `select ${ENROLLMENT_SQL} from ${ENROLLMENTS_SQL} where e.class_id = $1 and e.node_id = $2 and ${call.scope.within('e.node_id', params)}
       order by "sortKey", e.id`,
      params,
    );
    await this.trail.recordPage(call, { persons: rows.map((row) => row.personId), node: nodeId, target: classId });
    return {
      training,
      lessons: (await lessonsCalled(this.db, [classId])).get(classId) ?? [],
      people: rows.map(enrollmentOf),
      mayNominate: (await this.grants.permissionsAt(call.actor, nodeId)).has('training:nominate'),
    };
  }
}
