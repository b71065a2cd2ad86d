import type { RuleContext } from '@vungmanh/regulations/rule-at';
import type { Reader } from '../db/reader.js';

/** Where the rules are asked for: the type of an organization, and its path from itself up to the province. */
export async function ruleContextOf(reader: Reader, nodeId: string): Promise<RuleContext> {
  const [row] = await reader.query<{ type_code: string | null; path: string[] }>(
    `select (select n.type_code from node_view n where n.id = $1) as type_code,
       array(select t.ancestor from tree_now t where t.descendant = $1 order by t.depth) as path`,
    [nodeId],
  );
  if (!row) return {};
  return { path: row.path, ...(row.type_code === null ? {} : { nodeType: row.type_code }) };
}
