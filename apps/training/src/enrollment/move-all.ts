import type { EnrollmentState, FailedBy } from '@vungmanh/contracts/training/class-state';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { ClassEntity } from '../class/class.entity.js';
import { before, failedBy, PLACED } from './enrollment.rules.js';

/** How many places of a class are taken. */
export async function countPlaced(tx: Tx, classId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>('select count(*)::int as n from class_enrollment where class_id = $1 and state = any($2::text[])', [
    classId,
    PLACED,
  ]);
  return row?.n ?? 0;
}

/** Whoever was approved attends, answered or not; whoever was not is told that the class has begun without them. */
export async function attendAll(tx: Tx, classId: string): Promise<void> {
  await move(tx, classId, 'ATTENDING');
  await tx.query(
    `update class_enrollment set state = 'REFUSED', because = 'Lớp đã khai giảng', version = version + 1 where class_id = $1 and state = any($2::text[])`,
    [classId, before('REFUSED')],
  );
}

/** Everybody of a class who may come into a state comes into it. */
export async function move(tx: Tx, classId: string, to: EnrollmentState): Promise<void> {
  await tx.query('update class_enrollment set state = $2, version = version + 1 where class_id = $1 and state = any($3::text[])', [
    classId,
    to,
    before(to),
  ]);
}

/** What is still to be done before the results: rolls to be closed, marks to be entered. */
export async function openWork(tx: Tx, classId: string): Promise<{ openRolls: number; withoutMark: number }> {
  const [row] = await tx.query<{ openRolls: number; withoutMark: number }>(
    `select (select count(*)::int from lesson where class_id = $1 and roll_closed_at is null) as "openRolls",
       (select count(*)::int from class_enrollment where class_id = $1 and state = 'ATTENDING' and mark is null) as "withoutMark"`,
    [classId],
  );
  return row ?? { openRolls: 0, withoutMark: 0 };
}

/** Gives everybody who attends a result. */
export async function assessAll(tx: Tx, { id, passing }: ClassEntity): Promise<void> {
  const rows = await tx.query<{ id: string; attended: number; lessons: number; mark: string | null }>(
    `select e.id, e.mark, (select count(*)::int from lesson_attendance a where a.enrollment_id = e.id and a.state = 'PRESENT') as attended,
       (select count(*)::int from lesson l where l.class_id = e.class_id) as lessons
     from class_enrollment e where e.class_id = $1 and e.state = 'ATTENDING'`,
    [id],
  );
  const results = rows.map(({ id: enrollmentId, mark, ...done }) => {
    const failed: FailedBy[] = failedBy({ ...done, mark: mark === null ? undefined : Number(mark) }, passing);
    return { id: enrollmentId, state: failed.length === 0 ? 'PASSED' : 'FAILED', failed };
  });
  await tx.query(
    `update class_enrollment e set state = r.state, failed_by = array(select jsonb_array_elements_text(r.failed)), version = e.version + 1
     from jsonb_to_recordset($1::jsonb) as r(id uuid, state text, failed jsonb) where e.id = r.id`,
    [JSON.stringify(results)],
  );
}
