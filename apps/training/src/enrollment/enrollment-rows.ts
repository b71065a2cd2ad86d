import type { Enrollment } from '@vungmanh/contracts/training/enrollment';
import { present } from '@vungmanh/platform/db/present';

/** What a row of {@link ENROLLMENT_SQL} holds; `sortKey` is for the cursor. */
export interface EnrollmentRow extends Omit<Enrollment, 'birthYear' | 'because' | 'mark' | 'markedOn'> {
  birthYear: number | null;
  because: string | null;
  mark: string | null;
  markedOn: string | null;
  sortKey: string;
}

export const ENROLLMENT_SQL = `e.id, e.version, e.person_id as "personId", coalesce(p.name, '') as name, p.birth_year as "birthYear", e.node_id as "nodeId",
  coalesce(n.name, '') as "nodeName", e.state, e.deviations, e.because, e.mark, e.marked_on::text as "markedOn", e.failed_by as "failedBy",
  coalesce(p.sort_key, '') collate "C" as "sortKey",
  (select count(*)::int from lesson_attendance a where a.enrollment_id = e.id and a.state = 'PRESENT') as attended,
  (select count(*)::int from lesson l where l.class_id = e.class_id and l.roll_closed_at is not null) as lessons`;
export const ENROLLMENTS_SQL = 'class_enrollment e left join person_name p on p.person_id = e.person_id left join node_view n on n.id = e.node_id';

export function enrollmentOf({ sortKey: _, mark, ...row }: EnrollmentRow): Enrollment {
  return { ...present(row), ...(mark === null ? {} : { mark: Number(mark) }) };
}
