import { countsOf } from '@vungmanh/attendance/count';
import { percentText, ratioOf } from '@vungmanh/attendance/ratio';
import { linesOf, rollOf, type Roll, type RollLine } from '@vungmanh/attendance/roll';
import type { RollEvent, RollPage, RosterLine } from '@vungmanh/contracts/attendance';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { LessonEntity } from './lesson.entity.js';

/** Somebody of a class, as its rolls know them. */
export interface Attendant {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly nodeId: string;
  readonly name: string;
  readonly birthYear: number | null;
  readonly status: RosterLine['status'];
}

/** Those who attend, by given name. In a class nobody is excused by the roster: whoever is called comes, or is marked as absent. */
export const attendantsOf = (reader: Reader, classId: string, day: string): Promise<Attendant[]> =>
  reader.query<Attendant>(
    `select e.id as "enrollmentId", e.person_id as "personId", e.node_id as "nodeId", coalesce(p.name, '') as name, p.birth_year as "birthYear",
       coalesce((select r.status from roster_line r where r.person_id = e.person_id and r.valid_from <= $2::date
         and (r.valid_to is null or r.valid_to > $2::date) limit 1), 'OFFICIAL') as status
     from class_enrollment e left join person_name p on p.person_id = e.person_id
     where e.class_id = $1 and e.state = 'ATTENDING' order by coalesce(p.sort_key, '') collate "C", e.id`,
    [classId, day],
  );

export async function eventsOf(reader: Reader, lessonId: string): Promise<RollEvent[]> {
  const rows = await reader.query<{ event: RollEvent }>('select event from lesson_event where lesson_id = $1 order by seq', [lessonId]);
  return rows.map((row) => row.event);
}

export const openRollOf = (attendants: readonly Attendant[], events: readonly RollEvent[]): Roll =>
  rollOf(
    attendants.map(({ personId, status }) => ({ personId, status, enrollment: 'OFFICIAL', exempt: false, workingAway: false })),
    events,
  );

/** The roll as it was closed: everybody's line is kept, whoever has left the class since. */
export async function closedRollOf(reader: Reader, lesson: LessonEntity): Promise<{ attendants: Attendant[]; roll: Roll }> {
  const rows = await reader.query<{ attendant: Attendant }>(
    `select jsonb_build_object('enrollmentId', a.enrollment_id, 'personId', a.person_id, 'nodeId', a.node_id, 'name', coalesce(p.name, ''),
       'birthYear', p.birth_year, 'status', a.line ->> 'status') as attendant
     from lesson_attendance a left join person_name p on p.person_id = a.person_id where a.lesson_id = $1 order by a.place`,
    [lesson.id],
  );
  const attendants = rows.map((row) => row.attendant);
  return { attendants, roll: openRollOf(attendants, await eventsOf(reader, lesson.id)) };
}

export function pageOfRoll(lesson: LessonEntity, attendants: readonly Attendant[], roll: Roll): RollPage {
  const people = new Map(attendants.map((one) => [one.personId, one]));
  const counts = countsOf(roll);
  const closed = lesson.rollClosedAt;
  const shown = ({ markId, ...line }: RollLine) => {
    const { name = '', birthYear = null } = people.get(line.personId) ?? {};
    return { ...line, ...(closed === null && markId !== undefined ? { markId } : {}), name, ...(birthYear === null ? {} : { birthYear }) };
  };
  return {
    id: lesson.id,
    version: lesson.version,
    ...(closed === null ? {} : { closedAt: closed }),
    lines: linesOf(roll).map(shown),
    guests: roll.guests.map(({ id, name, office }) => ({ id, name, ...(office === undefined ? {} : { office }) })),
    counts,
    attendance: `${counts.present.total}/${counts.expected} (${percentText(ratioOf(counts))})`,
    notices: [],
  };
}
