import { otherActs, type AuditKind } from '@vungmanh/contracts/audit';
import { operations } from '@vungmanh/contracts/registry';

/** A row of the audit as pages need it. */
export interface AuditPageRow {
  readonly id: string;
  readonly at: string;
  readonly operation: string;
  readonly actorId: string;
  readonly onBehalfOf: string | null;
  readonly nodeId: string | null;
  readonly nodeName: string | null;
  readonly targetId: string | null;
  readonly persons: string[];
}

/** Columns of an {@link AuditPageRow} from `audit a left join node_view n`. */
export const PAGE_COLUMNS = `a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, a.operation, a.actor_id as "actorId",
  a.on_behalf_of as "onBehalfOf", a.node_id as "nodeId", n.name as "nodeName", a.target_id as "targetId", a.persons`;

const known = new Map<string, { act: string | undefined; kind: AuditKind }>([
  ...Object.entries(otherActs).map(([name, act]) => [name, { act, kind: 'CHANGE' as const }] as const),
  ...operations.map(
    (o) =>
      [o.subject, { act: 'audit' in o && typeof o.audit === 'string' ? o.audit : undefined, kind: o.type === 'query' ? 'READ' : 'CHANGE' }] as const,
  ),
]);

/** What an operation is called in the trail; one that is no more keeps its bare name. */
export function toldOf(operation: string): { act: string; kind: AuditKind } {
  const found = known.get(operation);
  return { act: found?.act ?? operation, kind: found?.kind ?? 'CHANGE' };
}
