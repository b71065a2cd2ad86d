/**
 * The cell to which a person belongs, or belonged when they left the Party; `personSql` is a column of ours, never input. Whoever sees only
 * the cell that somebody has moved away from must not take that for theirs: what ended counts only where the membership ended with it.
 */
export const homeCellSql = (personSql: string): string =>
  `(select e.node_id from roster_enrollment e where e.person_id = ${personSql} and e.kind = 'OFFICIAL' and (e.valid_to is null or exists (
      select from roster_status s where s.person_id = e.person_id and s.status not in ('OFFICIAL', 'PROBATIONARY') and s.valid_to is null and s.valid_from <= e.valid_to))
    order by e.valid_from desc limit 1)`;
