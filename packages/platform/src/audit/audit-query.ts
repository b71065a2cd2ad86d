import { isKept, keptActs, ownActs, type AuditLine } from '@vungmanh/contracts/audit';
import { present } from '../db/present.js';
import type { Reader } from '../db/reader.js';
import type { Scope } from '../scope/scope.js';
import { PAGE_COLUMNS, toldOf, type AuditPageRow } from './audit-rows.js';

/** What narrows the audit. */
export interface AuditFilters {
  readonly nodeId: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actorId?: string | undefined;
  readonly operation?: string | undefined;
  readonly personId?: string | undefined;
}

/** Rows within the scope, the newest first, older than `after`. */
export async function readAudit(
  db: Reader,
  { input, scope }: { input: AuditFilters; scope: Scope },
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<AuditPageRow[]> {
  const { nodeId, from, to, actorId, operation, personId } = input;
  const params: unknown[] = [nodeId];
  const p = (value: unknown): string => `$${params.push(value)}`;
  const { conditionSql: belowSql } = scope.below('a.node_id', '$1', params);
  // What happened in no organization is the province's: shown to who may read all that stands below its root.
  const nowhereSql = `a.node_id is null and ${scope.withinBelow('$1', params)} and exists (select from node_view r where r.id = $1 and r.parent_id is null)`;
  const conditions = [
    `(${belowSql} or ${nowhereSql})`,
    `not exists (select from unnest(${p(ownActs)}::text[]) as own(prefix) where starts_with(a.operation, own.prefix))`,
    ...(from === undefined ? [] : [`a.at >= ${p(from)}::timestamptz`]),
    ...(to === undefined ? [] : [`a.at < ${p(to)}::timestamptz`]),
    ...(actorId === undefined ? [] : [`(a.actor_id = ${p(actorId)} or a.on_behalf_of = ${p(actorId)})`]),
    ...(operation === undefined ? [] : [`a.operation = ${p(operation)}`]),
    ...(personId === undefined
      ? []
      : [
          `a.persons @> array[${p(personId)}::uuid]`,
          `not exists (select from unnest(${p(keptActs)}::text[]) as kept(prefix) where starts_with(a.operation, kept.prefix))`,
        ]),
    ...(after === undefined ? [] : [`a.id < ${p(after)}::uuid`]),
  ];
  return db.query<AuditPageRow>(
    `select ${PAGE_COLUMNS} from audit a left join node_view n on n.id = a.node_id
     where ${conditions.join(' and ')} order by a.id desc limit ${p(limit)}`,
    params,
  );
}

/** A row as the auditor reads it. */
export function lineOf(row: AuditPageRow, names: ReadonlyMap<string, string>): AuditLine {
  const actorName = names.get(row.actorId);
  const { targetId, persons, ...rest } = row;
  const about = isKept(row.operation) ? { persons: [] } : { ...present({ targetId }), persons };
  return { ...present(rest), ...about, ...toldOf(row.operation), ...(actorName === undefined ? {} : { actorName }) };
}
