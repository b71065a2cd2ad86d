import { suspendedSql } from '../roster/suspended.js';

/**
 * True when a meeting `m` has been told to a person, `$1`: as a member on the roll of its day (not one who is enrolled elsewhere for a
 * time, nor one who is suspended), by a seat in the committee that meets, or as the superior who follows the cell. Periods are half-open.
 */
const dayColumn = 'coalesce(m.held_on, m.planned_on)';

const inForceSql = (alias: 'e' | 't' | 'v' | 'f'): string =>
  `${alias}.valid_from <= ${dayColumn} and (${alias}.valid_to is null or ${alias}.valid_to > ${dayColumn})`;

export const asMemberSql = `(
  b.kind = 'CELL' and exists (
    select 1 from roster_enrollment e where e.person_id = $1 and e.node_id = m.node_id and ${inForceSql('e')})
  and not exists (
    select 1 from roster_enrollment t where t.person_id = $1 and t.kind = 'TEMPORARY' and t.node_id <> m.node_id and ${inForceSql('t')})
  and not ${suspendedSql('$1', dayColumn, 'CELL')}
  or b.kind = 'COMMITTEE' and exists (select 1 from seat_view v where v.person_id = $1 and v.body_id = m.body_id and ${inForceSql('v')})
  and not ${suspendedSql('$1', dayColumn, 'COMMITTEE')})`;

export const asFollowerSql = `exists (select 1 from follower_view f where f.person_id = $1 and f.body_id = m.body_id and ${inForceSql('f')})`;

/** A meeting that was told of or whose results are published: one handed in whole had its notice on paper. */
export const toldSql = `(m.noticed_at is not null or m.state = 'PUBLISHED')`;

/** The bodies in which the person has or had a place: the few whose meetings are looked at. */
export const bodiesOfSql = `(
  select b0.id from body_view b0 join roster_enrollment e0 on e0.node_id = b0.node_id and e0.person_id = $1
  union select v0.body_id from seat_view v0 where v0.person_id = $1
  union select f0.body_id from follower_view f0 where f0.person_id = $1)`;
