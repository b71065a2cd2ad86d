import { z } from 'zod';
import { command, query } from '../operation.js';
import { conflict } from '../problem.js';
import { ImportRow, memberColumns, RowCounts, RowState } from '../organization/import-sheet.js';
import { Done, Id, page, pageInput } from '../types.js';

const access = { internal: ['organization'] } as const;
const importId = { importId: Id };

/** A cell of the Party that organization has found for what rows say; it may come into being with this very import. */
const FoundCell = z.strictObject({ nodeId: Id, meetsAsCell: z.boolean() });

const Column = z.enum(memberColumns.map((c) => c.key));
const Columns = z.array(Column).max(memberColumns.length);
/** Between the texts of a row; cells are single lines, no text holds it. */
export const BETWEEN_TEXTS = '\t';
const TEXT_AT_MOST = 2000;

/** A row of the sheet of members. A province's workbook has a million cells: as objects, even as a list, they would cost more than what they say. */
export const MemberSheetRow = z.strictObject({
  row: z.number().int().positive(),
  /** In the order of the call's `columns`, one {@link BETWEEN_TEXTS} apart; '' is an empty cell, a day is 'YYYY-MM-DD'. */
  texts: z.string().max(memberColumns.length * (TEXT_AT_MOST + BETWEEN_TEXTS.length)),
  /** Cells that were numbers, and may have lost zeros at their beginning. */
  numbers: Columns.optional(),
  /** Cells that cannot be taken; their text says why, in Vietnamese. */
  broken: Columns.optional(),
  /** Place in the call's `cells` of what `cellCode`, or else `cellName`, names; absent when the row names none. */
  cell: z.number().int().nonnegative().optional(),
});
export type MemberSheetRow = z.infer<typeof MemberSheetRow>;

/** Keeps rows of an import aside, by row number; sent again they are as before. */
export const stageMembers = command({
  subject: 'membership.import.stage',
  access,
  audit: 'Nhận dòng đảng viên từ tệp Excel',
  on: 'many',
  input: z.strictObject({
    rows: z.array(MemberSheetRow).min(1).max(1000),
    ...importId,
    columns: Columns,
    /** Null: names nothing below the organization of the import, or more than one. */
    cells: z.array(FoundCell.nullable()).max(1000),
  }),
  output: Done,
  deadlineSeconds: 20,
});

/** Judges every staged row against the register and against each other; the register stays as it is. Safe to repeat. */
export const checkMembers = command({
  subject: 'membership.import.check',
  access,
  audit: 'Kiểm tra danh sách đảng viên từ tệp Excel',
  on: 'many',
  input: z.strictObject(importId),
  output: RowCounts,
  deadlineSeconds: 60,
});

/** Staged rows as the preview shows them, in the order of the sheet. */
export const stagedMembers = query({
  subject: 'membership.import.rows',
  access,
  input: z.strictObject({ ...importId, state: z.enum([...RowState.options, 'WARNING']).optional(), ...pageInput }),
  output: page(ImportRow),
});

/** Writes all staged rows or none; an import that has been applied answers what it answered. Judged once more in the same transaction. */
export const applyMembers = command({
  subject: 'membership.import.apply',
  access,
  audit: 'Ghi danh sách đảng viên từ tệp Excel',
  on: 'many',
  input: z.strictObject({ ...importId, accountId: z.string().max(100) }),
  output: RowCounts,
  errors: {
    'membership/import-has-errors': conflict('Danh sách đảng viên đã thay đổi từ khi kiểm tra và nay có dòng lỗi. Hãy nhập lại tệp.'),
  },
  deadlineSeconds: 120,
});

/** Forgets the staged rows of an import that was canceled. */
export const dropMembers = command({
  subject: 'membership.import.drop',
  access,
  audit: 'Bỏ danh sách đảng viên đã đọc từ tệp Excel',
  on: 'many',
  input: z.strictObject(importId),
  output: Done,
  deadlineSeconds: 20,
});

/**
 * Members of an organization and all below it as rows of the workbook: values as a person would type them, dates as dd/mm/yyyy.
 * `accountId` is who exports: every member on the page gets an audit row that they can see.
 */
export const exportMembers = query({
  subject: 'membership.export.page',
  access,
  audit: 'Kết xuất danh sách đảng viên',
  input: z.strictObject({ nodeId: Id, accountId: z.string().max(100), ...pageInput, limit: z.number().int().min(1).max(2000).default(1000) }),
  output: page(z.strictObject({ id: Id, cells: z.partialRecord(Column, z.string()) })),
});
