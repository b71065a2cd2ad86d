import { z } from 'zod';
import { conflict, forbidden, invalid } from '../problem.js';

/** How somebody stands to a case: the list of them is who may know of it, whatever they hold in the tree (need to know). */
export const CasePart = z.enum(['LEADER', 'TEAM', 'DECIDER', 'SUBJECT', 'READER']);
export type CasePart = z.infer<typeof CasePart>;

export const casePartLabel: Record<CasePart, string> = {
  LEADER: 'Trưởng đoàn, tổ trưởng',
  TEAM: 'Thành viên đoàn, tổ',
  DECIDER: 'Người ra quyết định, kết luận',
  SUBJECT: 'Đối tượng kiểm tra, giám sát',
  READER: 'Được đọc hồ sơ',
};

/** What is done with a case; `may` of its page says which of them the person who asks may do now. */
export const CaseAct = z.enum([
  'set-team',
  'plan',
  'decide',
  'announce',
  'receive-self-report',
  'verify',
  'note',
  'raise-finding',
  'open-hearing',
  'write-minutes',
  'report',
  'conclude',
  'follow-up',
  'file',
  'extend',
  'escalate',
  'terminate',
  'change-access',
]);
export type CaseAct = z.infer<typeof CaseAct>;

/** A step that was taken, as the course of the case shows it; each act leaves one, and what the subject does too. */
export const CaseStepKind = z.enum([...CaseAct.exclude(['note', 'raise-finding']).options, 'open', 'state-opinion', 'withdraw-finding']);
export type CaseStepKind = z.infer<typeof CaseStepKind>;

export const caseStepLabel: Record<CaseStepKind, string> = {
  open: 'Lập hồ sơ cuộc kiểm tra, giám sát',
  'set-team': 'Phân công đoàn, tổ',
  plan: 'Ghi kế hoạch, đề cương, lịch làm việc',
  decide: 'Ra quyết định',
  announce: 'Triển khai quyết định đến đối tượng',
  'receive-self-report': 'Nhận báo cáo tự kiểm tra',
  verify: 'Bắt đầu thẩm tra, xác minh',
  'withdraw-finding': 'Rút nội dung đã ghi nhận',
  'state-opinion': 'Đối tượng giải trình, bảo lưu ý kiến',
  'open-hearing': 'Tổ chức hội nghị, làm việc với đối tượng',
  'write-minutes': 'Ghi biên bản',
  report: 'Báo cáo kết quả',
  conclude: 'Kết luận và thông báo kết luận',
  'follow-up': 'Chuyển sang theo dõi việc thực hiện kết luận',
  file: 'Lưu hồ sơ',
  extend: 'Gia hạn',
  escalate: 'Chuyển xử lý',
  terminate: 'Dừng cuộc kiểm tra, giám sát',
  'change-access': 'Thay đổi danh sách người được biết',
};

/** What any act on a case may be refused with. */
export const caseRefusals = {
  'inspection/case-not-in-state': conflict('Việc này không làm được ở bước hiện tại của cuộc kiểm tra, giám sát. Hãy tải lại trang.'),
  'inspection/not-your-part': forbidden(
    'Việc này dành cho người được phân công khác trong cuộc kiểm tra, giám sát. Hãy liên hệ trưởng đoàn hoặc người ra quyết định.',
  ),
};

/** Of what happens on a day that somebody enters. */
export const onADay = {
  'inspection/in-the-future': invalid('Ngày này không thể ở tương lai.'),
  'inspection/before-last-step': invalid('Ngày này không thể trước bước liền trước của cuộc kiểm tra, giám sát.'),
};
