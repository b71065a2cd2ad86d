import type { Inspector } from '@vungmanh/contracts/inspection/kind';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import type { Reader } from '@vungmanh/platform/db/reader';
import { bodiesOf } from './discipline.rules.js';

interface Above {
  id: string;
  name: string;
  traits: NodeTraits;
}

/** The organizations above one, the nearest first; `self` with the one itself. */
const organizationsAbove = (reader: Reader, nodeId: string, self = false): Promise<Above[]> =>
  reader.query<Above>(
    `select n.id, n.name, n.traits from tree_now t join node_view n on n.id = t.ancestor
     where t.descendant = $1 and (t.ancestor <> $1 or $2) order by t.depth`,
    [nodeId, self],
  );

/**
 * Where an appeal against a decision goes: the inspection commission of the nearest organization above that has one, one level at a
 * time (Điều lệ Đảng, Điều 39). Undefined above the province, which the platform does not reach.
 */
export async function appealBody(reader: Reader, decidingNodeId: string): Promise<{ nodeId: string; name: string } | undefined> {
  const above = await organizationsAbove(reader, decidingNodeId);
  const next = above.find((node) => bodiesOf(node.traits).includes('INSPECTION_COMMISSION'));
  return next && { nodeId: next.id, name: commissionName(next.name) };
}

/** 'Ủy ban kiểm tra Đảng ủy xã A'. */
export const commissionName = (nodeName: string): string => `Ủy ban kiểm tra ${nodeName.replace(/^Đảng bộ/u, 'Đảng ủy')}`;

/** The body as a sentence calls it: a cell by its own name, a committee as "Đảng ủy …". */
export const bodyName = (actor: Inspector, nodeName: string): string =>
  actor === 'INSPECTION_COMMISSION' ? commissionName(nodeName) : actor === 'CELL' ? nodeName : nodeName.replace(/^Đảng bộ/u, 'Đảng ủy');

/** A body to which a form of discipline can be proposed. */
export interface BodyAbove {
  readonly nodeId: string;
  readonly nodeName: string;
  readonly actor: Inspector;
}

/** To whom a body proposes what it may not decide: committees and commissions above it; a commission also to its own committee. */
export async function bodiesAbove(reader: Reader, { nodeId, actor }: { nodeId: string; actor: Inspector }): Promise<BodyAbove[]> {
  const above = await organizationsAbove(reader, nodeId, actor === 'INSPECTION_COMMISSION');
  return above.flatMap(({ id, name, traits }) =>
    bodiesOf(traits)
      .filter((one) => deciding.has(one) && !(id === nodeId && one === actor))
      .map((one) => ({ nodeId: id, nodeName: name, actor: one })),
  );
}

const deciding: ReadonlySet<Inspector> = new Set(['SECTION_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_COMMITTEE', 'INSPECTION_COMMISSION']);
