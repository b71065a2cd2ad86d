import type { InspectionKind, Inspector } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Subject } from './competence.js';
import type { Mark } from './parameter.js';
import type { RuleKey } from './register.js';
import * as s from './source.js';

/** What members are told of inspection, supervision and discipline, in the order of the page. */
export const plainTopics = {
  SUBJECT_MATTER: 'Kiểm tra, giám sát những gì',
  WHO: 'Ai kiểm tra, giám sát',
  STEPS: 'Một cuộc kiểm tra, giám sát diễn ra thế nào',
  SUPERVISION: 'Giám sát thường xuyên trong chi bộ',
  RIGHTS: 'Quyền và trách nhiệm của người được kiểm tra, giám sát',
  FORMS: 'Các hình thức kỷ luật',
  VOTE: 'Chi bộ biểu quyết kỷ luật thế nào',
  EFFECT: 'Quyết định kỷ luật có hiệu lực khi nào',
  LIMITATION: 'Thời hiệu xử lý kỷ luật',
  APPEAL: 'Khiếu nại kỷ luật',
  DENUNCIATION: 'Tố cáo và bảo vệ người tố cáo',
} as const;

export type PlainTopicCode = keyof typeof plainTopics;

/** A fixed sentence: never with a number in it, since numbers are the register's. */
interface Sentence {
  readonly topic: PlainTopicCode;
  readonly text: string;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate;
  readonly source: string;
  readonly mark: Mark;
}

/** A sentence that the register or the table of competences says. */
export type PlainRow =
  | Sentence
  | { readonly topic: PlainTopicCode; readonly key: RuleKey }
  | { readonly topic: PlainTopicCode; readonly actor: Inspector; readonly act: InspectionKind; readonly of: Subject };

const member = { subject: 'MEMBER', managedByHigherLevel: false } as const;
const managed = { subject: 'MEMBER', managedByHigherLevel: true } as const;
const organization = { subject: 'ORGANIZATION', managedByHigherLevel: false } as const;

const qd21 = { validFrom: s.QD21_FROM, source: s.QD21, mark: 'Q' } as const;
const said = (topic: PlainTopicCode, text: string): Sentence => ({ topic, text, ...qd21 });
const kept = (topic: PlainTopicCode, text: string): Sentence => ({ topic, text, validFrom: s.OPERATING_FROM, source: s.OPERATING, mark: 'G' });
const ruled = (topic: PlainTopicCode, ...keys: readonly RuleKey[]): PlainRow[] => keys.map((key) => ({ topic, key }));
const may = (actor: Inspector, act: InspectionKind, of: Subject): PlainRow => ({ topic: 'WHO', actor, act, of });
/** From 296-QĐ/TW; 21-QĐ/TW is not known to have changed it. */
const carriedOn = (topic: PlainTopicCode, article: string, text: string): Sentence[] => [
  { topic, text, validFrom: s.QD296_FROM, validTo: s.QD21_FROM, source: `${s.QD296}, Điều ${article}`, mark: 'Q' },
  { topic, text, validFrom: s.QD21_FROM, source: `${s.QD296}, Điều ${article}; ${s.QD21}`, mark: 'G' },
];

