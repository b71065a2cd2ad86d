import type { CaseMinutes, CasePlan, CaseReport } from '@vungmanh/contracts/inspection/case-writing';
import type { CaseState, FindingKind, InspectionKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { addDays, addMonths } from '@vungmanh/regulations/calendar';

/** Whose case it is: the demo's own village cell, the commission and the committee of its commune, the commission of the province. */
export type DemoBody = 'CELL' | 'COMMISSION' | 'COMMITTEE' | 'PROVINCE';

/** What a conclusion asks, how many days before (or after, below zero) today it is due, and how far its doer has come. */
export interface DemoDemand {
  readonly content: string;
  readonly dueAgo: number;
  readonly reported?: true;
}

/** A simulated case: on the member or the cell of this place among those that its body may choose, decided so many days ago, come so far. */
export interface DemoCase {
  readonly by: DemoBody;
  readonly kind: InspectionKind;
  readonly on: 'MEMBER' | 'ORGANIZATION';
  readonly place: number;
  readonly ago: number;
  readonly state: CaseState;
  readonly content: string;
  readonly findings?: readonly FindingKind[];
  readonly demands?: readonly DemoDemand[];
}

export const actorOf: Readonly<Record<DemoBody, ProgramActor>> = {
  CELL: 'CELL',
  COMMISSION: 'INSPECTION_COMMISSION',
  COMMITTEE: 'GRASSROOTS_COMMITTEE',
  PROVINCE: 'INSPECTION_COMMISSION',
};

const tasks = 'Việc thực hiện nhiệm vụ được phân công, trách nhiệm nêu gương của đảng viên (mô phỏng)';
const resolutions = 'Việc chấp hành nghị quyết, chỉ thị của cấp trên và quy chế làm việc (mô phỏng)';
const meetings = 'Việc giữ nền nếp, nâng cao chất lượng sinh hoạt chi bộ (mô phỏng)';
const funds = 'Việc thu, nộp, quản lý, sử dụng đảng phí và các khoản đóng góp (mô phỏng)';
const suspected = 'Dấu hiệu vi phạm trong quản lý quỹ, tài sản được giao (mô phỏng)';

/** Each state of a case at least once, spread over four bodies, so that each of their accounts has something to do and to read. */
export const demoCases: readonly DemoCase[] = [
  {
    by: 'CELL',
    kind: 'COMPLIANCE_INSPECTION',
    on: 'MEMBER',
    place: 0,
    ago: 60,
    state: 'FOLLOW_UP',
    content: tasks,
    findings: ['STRENGTH', 'SHORTCOMING'],
    demands: [
      { content: 'Báo cáo kết quả nhiệm vụ được giao đúng hạn hằng tháng với chi bộ.', dueAgo: 8 },
      { content: 'Hoàn thành việc vận động các hộ được phân công phụ trách.', dueAgo: -10, reported: true },
    ],
  },
  {
    by: 'CELL',
    kind: 'COMPLIANCE_INSPECTION',
    on: 'MEMBER',
    place: 3,
    ago: 120,
    state: 'FILED',
    content: tasks,
    findings: ['STRENGTH'],
  },
  { by: 'CELL', kind: 'REGULAR_SUPERVISION', on: 'MEMBER', place: 0, ago: 4, state: 'ANNOUNCED', content: tasks },
  { by: 'CELL', kind: 'COMPLIANCE_INSPECTION', on: 'MEMBER', place: 5, ago: 20, state: 'HEARING', content: tasks, findings: ['SHORTCOMING'] },
  {
    by: 'COMMISSION',
    kind: 'THEMATIC_SUPERVISION',
    on: 'ORGANIZATION',
    place: 0,
    ago: 70,
    state: 'FOLLOW_UP',
    content: meetings,
    findings: ['STRENGTH', 'SHORTCOMING'],
    demands: [
      { content: 'Bổ sung đủ sáu nội dung cho từng việc trong nghị quyết hằng tháng.', dueAgo: 12 },
      { content: 'Xây dựng kế hoạch sinh hoạt chuyên đề năm sau, báo cáo Đảng ủy.', dueAgo: -20 },
    ],
  },
  { by: 'COMMISSION', kind: 'SUSPECTED_VIOLATION_INSPECTION', on: 'MEMBER', place: 0, ago: 14, state: 'VERIFYING', content: suspected },
  {
    by: 'COMMISSION',
    kind: 'SUSPECTED_VIOLATION_INSPECTION',
    on: 'MEMBER',
    place: 1,
    ago: 50,
    state: 'ESCALATED',
    content: suspected,
    findings: ['VIOLATION'],
  },
  { by: 'COMMISSION', kind: 'THEMATIC_SUPERVISION', on: 'ORGANIZATION', place: 1, ago: 1, state: 'DECIDED', content: funds },
  { by: 'COMMISSION', kind: 'THEMATIC_SUPERVISION', on: 'ORGANIZATION', place: 2, ago: 0, state: 'PLANNED', content: funds },
  {
    by: 'COMMITTEE',
    kind: 'THEMATIC_INSPECTION',
    on: 'ORGANIZATION',
    place: 3,
    ago: 45,
    state: 'VERIFYING',
    content: resolutions,
    findings: ['STRENGTH', 'SHORTCOMING'],
  },
  { by: 'COMMITTEE', kind: 'COMPLIANCE_INSPECTION', on: 'ORGANIZATION', place: 4, ago: 9, state: 'SELF_REPORTED', content: resolutions },
  {
    by: 'COMMITTEE',
    kind: 'COMPLIANCE_INSPECTION',
    on: 'ORGANIZATION',
    place: 1,
    ago: 25,
    state: 'REPORTED',
    content: meetings,
    findings: ['STRENGTH', 'SHORTCOMING'],
  },
  { by: 'COMMITTEE', kind: 'THEMATIC_INSPECTION', on: 'ORGANIZATION', place: 2, ago: 30, state: 'TERMINATED', content: funds },
  {
    by: 'COMMITTEE',
    kind: 'COMPLIANCE_INSPECTION',
    on: 'ORGANIZATION',
    place: 5,
    ago: 27,
    state: 'CONCLUDED',
    content: resolutions,
    findings: ['STRENGTH', 'SHORTCOMING'],
    demands: [{ content: 'Ban hành chương trình công tác năm và phân công chi ủy viên phụ trách.', dueAgo: -25 }],
  },
  { by: 'PROVINCE', kind: 'THEMATIC_SUPERVISION', on: 'ORGANIZATION', place: 0, ago: 5, state: 'ANNOUNCED', content: resolutions },
  { by: 'PROVINCE', kind: 'SUSPECTED_VIOLATION_INSPECTION', on: 'MEMBER', place: 0, ago: 20, state: 'VERIFYING', content: suspected },
];

/** The days of a case by its first: each step leaves the next one time, and the whole stays within what the rules give a cell. */
export function daysOf(one: Pick<DemoCase, 'ago'>, today: string) {
  const decidedOn = addDays(today, -one.ago);
  const on = (days: number): string => {
    const day = addDays(decidedOn, days);
    return day < today ? day : today;
  };
  const periodTo = addDays(decidedOn, -5);
  return {
    periodFrom: addMonths(periodTo, -12),
    periodTo,
    decision: { decidedOn, workFrom: addDays(decidedOn, 3), workTo: addDays(decidedOn, 28), selfReportBy: addDays(decidedOn, 9) },
    announcedOn: on(2),
    receivedOn: on(8),
    verifiedOn: on(10),
    heardOn: on(18),
    reportedOn: on(22),
    concludedOn: on(25),
  };
}

/** The last day of what a conclusion asks. */
export const dueOf = (dueAgo: number, today: string): string => addDays(today, -dueAgo);

/** The plan, the outline and the schedule, as a small body writes them. */
export function planOf(decidedOn: string): CasePlan {
  const on = (days: number) => addDays(decidedOn, days);
  return {
    bases: ['Căn cứ Chương trình kiểm tra, giám sát năm (mô phỏng)'],
    purposes: ['Phát huy ưu điểm, kịp thời khắc phục khuyết điểm, phòng ngừa vi phạm.'],
    steps: [
      { work: 'Triển khai quyết định, nhận báo cáo tự kiểm tra', from: on(2), to: on(9), doer: 'Tổ kiểm tra, giám sát' },
      { work: 'Thẩm tra, xác minh', from: on(10), to: on(17), doer: 'Tổ kiểm tra, giám sát' },
      { work: 'Hội nghị với đối tượng, hoàn thiện báo cáo', from: on(18), to: on(25), doer: 'Tổ kiểm tra, giám sát' },
    ],
    arrangements: ['Đối tượng chuẩn bị báo cáo và hồ sơ, tài liệu liên quan.'],
    outline: [
      { title: 'Khái quát tình hình', questions: ['Chức trách, nhiệm vụ được giao và điều kiện thực hiện?'] },
      { title: 'Kết quả thực hiện', questions: ['Việc đã làm, kết quả đến nay?', 'Hạn chế, nguyên nhân?'] },
    ],
    sessions: [{ date: on(18), time: '19:00', venue: 'Nhà văn hóa (mô phỏng)', work: 'Nghe báo cáo, thảo luận', people: 'Tổ kiểm tra, đối tượng' }],
  };
}

export const minutesOf = (heldOn: string): CaseMinutes => ({
  heldOn,
  startedAt: '19:00',
  venue: 'Nhà văn hóa (mô phỏng)',
  present: ['Tổ kiểm tra, giám sát', 'Đối tượng kiểm tra, giám sát'],
  items: [
    { title: 'Trình bày của đối tượng', text: 'Đối tượng trình bày báo cáo tự kiểm tra, nhận những việc làm chậm (mô phỏng).' },
    { title: 'Ý kiến của tổ', text: 'Tổ nêu các nội dung đã thẩm tra, đề nghị làm rõ nguyên nhân (mô phỏng).' },
  ],
  conclusion: 'Thống nhất các nội dung đã nêu (mô phỏng).',
});

/** `heard`: the subject has said something to it themselves. */
export const reportOf = (heard: boolean): CaseReport => ({
  course: 'Tổ đã thực hiện đủ các bước theo quy trình (mô phỏng).',
  assessment: 'Cơ bản hoàn thành nhiệm vụ; còn việc chậm so với kế hoạch (mô phỏng).',
  ...(heard ? {} : { unheard: { how: 'DECLINED', reason: 'Đối tượng nhất trí với dự thảo, không có ý kiến thêm (mô phỏng).' } }),
});

export const findingText: Readonly<Record<FindingKind, { about: string; text: string }>> = {
  STRENGTH: { about: 'Nền nếp, trách nhiệm', text: 'Thực hiện nghiêm túc chương trình công tác đã đề ra (mô phỏng).' },
  SHORTCOMING: { about: 'Tiến độ', text: 'Một số việc báo cáo chậm so với thời hạn được giao (mô phỏng).' },
  VIOLATION: { about: 'Quản lý quỹ', text: 'Không mở sổ theo dõi thu, chi theo quy định (mô phỏng).' },
};

export const CONCLUSION = 'Ưu điểm là cơ bản; cần khắc phục dứt điểm những việc còn chậm (mô phỏng).';
export const OPINION = 'Tôi nhất trí với kết quả kiểm tra và nhận khuyết điểm về những việc báo cáo chậm (mô phỏng).';
