import type { Paper } from '../src/paper.js';
import type { CaseInput } from '../src/papers/case.js';
import { caseConclusionPaper, type CaseConclusionInput } from '../src/papers/case-conclusion.js';
import { caseDecisionPaper, type CaseDecisionInput } from '../src/papers/case-decision.js';
import type { Findings } from '../src/papers/case-findings.js';
import { caseMinutesPaper, type CaseMinutesInput } from '../src/papers/case-minutes.js';
import { caseOutlinePaper, selfReportPaper, type SelfReportInput } from '../src/papers/case-outline.js';
import { casePlanPaper, type CasePlanInput } from '../src/papers/case-plan.js';
import { caseReportPaper, type CaseReportInput } from '../src/papers/case-report.js';
import { caseSchedulePaper, type CaseScheduleInput } from '../src/papers/case-schedule.js';
import { writtenReportPaper, type WrittenReportInput } from '../src/papers/written-report.js';
import { issuer } from './samples.js';

// Invented organizations, people and events.
export const signer = { office: 'Bí thư', name: 'Hà Văn Đức' };
const period = { from: '2025-01-01', to: '2026-06-30' };
const contents = ['Việc thực hiện nghị quyết của chi bộ và nhiệm vụ được phân công', 'Trách nhiệm nêu gương và những điều đảng viên không được làm'];

export const ofCase: CaseInput = {
  issuer,
  number: 5,
  date: '2026-09-07',
  simulated: true,
  deed: 'INSPECTION',
  matter: 'việc chấp hành nghị quyết của chi bộ và thực hiện nhiệm vụ được phân công',
  subject: 'đồng chí Lò Văn Ước',
  team: 'GROUP',
  signer,
  recipients: ['Đảng ủy xã Mường Chanh (để báo cáo)', 'Đồng chí Lò Văn Ước', 'Tổ kiểm tra'],
};

export const bases = [
  'Căn cứ Điều lệ Đảng Cộng sản Việt Nam',
  'Căn cứ Quy định số 21-QĐ/TW ngày 11/4/2026 của Ban Chấp hành Trung ương',
  'Căn cứ Chương trình kiểm tra, giám sát năm 2026 của chi bộ',
];

export const decision: CaseDecisionInput = {
  ...ofCase,
  bases,
  period,
  carriedOut: { from: '2026-09-10', to: '2026-10-05' },
  people: [
    { name: 'Vi Thị Thủy', office: 'Phó Bí thư chi bộ', role: 'Tổ trưởng' },
    { name: 'Ngân Thị Hòa', role: 'Thành viên' },
    { name: 'Phạm Bá Dũng', role: 'Thành viên' },
  ],
};

const plan: CasePlanInput = {
  ...ofCase,
  purposes: [
    'Đánh giá đúng ưu điểm, khuyết điểm; giúp đảng viên phát huy mặt tốt, khắc phục hạn chế',
    'Bảo đảm khách quan, công tâm, đúng quy trình',
  ],
  contents,
  period,
  steps: [
    { work: 'Triển khai quyết định, kế hoạch, đề cương', from: '2026-09-10', to: '2026-09-10', doer: 'Tổ kiểm tra' },
    { work: 'Nhận báo cáo tự kiểm tra và hồ sơ; thẩm tra, xác minh', from: '2026-09-17', to: '2026-09-26', doer: 'Tổ kiểm tra' },
    { work: 'Hội nghị chi bộ thảo luận, kết luận', from: '2026-10-03', to: '2026-10-03', doer: 'Chi bộ' },
  ],
  arrangements: ['Tổ kiểm tra báo cáo chi bộ khi cần thay đổi nội dung, thời gian', 'Đồng chí Bí thư chi bộ chỉ đạo, theo dõi cuộc kiểm tra'],
};

const selfReport: SelfReportInput = {
  ...ofCase,
  contents: [
    { title: contents[0] ?? '', questions: ['Việc học tập, quán triệt nghị quyết', 'Kết quả từng nhiệm vụ được phân công'] },
    { title: contents[1] ?? '', questions: [] },
  ],
  period,
  attachedTo: 'Kế hoạch số 06-KH/CB ngày 07/9/2026',
  about: 'MEMBER',
  addressee: 'Tổ kiểm tra của Chi bộ bản Na Hin',
  signer: { office: 'Đảng viên', name: 'Lò Văn Ước' },
};

const schedule: CaseScheduleInput = {
  ...ofCase,
  leader: 'Vi Thị Thủy',
  sessions: [
    {
      date: '2026-09-10',
      time: '19:30',
      venue: 'Nhà văn hóa bản Na Hin',
      work: 'Triển khai quyết định, kế hoạch, đề cương gợi ý',
      people: 'Tổ kiểm tra; đồng chí Lò Văn Ước',
    },
    {
      date: '2026-09-24',
      time: '08:00',
      venue: 'Trụ sở xã Mường Chanh',
      work: 'Thẩm tra, xác minh',
      people: 'Tổ kiểm tra; đại diện Ban quản lý bản',
    },
  ],
};

