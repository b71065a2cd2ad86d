import { parameter, since } from './parameter.js';
import * as s from './source.js';
import type { UnitValue } from './unit.js';

const NEW_KINDS = ['QC', 'TB', 'KL'];
const KINDS = ['NQ', 'QĐ', 'BC', 'KH', 'CTr', 'ĐA', 'PA', 'TTr', 'CV', 'BB'];

const layout = <const U extends 'millimeters' | 'points'>(unit: U, value: UnitValue<U>, what: string) =>
  parameter({
    unit,
    says: () => `${what} theo thể thức văn bản của Đảng.`,
    rows: [since<UnitValue<U>>(s.HD05_FROM, value, s.HD05, 'Q')],
  });

/** Papers, numbers and personal data: domain.md §7, §8, §11.2. */
export const document = {
  'doc.numbering': parameter({
    unit: 'code',
    says: () => 'Số văn bản ghi liên tục từ 01 theo từng loại văn bản trong một nhiệm kỳ cấp ủy.',
    rows: [{ ...since(s.HD36_FROM, 'PER_TYPE_PER_TERM', s.HD36, 'G'), validTo: s.HD05_FROM }, since(s.HD05_FROM, 'PER_TYPE_PER_TERM', s.HD05, 'Q')],
  }),
  'doc.cell_may_issue': parameter({
    unit: 'codes',
    says: () => 'Chi bộ chỉ ban hành những loại văn bản thuộc thẩm quyền của chi bộ.',
    rows: [{ ...since(s.QD66_FROM, KINDS, s.QD66, 'Q'), validTo: s.QD399_FROM }, since(s.QD399_FROM, [...KINDS, ...NEW_KINDS], s.QD399, 'Q')],
  }),
  'doc.margin_top': layout('millimeters', 20, 'Lề trên'),
  'doc.margin_bottom': layout('millimeters', 20, 'Lề dưới'),
  'doc.margin_left': layout('millimeters', 30, 'Lề trái'),
  'doc.margin_right': layout('millimeters', 15, 'Lề phải'),
  'doc.first_line_indent': layout('millimeters', 10, 'Lùi đầu dòng'),
  'doc.body_size': layout('points', 14, 'Cỡ chữ nội dung'),
  'doc.paragraph_before': layout('points', 6, 'Khoảng cách trước đoạn'),
  'doc.line_spacing': parameter({
    unit: 'range',
    says: (r) => `Khoảng cách dòng từ ${r.from} pt đến ${r.to} pt.`,
    rows: [since(s.HD05_FROM, { from: 18, to: 22 }, s.HD05, 'Q')],
  }),
  'dsr.reply_wd': parameter({
    unit: 'working-days',
    stricter: 'lower',
    says: (n) => `Yêu cầu của chủ thể dữ liệu cá nhân phải được phản hồi trong ${n} ngày làm việc.`,
    rows: [since('2026-01-01', 2, 'NĐ 356/2025/NĐ-CP, 31/12/2025', 'V')],
  }),
} as const;
