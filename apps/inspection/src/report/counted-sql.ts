/** One measure: what is counted, on which day, by which code, and which people stand on its list. */
interface Measured {
  readonly id: string;
  /** What it is part of, which its list belongs to. */
  readonly owner: string;
  readonly node: string;
  readonly day: string;
  readonly code: string;
  readonly subject: string;
  readonly list: string;
}

const aCase = { id: 'c.id', owner: 'c.id', node: 'c.node_id', day: 'c.opened_on', code: 'c.kind', subject: 'c.subject', list: 'c.listed_ids' };
const discipline = {
  id: 'd.id',
  owner: 'd.id',
  node: 'd.node_id',
  day: 'd.decided_on',
  code: 'd.form',
  subject: `case when d.subject = 'ORGANIZATION' then 'ORGANIZATION' else 'MEMBER' end`,
  list: 'd.readers',
};
const denunciation = { id: 'e.id', owner: 'e.id', node: 'e.node_id', day: 'e.received_on', subject: 'null::text', list: 'e.readers' };
const DECIDED = `d.state in ('DECIDED', 'IN_EFFECT', 'ENDED')`;

/** Parameters of the text, as SQL: two days (the last included), today, and the person who asks. */
export interface CountedBetween {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly asker: string;
}

/**
 * A row for each thing that a report counts: `id, owner_id, node_id, on_day, measure, code, subject, mine`, the last being whether who asks
 * stands on its list. The report counts these rows, and the list behind a figure shows them: so the two are the same.
 */
export function countedSql({ from: firstSql, to: lastSql, today: todaySql, asker: askerSql }: CountedBetween): string {
  const countSql = (measureSql: string, measured: Measured, fromSql: string): string => {
    const { id: idSql, owner: ownerSql, node: nodeSql, day: daySql, code: codeSql, subject: subjectSql, list: listSql } = measured;
    return `
    select ${idSql} as id, ${ownerSql} as owner_id, ${nodeSql} as node_id, ${daySql} as on_day, '${measureSql}' as measure, ${codeSql}::text as code,
      ${subjectSql} as subject, ${listSql} @> array[${askerSql}] as mine
    from ${fromSql} and ${daySql} >= ${firstSql} and ${daySql} <= ${lastSql}`;
  };
  const post = `coalesce((select s.post from body_view b join seat_view s on s.body_id = b.id
    where s.person_id = d.person_id and s.valid_from <= d.decided_on and (s.valid_to is null or s.valid_to > d.decided_on)
    order by array_position(array['SECRETARY', 'STANDING_DEPUTY', 'DEPUTY', 'STANDING_MEMBER', 'MEMBER'], s.post) limit 1), 'NONE')`;
  const recommended = `case when r.state = 'CLOSED' then 'CLOSED' when r.due_on < ${todaySql} then 'OVERDUE' else 'OPEN' end`;
  const violated = `exists (select from case_finding f where f.case_id = c.id and f.kind = 'VIOLATION' and f.withdrawn_at is null)`;
  const none = { subject: 'null::text' };
  return [
    countSql('CASE_OPENED', aCase, 'inspection_case c where true'),
    countSql('CASE_CONCLUDED', { ...aCase, day: 'c.concluded_on' }, 'inspection_case c where true'),
    countSql('CASE_WITH_VIOLATION', { ...aCase, day: 'c.concluded_on' }, `inspection_case c where ${violated}`),
    countSql(
      'RECOMMENDATION',
      { ...aCase, ...none, id: 'r.id', node: 'r.node_id', day: 'r.due_on', code: recommended },
      'recommendation r join inspection_case c on c.id = r.case_id where true',
    ),
    countSql('DISCIPLINE_BY_FORM', discipline, `discipline_case d where ${DECIDED}`),
    countSql('DISCIPLINE_BY_POST', { ...discipline, ...none, code: post }, `discipline_case d where d.person_id is not null and ${DECIDED}`),
    countSql(
      'DISCIPLINE_BY_CONTENT',
      { ...discipline, ...none, code: 'k.content' },
      `discipline_case d cross join unnest(d.contents) as k(content) where ${DECIDED}`,
    ),
    countSql(
      'SUSPENSION',
      { ...discipline, ...none, id: 's.id', day: 's.from_on', code: `'ALL'` },
      'suspension s join discipline_case d on d.id = s.case_id where true',
    ),
    countSql(
      'APPEAL',
      { ...discipline, ...none, id: 'a.id', node: 'a.node_id', day: 'a.on_day', code: 'coalesce(a.outcome, a.state)' },
      'appeal a join discipline_case d on d.id = a.case_id where true',
    ),
    countSql('DENUNCIATION', { ...denunciation, code: 'e.state' }, 'denunciation e where true'),
    countSql(
      'DENUNCIATION_ITEM',
      { ...denunciation, id: 'i.id', day: 'e.settled_on', code: 'i.result' },
      'denunciation e join denunciation_item i on i.denunciation_id = e.id where i.result is not null',
    ),
  ].join(' union all ');
}
