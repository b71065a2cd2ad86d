import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { fraction } from './unit.js';
import { shareText } from './wording.js';

/** Organizations, committees and terms: domain.md §2.2, §11.2. */
export const organization = {
  'cell.min_official': parameter({
    unit: 'members',
    effect: 'blocks',
    stricter: 'higher',
    says: (n) =>
      `Chi bộ phải có ít nhất ${n} đảng viên chính thức mới ra được nghị quyết. Hãy báo cáo cấp ủy cấp trên để bổ sung đảng viên hoặc sáp nhập.`,
    rows: [since(s.STATUTE_FROM, 3, s.statute('21, 24'), 'Q')],
  }),
  'grassroots.threshold': parameter({
    unit: 'members',
    says: (n) =>
      `Từ ${n} đảng viên trở lên thì lập đảng bộ cơ sở, dưới ${n} thì lập chi bộ cơ sở; khác đi phải được cấp ủy cấp trên trực tiếp đồng ý.`,
    rows: [since(s.STATUTE_FROM, 30, s.statute('21'), 'V')],
  }),
  'cell.committee_threshold': parameter({
    unit: 'members',
    says: (n) => `Chi bộ từ ${n} đảng viên chính thức trở lên thì bầu chi ủy; dưới ${n} thì chỉ bầu bí thư, nếu cần bầu phó bí thư.`,
    rows: [since(s.STATUTE_FROM, 9, s.statute('24'), 'Q')],
  }),
  'cell.committee_size': parameter({
    unit: 'range',
    replaceable: true,
    says: (r) => `Chi ủy có từ ${r.from} đến ${r.to} đồng chí.`,
    rows: [],
  }),
  'standing.max_ratio': parameter({
    unit: 'fraction',
    stricter: 'lower',
    says: (f) => `Ban thường vụ không quá ${shareText(f)} số cấp ủy viên.`,
    rows: [since(s.QD208_FROM, fraction(1, 3), s.QD208, 'Q')],
  }),
  'term.committee': parameter({
    unit: 'months',
    says: (n) => `Nhiệm kỳ của cấp ủy và chi bộ cơ sở là ${n} tháng.`,
    rows: [since(s.STATUTE_FROM, 60, s.statute('13, 24'), 'Q')],
  }),
  // 60 months where the committee takes part in the pilots of 294/208: a local value, not a type of node.
  'term.sub_cell': parameter({
    unit: 'months',
    replaceable: true,
    says: (n) => `Nhiệm kỳ của chi bộ trực thuộc là ${n} tháng.`,
    rows: [since(s.STATUTE_FROM, 30, s.statute('24.3'), 'V')],
  }),
  'congress.shift_max_months': parameter({
    unit: 'months',
    stricter: 'lower',
    says: (n) => `Đại hội chi bộ trực thuộc sớm hoặc muộn không quá ${n} tháng và phải được cấp ủy cấp trên đồng ý.`,
    rows: [since(s.STATUTE_FROM, 6, s.statute('24.3'), 'V')],
  }),
  'ubkt.size': parameter({
    unit: 'range',
    says: (r) => `Ủy ban kiểm tra tỉnh ủy, thành ủy có từ ${r.from} đến ${r.to} ủy viên.`,
    rows: [
      { ...since(s.QD296_FROM, { from: 11, to: 13 }, s.QD296, 'V'), validTo: s.QD21_FROM, nodeTypes: ['PROVINCE'] },
      { ...since(s.QD21_FROM, { from: 11, to: 13 }, s.QD21, 'V'), nodeTypes: ['PROVINCE'] },
    ],
  }),
} as const;