/** domain.md §5.2–§5.5, in the order in which it is read. */
export const plainRows: readonly PlainRow[] = [
  said(
    'SUBJECT_MATTER',
    'Chi bộ kiểm tra đảng viên về chấp hành nghị quyết của chi bộ, nhiệm vụ được phân công, trách nhiệm nêu gương và những điều đảng viên không được làm.',
  ),
  said('SUBJECT_MATTER', 'Giám sát của chi bộ nhằm vào việc thực hiện nhiệm vụ đảng viên và nhiệm vụ chuyên môn được giao.'),
  said('SUBJECT_MATTER', 'Tổ chức đảng và đảng viên đã chuyển đi, nghỉ hưu, sáp nhập vẫn có thể được kiểm tra về việc đã làm.'),
  kept('SUBJECT_MATTER', 'Hệ thống chỉ ghi việc thực hiện nhiệm vụ và kết quả, không ghi ý kiến phát biểu của từng đảng viên.'),
  may('CELL', 'COMPLIANCE_INSPECTION', member),
  may('CELL', 'SUSPECTED_VIOLATION_INSPECTION', managed),
  may('CELL', 'REGULAR_SUPERVISION', member),
  ...ruled('WHO', 'supervise.cell.thematic_members'),
  may('CELL_COMMITTEE', 'COMPLIANCE_INSPECTION', member),
  may('GRASSROOTS_COMMITTEE', 'COMPLIANCE_INSPECTION', organization),
  may('INSPECTION_COMMISSION', 'SUSPECTED_VIOLATION_INSPECTION', member),
  may('ADVISORY_ORGAN', 'COMPLIANCE_INSPECTION', organization),
  may('ADVISORY_ORGAN', 'SUSPECTED_VIOLATION_INSPECTION', member),
  { topic: 'STEPS', text: 'Bước chuẩn bị: ban hành quyết định, kế hoạch, đề cương gợi ý và thông báo cho đối tượng.', ...qd21, mark: 'G' },
  {
    topic: 'STEPS',
    text: 'Bước tiến hành: đối tượng tự báo cáo; tổ hoặc đoàn thẩm tra, xác minh, nghe đối tượng giải trình; hội nghị thảo luận kết quả.',
    ...qd21,
    mark: 'G',
  },
  {
    topic: 'STEPS',
    text: 'Bước kết thúc: báo cáo kết quả, ra thông báo kết luận, công bố, theo dõi việc khắc phục và lưu hồ sơ.',
    ...qd21,
    mark: 'G',
  },
  ...ruled(
    'STEPS',
    'inspect.announce_wd',
    'inspect.team_size',
    'inspect.grassroots_cell.period_months',
    'inspect.sub_cell.period_months',
    'inspect.cell.compliance_days',
    'inspect.cell.violation_days',
    'inspect.cell.supervision_days',
    'inspect.committee.days',
    'inspect.commission.days',
    'inspect.organ.days',
    'inspect.extension',
    'inspect.extension_times',
    'inspect.members_per_year',
  ),
  ...ruled('SUPERVISION', 'supervise.member.per_quarter', 'meeting.check.months', 'supervise.labor_grade.keep_months'),
  said('RIGHTS', 'Người được kiểm tra, giám sát được trình bày, giải trình, bảo lưu ý kiến và đề nghị xem xét lại kết luận.'),
  said('RIGHTS', 'Người được kiểm tra, giám sát báo cáo trung thực, cung cấp hồ sơ, giữ nguyên tài liệu theo yêu cầu; không ghi âm, ghi hình.'),
  ...carriedOn(
    'RIGHTS',
    '12',
    'Trước khi quyết định kỷ luật, đại diện tổ chức đảng gặp và nghe đảng viên trình bày; đảng viên không đến thì việc xem xét vẫn tiến hành.',
  ),
  ...ruled('FORMS', 'discipline.forms.official', 'discipline.forms.probationary', 'discipline.forms.organization'),
  said('FORMS', 'Đảng viên dự bị không còn đủ tư cách thì xóa tên trong danh sách đảng viên.'),
  {
    topic: 'FORMS',
    text: 'Một vi phạm chỉ bị xem xét, kỷ luật một lần, bằng một hình thức.',
    validFrom: s.QD69_FROM,
    source: s.QD69,
    mark: 'Q',
  },
  ...ruled('VOTE', 'discipline.vote'),
  said(
    'VOTE',
    'Không hình thức nào đủ số phiếu thì cộng dồn: lấy số phiếu của hình thức cao nhất cộng với hình thức thấp hơn liền kề, đến khi đủ số phiếu thì kỷ luật bằng hình thức đó.',
  ),
  said('VOTE', 'Cách chức, khai trừ thì chi bộ biểu quyết đề nghị; cấp có thẩm quyền quyết định.'),
  ...ruled('VOTE', 'discipline.expulsion_vote'),
  ...carriedOn(
    'EFFECT',
    '15',
    'Quyết định kỷ luật của chi bộ có hiệu lực ngay sau khi công bố kết quả biểu quyết; quyết định của cấp trên có hiệu lực từ ngày ký.',
  ),
  ...ruled('EFFECT', 'discipline.written_days', 'discipline.deferral.child_months', 'suspension.days', 'suspension.extension_days'),
  ...ruled('LIMITATION', 'limitation.reprimand_years', 'limitation.warning_years', 'limitation.dismissal_years', 'limitation.none_for'),
  ...ruled('APPEAL', 'appeal.days', 'appeal.settle_wd', 'appeal.next_days'),
  {
    topic: 'APPEAL',
    text: 'Khiếu nại lên từng cấp, từ cơ sở đến Ban Chấp hành Trung ương, không vượt cấp, không nhờ người khác; trong khi chờ vẫn chấp hành quyết định.',
    validFrom: s.STATUTE_FROM,
    source: s.statute('39'),
    mark: 'Q',
  },
  ...carriedOn(
    'APPEAL',
    '23',
    'Không giải quyết khiếu nại khi quá thời hạn, đã giải quyết cuối cùng, khiếu nại hộ, không có quyết định bằng văn bản, từ chối nhận quyết định, đã chuyển sang tổ chức đảng cấp trên khác trước khi khiếu nại, bị Tòa án tuyên án từ cải tạo không giam giữ trở lên.',
  ),
  said(
    'DENUNCIATION',
    'Chỉ giải quyết tố cáo có ký tên, nội dung cụ thể; tố cáo giấu tên chỉ để tham khảo khi xây dựng kế hoạch kiểm tra, giám sát.',
  ),
  said('DENUNCIATION', 'Danh tính người tố cáo được giữ bí mật, không ai được tiết lộ.'),
  kept('DENUNCIATION', 'Hệ thống cất danh tính người tố cáo ở kho riêng, chỉ mở khi có hai người cùng mở và ghi rõ lý do.'),
  said('DENUNCIATION', 'Trong khi chờ kết luận, người bị tố cáo vẫn giữ đầy đủ quyền của mình.'),
  said('DENUNCIATION', 'Kết quả nói rõ từng nội dung: tố cáo sai; không có cơ sở, không đủ căn cứ; đúng và có khuyết điểm; đúng và có vi phạm.'),
  ...ruled('DENUNCIATION', 'denunciation.settle_days', 'denunciation.extension_days'),
];
