import type { Scope } from '@vungmanh/platform/scope/scope';
import { instantSql, namedSql } from '../grant/held.js';

/** Roles `r` as those who change them see them; `$1` is today. */
export const managedSql = `select jsonb_strip_nulls(jsonb_build_object(
    'code', r.code, 'label', r.label, 'permissions', r.permissions, 'handsOn', r.hands_on, 'fourEyes', r.four_eyes, 'version', r.version,
    'holders', (select count(*) from account_grant g
      where g.role_code = r.code and g.valid_from <= $1::date and (g.valid_to is null or g.valid_to > $1::date)),
    'pending', r.pending || jsonb_build_object('by', ${namedSql('proposer')}, 'at', ${instantSql('r.pending_at')}))) as role
  from role r left join account proposer on proposer.id = r.pending_by`;

/** True when the scope is the whole tree: everything below each of its roots. */
export function wholeSql(scope: Scope, params: unknown[]): string {
  return `(exists (select 1 from node_view n where n.parent_id is null)
    and not exists (select 1 from node_view n where n.parent_id is null and not ${scope.withinBelow('n.id', params)}))`;
}
