import { Injectable } from '@nestjs/common';
import type { ClassLine } from '@vungmanh/contracts/training/class';
import type { CertificateState } from '@vungmanh/contracts/training/class-state';
import { myEnrollments, type MyEnrollment } from '@vungmanh/contracts/training/enrollment';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { numberText } from '../certificate/certificate.rules.js';
import { LINE_SQL } from '../class/class-page.js';
import { lessonsCalled } from '../class/lessons.js';

interface Row {
  id: string;
  version: number;
  training: ClassLine;
  state: MyEnrollment['state'];
  attended: number;
  mark: string | null;
  certificate: { id: string; year: number; serial: number; issuedOn: string; expiresOn: string | null; state: CertificateState } | null;
}

/** A person's own classes. Before they are approved a nomination is their cell's word, and shown as such. */
@Injectable()
export class MyEnrollments {
  constructor(private readonly db: Db) {}

  @Rpc(myEnrollments)
  async mine(call: Call<typeof myEnrollments>): Promise<Page<MyEnrollment>> {
    const { cursor, limit } = call.input;
    const params: unknown[] = [call.actor.person];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (c.from_on, e.id) < (${p(after[0])}::date, ${p(after[1])}::uuid)` : '';
    const rows = await this.db.query<Row>(
      `select e.id, e.version, e.state, e.mark, to_jsonb(line) as training,
         (select count(*)::int from lesson_attendance a where a.enrollment_id = e.id and a.state = 'PRESENT') as attended,
         (select jsonb_build_object('id', k.id, 'year', k.year, 'serial', k.serial, 'issuedOn', k.issued_on, 'expiresOn', k.expires_on, 'state', k.state)
          from certificate k where k.enrollment_id = e.id order by k.state = 'VALID' desc, k.issued_on desc, k.serial desc limit 1) as certificate
       from class_enrollment e join training_class c on c.id = e.class_id
       cross join lateral (select ${LINE_SQL} from (select c.*) c join course_type t on t.id = c.course_id left join node_view n on n.id = c.node_id) line
       where e.person_id = $1 ${afterSql} order by c.from_on desc, e.id desc limit ${p(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.training.from, row.id]);
    const lessons = await lessonsCalled(
      this.db,
      items.map((row) => row.training.id),
    );
    return { items: items.map((row) => shown(row, lessons.get(row.training.id) ?? [])), ...(next === undefined ? {} : { next }) };
  }
}

function shown({ mark, certificate, ...row }: Row, lessons: MyEnrollment['lessons']): MyEnrollment {
  if (certificate === null) return { ...row, lessons, ...(mark === null ? {} : { mark: Number(mark) }) };
  const { year, serial, ...rest } = certificate;
  return { ...row, lessons, ...(mark === null ? {} : { mark: Number(mark) }), certificate: { ...present(rest), number: numberText(serial, year) } };
}
