import { newId } from '@vungmanh/contracts/new-id';
import type { ImportCell, RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import type { Tx } from '@vungmanh/platform/db/tx';
import { readSectors, readTypes } from '../node-type/node-type.rows.js';
import type { Reader } from '@vungmanh/platform/db/reader';
import { checkOrganizations, codeOf, type CheckedRow, type OrganizationRow, type Standing } from './check-organizations.rules.js';
import type { RowFacts, StandingNode } from './organization-change.rules.js';

/** What the sheet is judged against: three statements, and one for the codes of the sheet. */
export async function standingBelow(reader: Reader, nodeId: string, codes: readonly string[], today: string): Promise<Standing> {
  const nodes = await reader.query<StandingNode>(
    `select n.id, n.version, n.code, n.name, n.type_code as "typeCode", u.code as "parentCode", o.sector, o.has_seal as "hasSeal",
       o.established_on::text as "establishedOn", o.decision_number as "decisionNumber", p.valid_from::text as "standsFrom"
     from tree_now t join node_view n on n.id = t.descendant join node o on o.id = n.id
       left join node_view u on u.id = n.parent_id left join node_parent p on p.node_id = n.id and p.valid_to is null
     where t.ancestor = $1`,
    [nodeId],
  );
  const elsewhere = await reader.query<{ code: string }>(
    `select c.code from node_code c where c.code = any($2::text[]) and c.valid_to is null
       and not exists (select 1 from tree_now t where t.ancestor = $1 and t.descendant = c.node_id)`,
    [nodeId, codes],
  );
  return {
    today,
    types: await readTypes(reader),
    sectors: await readSectors(reader),
    nodes: new Map(nodes.map((n) => [n.code, n])),
    rootCode: nodes.find((n) => n.id === nodeId)?.code ?? '',
    takenElsewhere: new Set(elsewhere.map((e) => e.code)),
  };
}

/** A cell of the Party that rows of members may name. */
export interface NamedCell {
  nodeId: string;
  meetsAsCell: boolean;
  code: string;
  name: string;
  isNew: boolean;
}

export interface Staged {
  counts: RowCounts;
  /** Everything that stands or is new, for the members' sheet to refer to. */
  named: NamedCell[];
}

/** Judges the sheet and sets its rows aside, in place of those of an earlier attempt; new organizations get their ids here. */
export async function stageOrganizations(tx: Tx, of: { importId: string; nodeId: string }, rows: readonly OrganizationRow[]): Promise<Staged> {
  const standing = await standingBelow(tx, of.nodeId, rows.map(codeOf), tx.clock.today());
  const checked = checkOrganizations(rows, standing);
  const earlier = await idsOfEarlier(tx, of.importId);
  const ids = checked.map((c) => c.standing?.id ?? (c.facts ? (earlier.get(c.facts.code) ?? newId(tx.clock.millis())) : null));
  await tx.query('delete from import_organization where import_id = $1', [of.importId]);
  await tx.query(
    `insert into import_organization (import_id, row, state, warned, cells, remarks, node_id, node_version, facts)
     select $1, * from unnest($2::int[], $3::text[], $4::bool[], $5::jsonb[], $6::jsonb[], $7::uuid[], $8::int[], $9::jsonb[])`,
    [
      of.importId,
      checked.map((c) => c.row),
      checked.map((c) => c.state),
      checked.map((c) => c.remarks.some((r) => r.kind === 'WARNING')),
      rows.map((r) => JSON.stringify(shown(r.cells))),
      checked.map((c) => JSON.stringify(c.remarks)),
      ids,
      checked.map((c) => c.standing?.version ?? null),
      checked.map((c) => (c.facts ? JSON.stringify(c.facts) : null)),
    ],
  );
  return { counts: countsOf(checked), named: namedBy(checked, ids, standing) };
}

/** Ids that an earlier attempt gave: members of the same file have been sent with them. */
async function idsOfEarlier(tx: Tx, importId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ code: string; node_id: string }>(
    `select facts ->> 'code' as code, node_id from import_organization where import_id = $1 and state = 'NEW'`,
    [importId],
  );
  return new Map(rows.map((r) => [r.code, r.node_id]));
}

/** Cells as the preview shows them; of one that cannot be taken the remark tells. */
function shown(cells: Partial<Record<string, ImportCell>>): Record<string, string> {
  const entries = Object.entries(cells).flatMap(([key, cell]): [string, string][] => {
    if (!cell || cell.kind === 'BROKEN') return [];
    return [[key, cell.kind === 'DATE' ? cell.text.split('-').toReversed().join('/') : cell.text]];
  });
  return Object.fromEntries(entries);
}

function countsOf(checked: readonly CheckedRow[]): RowCounts {
  const count = (state: CheckedRow['state']): number => checked.filter((c) => c.state === state).length;
  return {
    new: count('NEW'),
    changed: count('CHANGED'),
    unchanged: count('UNCHANGED'),
    errors: count('ERROR'),
    warnings: checked.filter((c) => c.remarks.some((r) => r.kind === 'WARNING')).length,
  };
}

/** What members may name when the sheet of organizations is applied; without a sheet, what stands. */
export function namedBy(checked: readonly CheckedRow[], ids: readonly (string | null)[], standing: Standing): NamedCell[] {
  const meets = (typeCode: string): boolean => standing.types.findLast((t) => t.code === typeCode)?.traits.meetsAsCell ?? false;
  const named = new Map<string, NamedCell>();
  for (const n of standing.nodes.values()) {
    named.set(n.code, { nodeId: n.id, code: n.code, name: n.name, meetsAsCell: meets(n.typeCode), isNew: false });
  }
  checked.forEach(({ facts, standing: node }, i) => {
    const nodeId = ids[i];
    if (facts && nodeId) named.set(facts.code, { nodeId, code: facts.code, name: facts.name, meetsAsCell: meets(facts.typeCode), isNew: !node });
  });
  return [...named.values()];
}

/** A staged row as applying needs it. */
export interface StagedRow {
  state: 'NEW' | 'CHANGED';
  nodeId: string;
  nodeVersion: number | null;
  facts: RowFacts;
}

export async function rowsToApply(tx: Tx, importId: string): Promise<StagedRow[]> {
  return tx.query<StagedRow>(
    `select state, node_id as "nodeId", node_version as "nodeVersion", facts from import_organization
     where import_id = $1 and state in ('NEW', 'CHANGED') order by row`,
    [importId],
  );
}
