/**
 * The tasks of a member in the quarter, in which `l` is the line and `m` its supervision: as they stood when it was closed, or counted
 * where they stand. Those that the cell gave, by their deadline; what was dropped by a later resolution counts for nothing.
 */
export const taskCountsSql = (todaySql: string): string => `coalesce(l.tasks, (
  select jsonb_build_object('given', count(*), 'onTime', count(*) filter (where t.result in ('EXCEEDED', 'ON_TIME')),
    'late', count(*) filter (where t.result = 'LATE'), 'notDone', count(*) filter (where t.result = 'NOT_DONE'),
    'overdue', count(*) filter (where t.state = 'OPEN' and not t.reported and t.due < ${todaySql}::date),
    'running', count(*) filter (where t.state = 'OPEN' and (t.reported or t.due >= ${todaySql}::date)))
  from task_view t where t.node_id = l.node_id and t.due >= m.from_on and t.due < m.to_on and t.doer_ids @> array[l.person_id] and t.state <> 'CANCELLED'))`;

/** True for who sits in the body in `column` on the day; parameters by position. */
export const seatedSql = (column: string, personSql: string, todaySql: string): string => `exists (
  select 1 from seat_view s where s.body_id = ${column} and s.person_id = ${personSql}
    and s.valid_from <= ${todaySql}::date and (s.valid_to is null or s.valid_to > ${todaySql}::date))`;
