import { temporaryPermissions } from '@vungmanh/contracts/identity/temporary-grant';
import { neverOnBehalf } from '@vungmanh/contracts/permission';
import type { Reader } from '@vungmanh/platform/db/reader';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { ruleAt } from '@vungmanh/regulations/rule-at';

/** Joins to `g` (a grant) what {@link heldSql} shows of it. */
export const HELD_JOINS_SQL = `join role r on r.code = g.role_code
  left join account giver on giver.id = g.given_by left join account approver on approver.id = g.approved_by
  left join account principal on principal.id = g.on_behalf_of`;

const ofRoleSql = (whereSql: string): string =>
  `array(select p from unnest(r.permissions) with ordinality as of_role(p, n) where ${whereSql} order by n)`;

/** What a grant `g` of a role `r` lets do: in another's name not everything, and for a while only what reads, whatever the role has become. */
export const allowedSql = `case when g.source_id is not null then ${ofRoleSql(`p = any('{${temporaryPermissions.join(',')}}')`)}
  when g.on_behalf_of is null then r.permissions else ${ofRoleSql(`p <> all('{${neverOnBehalf.join(',')}}')`)} end`;

/** An instant as the wire has it. `sql` is a column of ours. */
export const instantSql = (sql: string): string => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An account by its name, or null. `alias` is a joined account. */
export const namedSql = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.display_name) end`;

/** Days before its end from which a grant is warned of; none where no rule says so. */
export const warnDays = async (reader: Reader, today: string): Promise<number> =>
  ruleAt('account.grant.warn_days', today, await provinceContext(reader))?.value ?? 0;

/** A grant `g` with its joins, as its holder and its giver see it (HeldGrant). `p` adds a parameter and answers its place. */
export function heldSql(p: (value: unknown) => string, { today, warn }: { today: string; warn: number }): string {
  return `jsonb_strip_nulls(jsonb_build_object(
    'id', g.id, 'nodeId', g.node_id, 'below', g.below, 'validFrom', g.valid_from, 'validTo', g.valid_to, 'version', g.version,
    'role', jsonb_build_object('code', r.code, 'label', r.label, 'permissions', ${allowedSql}),
    'endsSoon', coalesce(g.source_id is null and g.valid_to <= ${p(today)}::date + ${p(warn)}::integer, false),
    'givenBy', ${namedSql('giver')}, 'approvedBy', ${namedSql('approver')}, 'onBehalfOf', ${namedSql('principal')}, 'givenAt', ${instantSql('g.given_at')},
    'source', case when g.source_id is not null then jsonb_build_object('kind', g.source_kind, 'id', g.source_id) end))`;
}
