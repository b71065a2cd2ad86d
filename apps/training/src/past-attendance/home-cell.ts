/** The cell to which a person belongs, or last belonged; `personSql` is a column of ours, never input. */
export const homeCellSql = (personSql: string): string =>
  `(select e.node_id from roster_enrollment e where e.person_id = ${personSql} and e.kind = 'OFFICIAL' order by e.valid_from desc limit 1)`;
