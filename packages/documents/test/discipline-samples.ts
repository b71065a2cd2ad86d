import { acceptanceNoticePaper, type AcceptanceNoticeInput } from '../src/papers/acceptance-notice.js';
import { appealDecisionPaper, type AppealDecisionInput, appealRefusalPaper } from '../src/papers/appeal-answer.js';
import { cellCheckNoticePaper, type CellCheckNoticeInput } from '../src/papers/cell-check-notice.js';
import { denunciationConclusionPaper, denunciationNoticePaper, type DenunciationNoticeInput } from '../src/papers/denunciation-conclusion.js';
import { disciplineBallotPaper, type DisciplineBallotInput } from '../src/papers/discipline-ballot.js';
import { disciplineCountPaper, type DisciplineCountInput } from '../src/papers/discipline-count.js';
import { disciplineDecisionPaper, type DisciplineDecisionInput } from '../src/papers/discipline-decision.js';
import { inspectionReportPaper, type InspectionReportInput } from '../src/papers/inspection-report.js';
import { inspectionProgramPaper, type InspectionProgramInput } from '../src/papers/inspection-program.js';
import { commissionTerms, committeeTerms, type Issuer } from '../src/papers/issuer.js';
import { suspensionDecisionPaper, type SuspensionDecisionInput } from '../src/papers/suspension-decision.js';
import type { Paper } from '../src/paper.js';
import { issuer } from './samples.js';
import { bases, signer } from './case-samples.js';

// Invented organizations, people and events.
export const commission: Issuer = {
  superior: 'Đảng ủy xã Mường Chanh',
  name: 'Ủy ban kiểm tra',
  place: 'Mường Chanh',
  terms: commissionTerms,
  seal: 'own',
};
export const committee: Issuer = {
  superior: 'Đảng bộ tỉnh Thanh Hóa',
  name: 'Đảng ủy xã Mường Chanh',
  place: 'Mường Chanh',
  terms: committeeTerms,
  seal: 'own',
};

export const program = (lines: number): InspectionProgramInput => ({
  issuer: committee,
  number: 4,
  date: '2026-12-15',
  simulated: true,
  year: 2027,
  purposes: ['Chủ động phòng ngừa vi phạm; kiểm tra có trọng tâm, giám sát mở rộng'],
  lines: Array.from({ length: lines }, (_, i) => ({
    subject: `Chi bộ bản số ${i + 1}`,
    kind: i % 2 === 0 ? 'Kiểm tra việc chấp hành' : 'Giám sát chuyên đề',
    content: 'Nền nếp, chất lượng sinh hoạt chi bộ; thực hiện nghị quyết',
    time: `Quý ${['I', 'II', 'III', 'IV'][i % 4]}`,
    lead: 'Ban Thường vụ Đảng ủy',
  })),
  arrangements: ['Ủy ban kiểm tra Đảng ủy tham mưu, theo dõi, báo cáo kết quả từng quý'],
  signer: { onBehalf: 'T/M Ban Thường vụ', office: 'Bí thư', name: 'Lò Văn Khuê' },
  recipients: ['Ban Thường vụ Tỉnh ủy (để báo cáo)', 'Các chi bộ trực thuộc'],
});

export const discipline: DisciplineDecisionInput = {
  issuer,
  number: 11,
  date: '2026-10-12',
  simulated: true,
  subject: 'đồng chí Lương Văn Khuê',
  about: 'sinh ngày 02/9/1980, đảng viên chính thức, sinh hoạt tại Chi bộ bản Na Hin',
  form: 'cảnh cáo',
  violation: 'hai lần tự ý cho thuê đất của nhà văn hóa, thu và giữ lại 4.200.000 đồng',
  bases: [...bases.slice(0, 2), 'Xét nội dung, tính chất, mức độ, nguyên nhân vi phạm và kết quả biểu quyết của chi bộ ngày 03/10/2026'],
  effectiveOn: '2026-10-03',
  effectiveFrom: 'ANNOUNCEMENT',
  appeal: 'Đảng viên được khiếu nại kỷ luật trong 30 ngày kể từ ngày nhận quyết định.',
  appealTo: 'Ủy ban kiểm tra Đảng ủy xã Mường Chanh',
  carriedOutBy: ['Chi ủy'],
  signer,
  recipients: ['Đảng ủy xã Mường Chanh (để báo cáo)', 'Đồng chí Lương Văn Khuê'],
};

