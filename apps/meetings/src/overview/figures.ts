import type { OverviewRow } from '@vungmanh/contracts/meetings/overview';

export type Figure = Exclude<keyof OverviewRow, 'nodeId' | 'parentId' | 'name' | 'code' | 'typeCode'>;

/** The column of each figure, in `body_month` and in `node_month`. */
const columnOf: Readonly<Record<Figure, string>> = {
  bodies: 'bodies',
  planned: 'planned',
  noticed: 'noticed',
  met: 'met',
  confirmed: 'confirmed',
  published: 'published',
  missed: 'missed',
  present: 'present',
  expected: 'expected',
  openTasks: 'open_tasks',
  overdueTasks: 'overdue_tasks',
  deviations: 'deviations',
  thematicDue: 'thematic_due',
  thematicDone: 'thematic_done',
};

export const figureNames = Object.keys(columnOf) as Figure[];
export const columns: readonly string[] = Object.values(columnOf);

const each = (sqlOf: (column: string) => string): string => columns.map(sqlOf).join(', ');

export const columnsSql = each((c) => c);
export const sumsSql = each((c) => `sum(m.${c})::int`);
export const replacedSql = each((c) => `${c} = excluded.${c}`);

/** The figures of a row `f` that may be missing, named as on the wire. */
export const shownSql = Object.entries(columnOf)
  .map(([name, column]) => `coalesce(f.${column}, 0) as "${name}"`)
  .join(', ');
