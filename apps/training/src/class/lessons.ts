import { newId } from '@vungmanh/contracts/new-id';
import type { Lesson, LessonPlan } from '@vungmanh/contracts/training/class';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';

interface Row extends Omit<Lesson, 'startsAt' | 'endsAt' | 'rollClosedAt' | 'present' | 'expected'> {
  classId: string;
  startsAt: Date;
  endsAt: Date;
  rollClosedAt: Date | null;
  present: number | null;
  expected: number | null;
}

/** The sittings of a class, in their order; who came is counted for who holds it. */
export async function lessonsOf(reader: Reader, classId: string): Promise<Lesson[]> {
  const rows = await rowsOf(reader, [classId]);
  return rows.map(lessonOf);
}

/** The same of many classes for those who are called to them, without how many came. */
export async function lessonsCalled(reader: Reader, classIds: readonly string[]): Promise<Map<string, Lesson[]>> {
  const byClass = new Map<string, Lesson[]>();
  for (const row of await rowsOf(reader, classIds)) {
    const lesson = lessonOf({ ...row, present: null, expected: null });
    byClass.set(row.classId, [...(byClass.get(row.classId) ?? []), lesson]);
  }
  return byClass;
}

const rowsOf = (reader: Reader, classIds: readonly string[]): Promise<Row[]> =>
  reader.query<Row>(
    `select l.id, l.version, l.class_id as "classId", l.number, l.starts_at as "startsAt", l.ends_at as "endsAt", l.place, l.topic, l.lecturers,
       l.roll_closed_at as "rollClosedAt", l.scan_file is not null as scanned, a.present, a.expected
     from lesson l left join lateral (select count(*) filter (where state = 'PRESENT')::int as present, count(*)::int as expected
       from lesson_attendance where lesson_id = l.id) a on l.roll_closed_at is not null
     where l.class_id = any($1::uuid[]) order by l.number`,
    [classIds],
  );

function lessonOf({ classId: _, startsAt, endsAt, rollClosedAt, ...row }: Row): Lesson {
  return {
    ...present(row),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    ...(rollClosedAt === null ? {} : { rollClosedAt: rollClosedAt.toISOString() }),
  };
}

/** Writes the sittings of a class that has not started; those before are gone. */
export async function writeLessons(tx: Tx, classId: string, lessons: readonly LessonPlan[]): Promise<void> {
  await tx.query('delete from lesson where class_id = $1', [classId]);
  const rows = lessons.map((lesson, i) => ({ ...lesson, id: newId(tx.clock.millis() + i), number: i + 1 }));
  await tx.query(
    `insert into lesson (id, version, class_id, number, starts_at, ends_at, place, topic, lecturers)
     select l.id, 1, $1, l.number, l."startsAt", l."endsAt", l.place, l.topic, l.lecturers
     from jsonb_to_recordset($2::jsonb) as l(id uuid, number smallint, "startsAt" timestamptz, "endsAt" timestamptz, place text, topic text, lecturers jsonb)`,
    [classId, JSON.stringify(rows)],
  );
}
