import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { myTakenCourses, takenCourses, type TakenCourse } from '@vungmanh/contracts/training/past-attendance';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { numberText } from '../certificate/certificate.rules.js';
import { homeCellSql } from './home-cell.js';
import { LEVEL_SQL } from './volume-sql.js';

interface Row extends Omit<TakenCourse, 'classId' | 'level' | 'place' | 'hours' | 'result' | 'certificate'> {
  classId: string | null;
  level: TakenCourse['level'] | null;
  place: string | null;
  hours: number | null;
  result: TakenCourse['result'] | null;
  certificate: string | null;
  serial: number | null;
  year: number | null;
}

/** What somebody has taken, in classes of ours and before them. */
const TAKEN_SQL = `
  select a.id, null::uuid as "classId", a.course, a.kind, a.level, a.place, a.from_on::text as "from", a.to_on::text as "to", a.hours, a.result, a.certificate,
    null::int as serial, null::int as year
  from past_attendance a where a.person_id = $1
  union all
  select e.id, c.id, t.label, t.kind, ${LEVEL_SQL}, c.place, c.from_on::text, c.to_on::text, null,
    case when e.state in ('PASSED', 'CERTIFIED') then 'PASSED' when e.state = 'FAILED' then 'FAILED' end, null, k.serial, k.year
  from class_enrollment e join training_class c on c.id = e.class_id join course_type t on t.id = c.course_id left join node_view n on n.id = c.node_id
  left join certificate k on k.enrollment_id = e.id and k.state = 'VALID'
  where e.person_id = $1 and e.state in ('ATTENDING', 'PASSED', 'FAILED', 'CERTIFIED')`;

/** The training history of a member. */
@Injectable()
export class TakenCourseQueries {
  constructor(
    private readonly db: Db,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(takenCourses)
  async of(call: Call<typeof takenCourses>): Promise<OutputOf<typeof takenCourses>> {
    const { personId, ...paging } = call.input;
    const params: unknown[] = [personId];
    const insideSql = call.scope.within(homeCellSql('$1::uuid'), params);
    const [known] = await this.db.query<{ node: string }>(`select ${homeCellSql('$1::uuid')} as node where ${insideSql}`, params);
    if (!known) throw refuse('request/not-found');
    const taken = await this.page(personId, paging);
    await this.trail.recordRead(call, { persons: [personId], node: known.node });
    return taken;
  }

  @Rpc(myTakenCourses)
  async mine({ actor, input }: Call<typeof myTakenCourses>): Promise<OutputOf<typeof myTakenCourses>> {
    return this.page(actor.person, input);
  }

  private async page(personId: string | undefined, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<TakenCourse>> {
    const params: unknown[] = [personId ?? null, limit + 1];
    const after = readCursor(cursor, 2);
    const afterSql = after ? `where (t."from", t.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<Row>(`select * from (${TAKEN_SQL}) t ${afterSql} order by t."from" desc, t.id desc limit $2`, params);
    return pageOf(rows.map(wire), limit, (row) => [row.from, row.id]);
  }
}

function wire({ serial, year, certificate, ...row }: Row): TakenCourse {
  const number = certificate ?? (serial === null || year === null ? null : numberText(serial, year));
  return present({ ...row, certificate: number }) as TakenCourse;
}