const ballot: DisciplineBallotInput = {
  issuer,
  date: '2026-10-03',
  simulated: true,
  subject: 'đồng chí Lương Văn Khuê',
  forms: ['Khiển trách', 'Cảnh cáo', 'Cách chức', 'Khai trừ'],
};

/** domain.md §11.3, story 8. */
export const counted: DisciplineCountInput = {
  issuer,
  number: 4,
  date: '2026-10-03',
  simulated: true,
  subject: 'đồng chí Lương Văn Khuê',
  heldOn: '2026-10-03',
  startedAt: '08:40',
  venue: 'Nhà văn hóa bản Na Hin',
  counters: ['Ngân Thị Hòa', 'Phạm Bá Dũng', 'Vi Thị Thủy'],
  voters: 20,
  present: 20,
  ballots: { issued: 20, returned: 20, valid: 20, invalid: 0 },
  rows: [
    { form: 'Khai trừ', votes: 2, sum: 2 },
    { form: 'Cách chức', votes: 3, sum: 5 },
    { form: 'Cảnh cáo', votes: 7, sum: 12 },
    { form: 'Khiển trách', votes: 8 },
  ],
  noDiscipline: 0,
  sums: 'khai trừ 2; +3 = 5; +7 = 12 > 10',
  adopted: 'cảnh cáo',
  proposes: false,
  rule: 'Chi bộ quyết định khiển trách, cảnh cáo khi trên 1/2 đảng viên chính thức tán thành.',
  chair: 'Hà Văn Đức',
};

const cellCheck: CellCheckNoticeInput = {
  issuer: committee,
  number: 21,
  date: '2026-07-10',
  simulated: true,
  term: '6 tháng đầu năm 2026',
  period: { from: '2026-01-01', to: '2026-06-30' },
  figures: [
    { what: 'Chi bộ được đọc sổ biên bản', result: '12/12' },
    { what: 'Chi bộ có cấp ủy viên đến dự sinh hoạt', result: '04/12' },
  ],
  strengths: ['Các chi bộ sinh hoạt đúng ngày; tỷ lệ đảng viên dự đạt trên 90%'],
  weaknesses: ['03 chi bộ chưa sinh hoạt chuyên đề quý II'],
  practices: ['Chi bộ bản Na Hin gửi tài liệu trước 03 ngày, thảo luận có trọng tâm'],
  heard: 'Các chi bộ đề nghị được hướng dẫn chọn nội dung chuyên đề.',
  demands: [{ content: 'Sinh hoạt chuyên đề bù trước khi hết tháng 8', doer: '03 chi bộ nêu tại Phần III', due: '2026-08-31' }],
  signer: { onBehalf: 'T/M Ban Thường vụ', office: 'Phó Bí thư', name: 'Vi Văn Nghĩa' },
  recipients: ['Các chi bộ trực thuộc'],
};

export const denunciation: AcceptanceNoticeInput = {
  issuer: commission,
  number: 14,
  date: '2026-11-02',
  simulated: true,
  accepted: { kind: 'DENUNCIATION', about: 'đồng chí Lương Văn Khuê, đảng viên Chi bộ bản Na Hin' },
  receivedOn: '2026-10-26',
  acceptedOn: '2026-11-02',
  items: ['Việc cho thuê đất của nhà văn hóa bản', 'Việc thu, giữ tiền cho thuê đất'],
  signer: { office: 'Chủ nhiệm', name: 'Ngân Văn Quỳnh' },
  recipients: ['Đồng chí Lương Văn Khuê'],
};

export const appeal: AcceptanceNoticeInput = {
  ...denunciation,
  accepted: { kind: 'APPEAL', from: 'đồng chí Lương Văn Khuê', against: 'Quyết định số 11-QĐ/CB ngày 12/10/2026 của Chi bộ bản Na Hin' },
  items: ['Đề nghị xem xét lại hình thức kỷ luật cảnh cáo'],
  settleBy: { date: '2027-03-17', rule: 'Khiếu nại kỷ luật được giải quyết trong 90 ngày làm việc kể từ ngày nhận khiếu nại.' },
};

