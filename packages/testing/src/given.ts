import type { GrantRow } from '@vungmanh/contracts/identity/grant';
import type { NodeRow, NodeTraits } from '@vungmanh/contracts/organization/tree';
import { permissions, type Permission } from '@vungmanh/contracts/permission';
import { randomUUID } from 'node:crypto';

const cell: NodeTraits = {
  meetsAsCell: true,
  mayHaveCommittee: true,
  hasSeal: false,
  inspectsAs: 'CELL',
  mayHaveInspectionCommission: false,
  mayHaveAdvisoryOrgans: false,
  symbol: 'CB',
};
const committee: NodeTraits = {
  meetsAsCell: false,
  mayHaveCommittee: true,
  hasSeal: true,
  inspectsAs: 'GRASSROOTS_COMMITTEE',
  mayHaveInspectionCommission: true,
  mayHaveAdvisoryOrgans: true,
  symbol: 'ĐU',
};

/** A committee organization (đảng bộ) of a world. */
export function committeeNode(name: string, parent?: NodeRow): NodeRow {
  return {
    id: randomUUID(),
    version: 1,
    name,
    code: name,
    typeCode: 'GRASSROOTS_COMMITTEE',
    status: 'ACTIVE',
    traits: committee,
    ...(parent ? { parentId: parent.id } : {}),
  };
}

/** A cell (chi bộ) of a world. */
export function cellNode(name: string, parent = province): NodeRow {
  return { ...committeeNode(name, parent), typeCode: 'CELL', sector: 'VILLAGE_RESIDENTIAL', traits: cell };
}

/**
 * Stands above what has no other parent here: an organization without one is the root, whose holders reach everything. The world need
 * not know it.
 */
export const province = committeeNode('Đảng bộ tỉnh');

/** A grant at a node and everything below it; all permissions unless some are named. */
export function grantAt(node: NodeRow, accountId: string, held: readonly Permission[] = permissions): GrantRow {
  return { id: randomUUID(), version: 1, accountId, nodeId: node.id, below: true, permissions: [...held], validFrom: '2020-01-01' };
}
