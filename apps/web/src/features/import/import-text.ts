import type { Import } from '@vungmanh/contracts/organization/import';
import {
  type CellRemark,
  type ImportRow,
  type ImportSheet,
  memberColumns,
  organizationColumns,
  type RowCounts,
  type SheetColumn,
} from '@vungmanh/contracts/organization/import-sheet';
import { showCount } from '../../text/numbers.js';
import type { Tone } from '../../ui/badge.js';

/** What the preview can be narrowed to. */
export type RowFilter = ImportRow['state'] | 'WARNING';

export const isUnderWay = (state: Import['state']): boolean =>
  state === 'READING' || state === 'CHECKING' || state === 'APPLYING_ORGANIZATIONS' || state === 'APPLYING_MEMBERS';

export const stateTone: Record<Import['state'], Tone> = {
  READING: 'active',
  CHECKING: 'active',
  READY: 'wait',
  APPLYING_ORGANIZATIONS: 'active',
  APPLYING_MEMBERS: 'active',
  DONE: 'done',
  REFUSED: 'late',
  CANCELED: 'muted',
};

export const columnsOf = (sheet: ImportSheet): readonly SheetColumn[] => (sheet === 'ORGANIZATIONS' ? organizationColumns : memberColumns);

export const countsOf = (run: Import, sheet: ImportSheet): RowCounts | undefined => (sheet === 'ORGANIZATIONS' ? run.organizations : run.members);

/** The sheets that the workbook has, organizations first. */
export const sheetsOf = (run: Import): readonly ImportSheet[] =>
  (['ORGANIZATIONS', 'MEMBERS'] as const).filter((sheet) => countsOf(run, sheet) !== undefined);

export const allRows = (counts: RowCounts): number => counts.new + counts.changed + counts.unchanged + counts.errors;

const nouns: Record<ImportSheet, string> = { ORGANIZATIONS: 'tổ chức đảng', MEMBERS: 'đảng viên' };

function sheetSentence(sheet: ImportSheet, counts: RowCounts): string {
  const parts = [
    counts.new > 0 ? `thêm mới ${showCount(counts.new)} ${nouns[sheet]}` : undefined,
    counts.changed > 0 ? `thay đổi ${showCount(counts.changed)} ${nouns[sheet]}` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? `không thay đổi ${nouns[sheet]} nào` : parts.join(', ');
}

/** In one sentence what confirming would write: 'Sẽ thêm mới 12 tổ chức đảng; thêm mới 300 đảng viên, thay đổi 4 đảng viên.' */
export function confirmSentence(run: Import, sheets: readonly ImportSheet[]): string {
  const parts = sheets.flatMap((sheet) => {
    const counts = countsOf(run, sheet);
    return counts ? [sheetSentence(sheet, counts)] : [];
  });
  if (parts.length > 0) return `Sẽ ${parts.join('; ')}.`;
  const takeable = sheetsOf(run).some((sheet) => countsOf(run, sheet)?.errors === 0);
  return takeable ? 'Chưa chọn trang tính nào.' : 'Chưa nhập được: đồng chí sửa các dòng có lỗi trong tệp rồi gửi lại.';
}

/** Whether confirming these sheets would change anything. */
export const changesAnything = (run: Import, sheets: readonly ImportSheet[]): boolean =>
  sheets.some((sheet) => {
    const counts = countsOf(run, sheet);
    return counts !== undefined && counts.new + counts.changed > 0;
  });

/** The columns in which these rows say something, in the order of the sheet. */
export function columnsWithContent(columns: readonly SheetColumn[], rows: readonly ImportRow[]): readonly SheetColumn[] {
  const said = new Set(rows.flatMap((row) => [...Object.keys(row.cells), ...row.remarks.map((r) => r.column)]));
  return columns.filter((column) => said.has(column.key));
}

const weight: Record<CellRemark['kind'], number> = { ERROR: 2, WARNING: 1, CHANGED: 0 };

/** What one cell should be marked as: the worst of what is said of it. */
export const worstOf = (remarks: readonly CellRemark[]): CellRemark['kind'] | undefined =>
  remarks.map((r) => r.kind).sort((a, b) => weight[b] - weight[a])[0];

/** Remarks about the row as a whole: those that name no column of the sheet. */
export function rowRemarks(columns: readonly SheetColumn[], row: ImportRow): readonly CellRemark[] {
  const keys = new Set(columns.map((c) => c.key));
  return row.remarks.filter((r) => !keys.has(r.column));
}
