import { LEVEL_SQL } from '../past-attendance/volume-sql.js';

/** What is counted: rows `(node_id, year, measure, code, n)`, each person or attendance in one code of its measure. */

/** $2, $3: the first and the last day; classes count once their results stand. */
export const VOLUMES_SQL = `
  select a.node_id, extract(year from a.to_on)::int as year, 'VOLUME' as measure, a.kind || '/' || coalesce(a.level, '') as code, count(*)::int as n
  from past_attendance a join below b on b.id = a.node_id where a.to_on between $2::date and $3::date group by 1, 2, 4
  union all
  select e.node_id, extract(year from c.to_on)::int, 'VOLUME', t.kind || '/' || coalesce(${LEVEL_SQL}, ''), count(*)::int
  from class_enrollment e join below b on b.id = e.node_id join training_class c on c.id = e.class_id join course_type t on t.id = c.course_id
  left join node_view n on n.id = c.node_id
  where e.state in ('PASSED', 'FAILED', 'CERTIFIED') and c.to_on between $2::date and $3::date group by 1, 2, 4`;

/** $4: the first day of the year. */
export const COVERAGE_SQL = `
  select f.node_id, extract(year from $3::date)::int, 'DUTY/' || f.course_id, s.code, s.n::int
  from (select f.node_id, f.course_id, sum(f.open) filter (where f.day <= $3::date) as open, sum(f.done) filter (where f.day between $4::date and $3::date) as done
    from duty_figure f join below b on b.id = f.node_id group by 1, 2) f
  cross join lateral (values ('OPEN', coalesce(f.open, 0)), ('DONE', coalesce(f.done, 0))) as s(code, n) where s.n > 0`;

/** $5: today. The highest of the theory courses that somebody has finished, here or before. */
export const THEORY_SQL = `
  select m.node_id, extract(year from $3::date)::int, 'THEORY', coalesce(l.code, 'NONE'), count(*)::int
  from member m left join (
    select x.person_id, (array['ELEMENTARY', 'INTERMEDIATE', 'ADVANCED'])[max(array_position(array['THEORY_ELEMENTARY', 'THEORY_INTERMEDIATE', 'THEORY_ADVANCED'], t.code))] as code
    from (select a.person_id, a.course_id from member p join past_attendance a on a.person_id = p.person_id where a.result <> 'FAILED'
      union all select e.person_id, c.course_id from member p join class_enrollment e on e.person_id = p.person_id
        join training_class c on c.id = e.class_id where e.state in ('PASSED', 'CERTIFIED')) x
    join course_type t on t.id = x.course_id and t.code like 'THEORY\\_%' group by x.person_id) l on l.person_id = m.person_id
  group by 1, 4`;

/** Whoever belongs to a cell of `below` today, once. */
export const MEMBERS_SQL = `
  select distinct on (r.person_id) r.person_id, r.node_id from roster_line r join below b on b.id = r.node_id
  where r.valid_from <= $5::date and (r.valid_to is null or r.valid_to > $5::date) and r.enrollment <> 'TEMPORARY_HERE'`;
