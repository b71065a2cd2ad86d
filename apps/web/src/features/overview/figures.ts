import { thematicMissingText, type OverviewRow } from '@vungmanh/contracts/meetings/overview';
import type { Month } from '@vungmanh/contracts/types';
import { monthsOf, quarterOf } from '@vungmanh/regulations/calendar';
import type { Tone } from '../../ui/badge.js';

type Figures = Omit<OverviewRow, 'nodeId' | 'parentId' | 'name' | 'code' | 'typeCode'>;

const sumOf = (rows: readonly OverviewRow[], figure: keyof Figures): number => rows.reduce((sum, row) => sum + row[figure], 0);

/**
 * What the organization itself adds to what lies right below it, so that the lines of the table add up to its totals:
 * its own committee and, where the person may not see all of it, the rest. Nothing when there is nothing to add.
 */
export function ownPart(top: OverviewRow, children: readonly OverviewRow[]): OverviewRow | undefined {
  const rest = (figure: keyof Figures): number => top[figure] - sumOf(children, figure);
  const figures: Figures = {
    bodies: rest('bodies'),
    planned: rest('planned'),
    noticed: rest('noticed'),
    met: rest('met'),
    confirmed: rest('confirmed'),
    published: rest('published'),
    missed: rest('missed'),
    present: rest('present'),
    expected: rest('expected'),
    overdueTasks: rest('overdueTasks'),
    openTasks: rest('openTasks'),
    deviations: rest('deviations'),
    thematicDue: rest('thematicDue'),
    thematicDone: rest('thematicDone'),
  };
  if (Object.values(figures).every((n) => n === 0)) return undefined;
  return { ...top, ...figures, name: figures.bodies > 1 ? 'Cấp ủy và các phần khác của tổ chức này' : 'Cấp ủy của tổ chức này' };
}

export type Step = 'NONE' | 'UNPLANNED' | 'PLANNED' | 'NOTICED' | 'MET' | 'CONFIRMED' | 'PUBLISHED' | 'MISSED';

/** How far the meeting of the month of one body has come. */
export function stepOf(row: Pick<OverviewRow, 'bodies' | 'planned' | 'noticed' | 'met' | 'confirmed' | 'published' | 'missed'>): Step {
  if (row.missed > 0) return 'MISSED';
  if (row.published > 0) return 'PUBLISHED';
  if (row.confirmed > 0) return 'CONFIRMED';
  if (row.met > 0) return 'MET';
  if (row.noticed > 0) return 'NOTICED';
  if (row.planned > 0) return 'PLANNED';
  return row.bodies === 0 ? 'NONE' : 'UNPLANNED';
}

export const stepLook: Record<Step, { readonly label: string; readonly tone: Tone }> = {
  NONE: { label: 'Chưa có số liệu', tone: 'muted' },
  UNPLANNED: { label: 'Chưa lập kế hoạch', tone: 'wait' },
  PLANNED: { label: 'Đã lập kế hoạch', tone: 'plain' },
  NOTICED: { label: 'Đã thông báo', tone: 'plain' },
  MET: { label: 'Đã họp', tone: 'active' },
  CONFIRMED: { label: 'Biên bản đã ký', tone: 'active' },
  PUBLISHED: { label: 'Đã công bố', tone: 'done' },
  MISSED: { label: 'Chưa sinh hoạt', tone: 'late' },
};

/** 'quý IV' of '2026-Q4'. */
export const quarterName = (quarter: string): string => thematicMissingText(quarter).split(' ').slice(-2).join(' ');

/** What a cell's year says of the thematic meeting of a quarter: once, in its last month. */
export function thematicOf(row: Pick<OverviewRow, 'thematicDue' | 'thematicDone'> & { month: Month }): string {
  const quarter = quarterOf(row.month);
  if (row.thematicDue === 0 || row.month !== monthsOf(quarter)[2]) return '';
  return row.thematicDone < row.thematicDue ? thematicMissingText(quarter) : `Đã sinh hoạt chuyên đề ${quarterName(quarter)}`;
}

/** Where the view begins: the person's highest organizations where the overview is open to them. */
export function startsOf(roots: readonly string[], open: readonly string[]): readonly string[] {
  const high = roots.filter((id) => open.includes(id));
  return high.length > 0 ? high : open;
}