const { signer: _signer, recipients: _recipients, ...withoutSigner } = ofCase;
export const working: CaseMinutesInput = {
  ...withoutSigner,
  number: 3,
  date: '2026-09-24',
  occasion: 'làm việc với đồng chí Lò Văn Ước',
  startedOn: '2026-09-24',
  startedAt: '08:00',
  endedAt: '10:15',
  venue: 'Trụ sở xã Mường Chanh',
  sides: [
    { side: 'Tổ kiểm tra', people: ['đồng chí Vi Thị Thủy, Tổ trưởng', 'đồng chí Ngân Thị Hòa, ghi biên bản'] },
    { side: 'Đối tượng kiểm tra', people: ['đồng chí Lò Văn Ước'] },
  ],
  items: [
    { title: 'Tổ kiểm tra nêu những nội dung cần làm rõ', text: 'Việc chậm tiến độ sửa đường vào bản; hồ sơ ngày công của các hộ.' },
    { title: 'Trao đổi', text: 'Đã đối chiếu sổ ngày công từ tháng 3 đến tháng 6 năm 2026, khớp 34/36 hộ.' },
  ],
  hearing: {
    kind: 'EXPLAINED',
    text: 'Hai hộ chưa có tên trong sổ do chuyển chỗ ở, đã góp ngày công bằng vật liệu.\nTôi nhận trách nhiệm chưa ghi sổ kịp thời.',
    reserved: 'Đề nghị xem xét việc chậm tiến độ là do mưa lũ',
  },
  received: ['Sổ theo dõi ngày công năm 2026 (bản chính, 24 trang)'],
  conclusion: 'Thống nhất những nội dung đã đối chiếu; đồng chí Lò Văn Ước bổ sung báo cáo trước ngày 28/9/2026.',
  copies: 2,
  leader: 'Vi Thị Thủy',
  minuteTaker: 'Ngân Thị Hòa',
  subjectSigner: 'Lò Văn Ước',
};

export const findings: readonly Findings[] = [
  {
    content: contents[0] ?? '',
    result: 'Trong 18 tháng được giao 09 nhiệm vụ, hoàn thành đúng hạn 07, chậm 02.',
    strengths: ['Chấp hành phân công; hoàn thành gieo cấy đúng thời vụ'],
    shortcomings: ['Chậm sửa đường vào bản 20 ngày; chưa ghi sổ ngày công kịp thời'],
    violations: [],
  },
  { content: contents[1] ?? '', strengths: ['Gương mẫu, gắn bó với nhân dân'], shortcomings: [], violations: [] },
];

const demands = [
  { content: 'Hoàn thiện sổ ngày công, công khai trước bản', doer: 'Lò Văn Ước', due: '2026-10-31' },
  { content: 'Giúp đỡ, nhắc nhở đồng chí Lò Văn Ước thực hiện kế hoạch khắc phục', doer: 'Chi ủy', due: '2026-12-31' },
];

export const report: CaseReportInput = {
  ...ofCase,
  number: 8,
  date: '2026-09-30',
  addressee: 'Chi bộ bản Na Hin',
  about: 'Đồng chí Lò Văn Ước, đảng viên chính thức, được phân công phụ trách phát triển kinh tế của chi bộ.',
  course: 'Tổ kiểm tra đã đọc báo cáo tự kiểm tra, sổ biên bản, sổ ngày công; làm việc với đồng chí Lò Văn Ước và đại diện 06 hộ.',
  findings,
  hearing: { kind: 'EXPLAINED', text: 'Đồng chí Lò Văn Ước thống nhất với kết quả kiểm tra.', reserved: 'Việc chậm tiến độ là do mưa lũ' },
  assessment: 'Đồng chí Lò Văn Ước có nhiều cố gắng; khuyết điểm chưa đến mức phải xem xét kỷ luật.',
  proposals: demands,
  leader: 'Vi Thị Thủy',
};

export const conclusion: CaseConclusionInput = {
  ...ofCase,
  number: 9,
  date: '2026-10-05',
  concludedOn: '2026-10-03',
  findings,
  conclusion: 'Khuyết điểm chưa đến mức phải thi hành kỷ luật; yêu cầu nghiêm túc rút kinh nghiệm.',
  demands,
  follower: 'đồng chí Vi Thị Thủy, Phó Bí thư chi bộ',
};

const written: WrittenReportInput = {
  issuer,
  number: 12,
  date: '2026-09-08',
  simulated: true,
  addressee: 'Ban Thường vụ Đảng ủy xã Mường Chanh',
  subject: 'đồng chí Vi Văn Nghĩa, Phó Bí thư Đảng ủy xã',
  signs: 'Hai kỳ liền không báo cáo việc thực hiện nhiệm vụ được phân công theo dõi chi bộ.',
  done: 'Chi bộ đã góp ý tại buổi sinh hoạt tháng 8 năm 2026.',
  proposal: 'Đề nghị Ban Thường vụ Đảng ủy xem xét theo thẩm quyền và thông báo kết quả để chi bộ biết.',
  basis: 'Quy định số 21-QĐ/TW ngày 11/4/2026 của Ban Chấp hành Trung ương',
  signer,
  recipients: ['Ủy ban kiểm tra Đảng ủy xã'],
};

export const casePapers: Record<string, Paper> = {
  'case decision': caseDecisionPaper(decision),
  'case plan': casePlanPaper(plan),
  'case outline': caseOutlinePaper(selfReport),
  'self-report': selfReportPaper(selfReport),
  'case schedule': caseSchedulePaper(schedule),
  'case minutes': caseMinutesPaper(working),
  'case report': caseReportPaper(report),
  'case conclusion': caseConclusionPaper(conclusion),
  'written report': writtenReportPaper(written),
};