const inspectionReport: InspectionReportInput = {
  issuer: commission,
  number: 7,
  date: '2027-01-05',
  simulated: true,
  term: 'năm 2026',
  addressee: 'Đảng ủy xã Mường Chanh',
  results: ['Trong năm 2026 có 12 cuộc kiểm tra, giám sát theo chương trình đã thông báo; không có cuộc nào quá hạn.'],
  figures: Array.from({ length: 40 }, (_, i) => ({ what: `Số liệu thứ ${i + 1}`, now: i === 3 ? 'không nêu số' : String(i), before: '0' })),
  assessment: 'Đã hoàn thành 12/12 cuộc theo chương trình (100%).',
  shortcomings: 'Không có cuộc nào quá hạn.',
  directions: 'Tiếp tục thực hiện chương trình.\nThông báo kịp thời đến các đối tượng.',
  signer: { office: 'Chủ nhiệm', name: 'Ngân Văn Quỳnh' },
  recipients: ['Đảng ủy xã Mường Chanh', 'Ủy ban kiểm tra cấp trên'],
};

const { accepted: _accepted, items: _items, acceptedOn: _on, ...sent } = denunciation;

export const appealDecision: AppealDecisionInput = {
  ...sent,
  from: 'đồng chí Lương Văn Khuê',
  against: 'Quyết định kỷ luật Số 11-QĐ/CB ngày 12/10/2026 của Chi bộ bản Na Hin',
  sentOn: '2026-10-26',
  outcome: 'CHANGED',
  form: 'cảnh cáo',
  changedTo: 'khiển trách',
  reason: 'có tình tiết giảm nhẹ, đã khắc phục toàn bộ hậu quả',
  next: { to: 'Ủy ban kiểm tra Tỉnh ủy', rule: 'Không đồng ý thì được khiếu nại tiếp lên cấp trên trong 30 ngày.' },
};

export const suspension: SuspensionDecisionInput = {
  ...sent,
  subject: 'đồng chí Lương Văn Khuê, sinh hoạt tại Chi bộ bản Na Hin',
  of: 'ACTIVITIES',
  step: 'START',
  from: '2026-11-02',
  until: '2027-01-30',
  rule: 'Thời hạn đình chỉ sinh hoạt đảng là 90 ngày.',
};

export const news: DenunciationNoticeInput = {
  ...sent,
  about: 'đồng chí Lương Văn Khuê',
  news: {
    kind: 'RESULT',
    settledOn: '2026-12-20',
    conclusion: 'Kết luận Số 02-KL/UBKT ngày 20/12/2026',
    results: ['Tố cáo đúng, có vi phạm', 'Không có cơ sở, không đủ căn cứ kết luận'],
  },
  recipients: ['Người tố cáo (gửi kín, không ghi tên)'],
};

const { next: _next, outcome: _outcome, form: _form, changedTo: _to, ...answer } = appealDecision;

export const disciplinePapers: Record<string, Paper> = {
  'inspection report': inspectionReportPaper(inspectionReport),
  'inspection program': inspectionProgramPaper(program(40)),
  'discipline decision': disciplineDecisionPaper(discipline),
  'discipline ballot': disciplineBallotPaper(ballot),
  'discipline count': disciplineCountPaper(counted),
  'cell check notice': cellCheckNoticePaper(cellCheck),
  'denunciation acceptance': acceptanceNoticePaper(denunciation),
  'appeal acceptance': acceptanceNoticePaper(appeal),
  'appeal decision': appealDecisionPaper(appealDecision),
  'appeal refusal': appealRefusalPaper({ ...answer, ground: 'Quá thời hạn khiếu nại' }),
  suspension: suspensionDecisionPaper(suspension),
  'suspension extended': suspensionDecisionPaper({ ...suspension, step: 'EXTENSION', former: 'Quyết định Số 05-QĐ/UBKT ngày 02/11/2026' }),
  'suspension ended': suspensionDecisionPaper({ ...suspension, step: 'END', former: 'Quyết định Số 05-QĐ/UBKT ngày 02/11/2026' }),
  'denunciation conclusion': denunciationConclusionPaper({
    ...sent,
    about: 'đồng chí Lương Văn Khuê',
    acceptedOn: '2026-11-02',
    items: [{ text: 'Việc cho thuê đất của nhà văn hóa bản', result: 'Tố cáo đúng, có vi phạm' }],
    heard: 'EXPLAINED',
    conclusion: 'chuyển chi bộ xem xét kỷ luật',
    late: true,
  }),
  'denunciation result': denunciationNoticePaper(news),
  'denunciation extended': denunciationNoticePaper({
    ...news,
    news: { kind: 'EXTENDED', until: '2027-01-30', former: 'Thông báo Số 14-TB/UBKT ngày 02/11/2026' },
  }),
  'denunciation not accepted': denunciationNoticePaper({ ...news, news: { kind: 'NOT_ACCEPTED' } }),
  'denunciation forwarded': denunciationNoticePaper({ ...news, news: { kind: 'FORWARDED' } }),
};
