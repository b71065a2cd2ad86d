/** Whether a person is suspended on a day: from all activities, or where it is a committee that meets, from committees too. SQL of ours. */
export const suspendedSql = (personColumn: string, dayColumn: string, of: 'CELL' | 'COMMITTEE'): string =>
  `exists (select from roster_suspension x where x.person_id = ${personColumn} and x.valid_from <= ${dayColumn}
    and (x.valid_to is null or x.valid_to > ${dayColumn})${of === 'CELL' ? ` and x.kind = 'ACTIVITIES'` : ''})`;
