import type { CalendarDate } from '@vungmanh/contracts/types';
import { readOverride } from '@vungmanh/regulations/override';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import type { Reader } from '../db/reader.js';

/** A row of {@link localRulesSql}. */
export interface LocalRule {
  readonly nodeId: string;
  readonly key: string;
  readonly value: unknown;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly source: string;
}

/** The values that the province set, of any day, as one JSON list: read once a statement, however many rows it has; null where there are none. */
export const localRulesSql = `(select jsonb_agg(jsonb_build_object('nodeId', r.node_id, 'key', r.key, 'value', r.value,
  'validFrom', r.valid_from, 'validTo', r.valid_to, 'source', r.source)) from rule_view r where r.valid_to is null or r.valid_to > r.valid_from)`;

/** What was read by {@link localRulesSql} as `ruleAt` takes it. */
export function overridesOf(rows: readonly LocalRule[] | null): Pick<RuleContext, 'overrides'> {
  const overrides = (rows ?? []).flatMap(({ validTo, ...row }) => readOverride({ ...row, ...(validTo === null ? {} : { validTo }) }) ?? []);
  return overrides.length === 0 ? {} : { overrides };
}

/** Where the rules are asked for: the type of an organization, its path from itself up to the province, and what was set along it. */
export async function ruleContextOf(reader: Reader, nodeId: string): Promise<RuleContext> {
  const [row] = await reader.query<{ type_code: string | null; path: string[]; rules: LocalRule[] | null }>(
    `select (select n.type_code from node_view n where n.id = $1) as type_code,
       array(select t.ancestor from tree_now t where t.descendant = $1 order by t.depth) as path, ${localRulesSql} as rules`,
    [nodeId],
  );
  if (!row) return {};
  return { path: row.path, ...overridesOf(row.rules), ...(row.type_code === null ? {} : { nodeType: row.type_code }) };
}

/** Where a rule is asked for the whole province: only the province itself sets values, so whatever was set counts. */
export async function provinceContext(reader: Reader): Promise<RuleContext> {
  const [row] = await reader.query<{ rules: LocalRule[] | null }>(`select ${localRulesSql} as rules`);
  const local = overridesOf(row?.rules ?? null);
  return { ...local, path: [...new Set((local.overrides ?? []).map((one) => one.nodeId))] };
}
