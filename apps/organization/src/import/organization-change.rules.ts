import type { CellRemark, OrganizationColumn } from '@vungmanh/contracts/organization/import-sheet';
import type { Sector } from '@vungmanh/contracts/organization/node-type';
import type { CalendarDate } from '@vungmanh/contracts/types';

/** An organization that stands, as far as the sheet can speak of it. */
export interface StandingNode {
  id: string;
  version: number;
  code: string;
  name: string;
  typeCode: string;
  parentCode: string | null;
  sector: string | null;
  hasSeal: boolean | null;
  establishedOn: CalendarDate | null;
  decisionNumber: string | null;
  /** The day from which it stands in the tree; null for the province. */
  standsFrom: CalendarDate | null;
}

/** What applying the row will write. */
export interface RowFacts {
  code: string;
  name: string;
  typeCode: string;
  parentCode?: string;
  sector: string | null;
  hasSeal: boolean | null;
  establishedOn: CalendarDate | null;
  decisionNumber: string | null;
}

/** The cells of a row that say something else than what stands, each with what stands. */
export function changesOf(now: StandingNode, next: RowFacts, sectors: readonly Sector[]): CellRemark[] {
  const sector = sectors.find((s) => s.code === now.sector)?.label ?? now.sector;
  const seal = now.hasSeal === null ? null : now.hasSeal ? 'Có' : 'Không';
  const compared: [column: OrganizationColumn, differs: boolean, was: string | null][] = [
    ['name', next.name !== now.name, now.name],
    ['sector', next.sector !== now.sector, sector],
    ['hasSeal', next.hasSeal !== now.hasSeal, seal],
    ['establishedOn', next.establishedOn !== now.establishedOn, now.establishedOn?.split('-').toReversed().join('/') ?? null],
    ['decisionNumber', next.decisionNumber !== now.decisionNumber, now.decisionNumber],
  ];
  return compared
    .filter(([, differs]) => differs)
    .map(([column, , was]) => ({ column, kind: 'CHANGED', says: was ? `Đang là: ${was}.` : 'Đang để trống.' }));
}
