import type { OverviewRow } from '@vungmanh/contracts/meetings/overview';
import type { Reader } from '@vungmanh/platform/db/reader';
import { shownSql } from './figures.js';

/** A row as the driver reads it. */
export type FigureRow<More = object> = Omit<OverviewRow, 'parentId'> & { parentId: string | null } & More;

/** An organization `n` with its figures `f`. */
export const rowSql = `n.id as "nodeId", n.parent_id as "parentId", n.name, n.code, n.type_code as "typeCode", ${shownSql}`;

/** On the wire optional means absent. */
export function rowOf({ parentId, ...row }: FigureRow): OverviewRow {
  return parentId === null ? row : { ...row, parentId };
}

interface Which {
  readonly nodeId: string;
  readonly month: string;
  /** 1 for the children. */
  readonly depth?: number;
  /** Further columns and conditions; ours, never input. */
  readonly moreSql?: string;
  readonly insideSql?: (params: unknown[]) => string;
}

/** An organization, then what lies below it, level by level and by code; ended ones where they still have figures in that month. */
export async function readRows<More = object>(reader: Reader, which: Which): Promise<FigureRow<More>[]> {
  const params: unknown[] = [which.nodeId, which.month];
  const conditions = [
    't.ancestor = $1',
    `(n.status = 'ACTIVE' or f.bodies > 0 or t.depth = 0)`,
    ...(which.depth === undefined ? [] : [`t.depth <= $${params.push(which.depth)}`]),
    ...(which.insideSql ? [which.insideSql(params)] : []),
  ];
  return reader.query<FigureRow<More>>(
    `select ${rowSql}${which.moreSql ? `, ${which.moreSql}` : ''}
     from tree_now t join node_view n on n.id = t.descendant left join node_month f on f.node_id = n.id and f.month = $2
     where ${conditions.join(' and ')} order by t.depth, n.code, n.id`,
    params,
  );
}
