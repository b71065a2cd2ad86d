import { enrollmentStateLabel, type EnrollmentState } from '@vungmanh/contracts/training/class-state';
import type { ClassPaperKind } from '@vungmanh/contracts/training/class-paper';
import { type ClassPerson, PASSED } from '@vungmanh/documents/papers/training-class';
import type { Reader } from '@vungmanh/platform/db/reader';

const CALLED: readonly EnrollmentState[] = ['APPROVED', 'CONFIRMED', 'ATTENDING', 'WITHDRAWN', 'PASSED', 'FAILED', 'CERTIFIED'];

interface Row {
  personId: string;
  name: string;
  birthYear: number | null;
  unit: string;
  state: EnrollmentState;
  mark: string | null;
  attended: number;
  missed: number[];
}

/** Whoever was called to a class, by given name, with what a paper says of them. Nobody's mark stands on a list that is handed round. */
export async function listedPeople(reader: Reader, classId: string, kind: ClassPaperKind): Promise<(ClassPerson & { personId: string })[]> {
  const rows = await reader.query<Row>(
    `select e.person_id as "personId", coalesce(p.name, '') as name, p.birth_year as "birthYear", coalesce(n.name, '') as unit, e.state, e.mark,
       (select count(*)::int from lesson_attendance a where a.enrollment_id = e.id and a.state = 'PRESENT') as attended,
       array(select l.number::int from lesson_attendance a join lesson l on l.id = a.lesson_id
         where a.enrollment_id = e.id and a.state <> 'PRESENT' order by l.number) as missed
     from class_enrollment e left join person_name p on p.person_id = e.person_id left join node_view n on n.id = e.node_id
     where e.class_id = $1 and e.state = any($2::text[]) order by coalesce(p.sort_key, '') collate "C", e.id`,
    [classId, CALLED],
  );
  return rows.map(({ birthYear, state, mark, attended, missed, ...row }) => ({
    ...row,
    ...(birthYear === null ? {} : { birthYear }),
    ...(kind === 'ATTENDANCE' || kind === 'MARKS' ? { attended, missed } : {}),
    ...(kind === 'MARKS' && mark !== null ? { mark: String(Number(mark)).replace('.', ',') } : {}),
    ...(kind === 'MARKS' || kind === 'RECOGNITION'
      ? { result: state === 'CERTIFIED' || state === 'PASSED' ? PASSED : enrollmentStateLabel[state] }
      : {}),
  }));
}
