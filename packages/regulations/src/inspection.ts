import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { shareText, thresholdText } from './wording.js';

/** How long a case of one body and kind may take. What only one province rules has no value here. */
const term = (what: string) => parameter({ unit: 'days', stricter: 'lower', says: (n) => `${what} không quá ${n} ngày.`, rows: [] });

/** Inspection and supervision: domain.md §5.2, §5.3, §5.5, §11.2. */
export const inspection = {
  'inspect.cell.compliance_days': term('Cuộc kiểm tra chấp hành của chi bộ'),
  'inspect.cell.violation_days': term('Cuộc kiểm tra khi có dấu hiệu vi phạm của chi bộ'),
  'inspect.cell.supervision_days': term('Cuộc giám sát chuyên đề của chi bộ'),
  'inspect.committee.days': term('Cuộc kiểm tra, giám sát của cấp ủy'),
  // Commonly 30 to 90 days: a custom, no limit that a document was found for (domain.md §12, open point 6).
  'inspect.commission.days': term('Cuộc kiểm tra, giám sát của ủy ban kiểm tra'),
  'inspect.organ.days': term('Cuộc kiểm tra, giám sát của cơ quan tham mưu, giúp việc cấp ủy'),
  'inspect.extension': parameter({
    unit: 'fraction',
    stricter: 'lower',
    says: (f) => `Gia hạn không quá ${shareText(f)} thời gian của cuộc kiểm tra, giám sát.`,
    rows: [],
  }),
  'inspect.extension_times': parameter({
    unit: 'times',
    stricter: 'lower',
    says: (n) => `Một cuộc kiểm tra, giám sát được gia hạn không quá ${n} lần.`,
    rows: [],
  }),
  'inspect.announce_wd': parameter({
    unit: 'working-days',
    stricter: 'lower',
    says: (n) => `Quyết định kiểm tra, giám sát được triển khai đến đối tượng chậm nhất ${n} ngày làm việc kể từ ngày ký.`,
    rows: [],
  }),
  'inspect.team_size': parameter({
    unit: 'members',
    stricter: 'lower',
    says: (n) => `Tổ kiểm tra, giám sát của chi bộ không quá ${n} đảng viên.`,
    rows: [],
  }),
  'inspect.grassroots_cell.period_months': parameter({
    unit: 'months',
    stricter: 'lower',
    says: (n) => `Chi bộ cơ sở kiểm tra, giám sát mốc thời gian không quá ${n} tháng trở về trước.`,
    rows: [],
  }),
  'inspect.sub_cell.period_months': parameter({
    unit: 'months',
    stricter: 'lower',
    says: (n) => `Chi bộ trực thuộc kiểm tra, giám sát mốc thời gian không quá ${n} tháng trở về trước.`,
    rows: [],
  }),
  'inspect.members_per_year': parameter({
    unit: 'threshold',
    stricter: 'higher',
    says: (t) => `Mỗi năm chi bộ kiểm tra ${thresholdText(t)} số đảng viên.`,
    rows: [],
  }),
  'supervise.cell.thematic_members': parameter({
    unit: 'members',
    says: (n) => `Chi bộ giám sát chuyên đề khi có chi ủy, có trên ${n} đảng viên hoạt động phân tán hoặc có nhiều tổ đảng.`,
    rows: [since(s.HD08_FROM, 30, s.HD08, 'Q')],
  }),
  'supervise.member.per_quarter': parameter({
    unit: 'times',
    stricter: 'higher',
    says: (n) => `Chi ủy giám sát từng đảng viên thực hiện nhiệm vụ được phân công, mỗi quý ít nhất ${n} lần.`,
    rows: [since(s.SEED3_FROM, 1, s.SEED3, 'S3')],
  }),
  'supervise.labor_grade.keep_months': parameter({
    unit: 'months',
    stricter: 'lower',
    says: (n) => `Kết quả bình xét lao động và ghi chép hằng tháng được xóa sau ${n} tháng.`,
    rows: [since(s.OPERATING_FROM, 24, s.OPERATING, 'G')],
  }),
} as const;
