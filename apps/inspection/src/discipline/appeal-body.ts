import type { Reader } from '@vungmanh/platform/db/reader';
import { bodiesOf } from './discipline.rules.js';

/**
 * Where an appeal against a decision goes: the inspection commission of the nearest organization above that has one, one level at a
 * time (Điều lệ Đảng, Điều 39). Undefined above the province, which the platform does not reach.
 */
export async function appealBody(reader: Reader, decidingNodeId: string): Promise<{ nodeId: string; name: string } | undefined> {
  const above = await reader.query<{ id: string; name: string; type_code: string }>(
    `select n.id, n.name, n.type_code from tree_now t join node_view n on n.id = t.ancestor
     where t.descendant = $1 and t.ancestor <> $1 order by t.depth`,
    [decidingNodeId],
  );
  const next = above.find((node) => bodiesOf(node.type_code).includes('INSPECTION_COMMISSION'));
  return next && { nodeId: next.id, name: `Ủy ban kiểm tra ${next.name.replace(/^Đảng bộ/u, 'Đảng ủy')}` };
}
