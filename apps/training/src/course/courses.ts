import type { CourseEdition, CourseKind, CourseType, Syllabus } from '@vungmanh/contracts/training/course';
import type { Reader } from '@vungmanh/platform/db/reader';

interface CourseRow {
  id: string;
  version: number;
  code: string;
  label: string;
  kind: CourseKind;
  ended: boolean;
  /** The newest first. */
  editions: { number: number; validFrom: string; validTo: string | null; syllabus: Syllabus }[];
}

/** Every course in the order of lists, or the one with this id; each with its editions, the newest first. */
export async function readCourses(reader: Reader, courseId?: string): Promise<CourseType[]> {
  const rows = await reader.query<CourseRow>(
    `select c.id, c.version, c.code, c.label, c.kind, c.ended,
       (select jsonb_agg(jsonb_build_object('number', e.number, 'validFrom', e.valid_from, 'validTo', e.valid_to, 'syllabus', e.syllabus) order by e.number desc)
        from (select *, lead(valid_from) over (order by number) as valid_to from course_edition where course_id = c.id) e) as editions
     from course_type c where $1::uuid is null or c.id = $1 order by c.position`,
    [courseId ?? null],
  );
  return rows.map((row) => ({ ...row, editions: row.editions.map(editionOf) }));
}

const editionOf = ({ syllabus, validTo, ...edition }: CourseRow['editions'][number]): CourseEdition => ({
  ...edition,
  ...(validTo === null ? {} : { validTo }),
  ...syllabus,
});

/** The edition in force on a day, among those of one course. */
export const editionAt = (editions: readonly CourseEdition[], day: string): CourseEdition | undefined =>
  editions.find((e) => e.validFrom <= day && (e.validTo === undefined || day < e.validTo));
