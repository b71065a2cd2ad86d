import type { SupervisionRow } from '@vungmanh/contracts/inspection/supervision-line';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { present } from '@vungmanh/platform/db/present';
import { type SealedGrade, openedGrades } from '../labor-grade/grades-of.js';
import { seatedSql, taskCountsSql } from '../member-supervision/task-counts.js';

type Nulled = 'birthYear' | 'post' | 'proposal';
/** A line as the database has it; `$1` is who asks and `$2` the day. */
export type RowOfLine = Omit<SupervisionRow, Nulled | 'grades'> & { [K in Nulled]: NonNullable<SupervisionRow[K]> | null } & {
  sealedGrades: SealedGrade[];
};

/** Whether the body in whose cell the line stands seats who asks; and whether the line is their own. */
export const seatedInSql = seatedSql('l.body_id', '$1', '$2');
export const ownSql = 'l.person_id = $1';
/** Their own, once the plan was told to the members. */
export const toldOwnSql = `(${ownSql} and m.state <> 'DRAFT')`;

/** Managed today by a committee above the cell. */
export const managedSql = `select r.node_id from roster_managed r where r.person_id = l.person_id and r.node_id <> l.node_id
  and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to > $2::date) order by r.valid_from limit 1`;

export const rowColumns = `l.id, l.version, l.person_id as "personId", coalesce(p.name, '') as name, p.birth_year as "birthYear",
  (select s.post from seat_view s where s.body_id = l.body_id and s.person_id = l.person_id and s.valid_from <= $2::date
     and (s.valid_to is null or s.valid_to > $2::date) order by s.valid_from limit 1) as post,
  exists (${managedSql}) as "managedAbove", ${ownSql} as own, ${taskCountsSql('$2')} as tasks,
  array(select jsonb_build_object('month', g.month, 'sealed', g.grade_sealed) from supervision_month g
    where g.line_id = l.id and g.grade_sealed is not null order by g.month) as "sealedGrades",
  l.reminders, l.answers, l.proposal, l.reported_on is not null as reported`;

export const rowTablesSql = `supervision_line l join member_supervision m on m.id = l.supervision_id left join person_name p on p.person_id = l.person_id`;

export function rowOf(sealer: Sealer, { sealedGrades, ...row }: RowOfLine): SupervisionRow {
  return { ...present(row), grades: openedGrades(sealer, row.id, sealedGrades) };
}
