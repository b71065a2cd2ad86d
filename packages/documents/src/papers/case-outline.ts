import { bullet, type Block, paragraph, type Paper, section } from '../paper.js';
import { fill, sentence, type Template } from '../wording.js';
import { caseArchive, caseHead, type CaseInput, caseValues, ownHand, type Period, periodText } from './case.js';
import { footerOf, onBehalf } from './issuer.js';
import { numberedParts, type SentWording } from './parts.js';

/** What the subject is to report on. */
export interface CaseOutlineInput extends CaseInput {
  readonly contents: readonly { readonly title: string; readonly questions: readonly string[] }[];
  readonly period: Period;
  /** "Kế hoạch số 03-KH/CB ngày 20/11/2026": what the outline goes with. */
  readonly attachedTo?: string;
}

type Part = 'about' | 'contents' | 'assessment' | 'responsibility' | 'proposals';

export interface CaseOutlineWording extends SentWording<Part> {
  readonly attached: Template;
  readonly about: readonly string[];
  readonly aboutOrganization: readonly string[];
  readonly period: Template;
  readonly assessment: readonly string[];
  readonly responsibility: readonly string[];
  readonly proposals: readonly string[];
}

export const caseOutlineWording: CaseOutlineWording = {
  type: 'ĐỀ CƯƠNG GỢI Ý',
  abstract: 'báo cáo {self} {matter} đối với {subject}',
  order: ['about', 'contents', 'assessment', 'responsibility', 'proposals'],
  headings: {
    about: 'ĐẶC ĐIỂM, TÌNH HÌNH',
    contents: 'KẾT QUẢ THỰC HIỆN',
    assessment: 'TỰ ĐÁNH GIÁ',
    responsibility: 'TRÁCH NHIỆM VÀ BIỆN PHÁP KHẮC PHỤC',
    proposals: 'ĐỀ XUẤT, KIẾN NGHỊ',
  },
  attached: '(Kèm theo {attachedTo})',
  about: ['Họ và tên, ngày sinh, ngày vào Đảng, ngày chính thức', 'Chức vụ, đơn vị công tác; nhiệm vụ được phân công'],
  aboutOrganization: ['Tổ chức, số lượng đảng viên, cấp ủy', 'Đặc điểm, thuận lợi, khó khăn ảnh hưởng đến nội dung {verb}'],
  period: 'Báo cáo các nội dung sau đây trong thời gian {period}.',
  assessment: ['Ưu điểm', 'Khuyết điểm, vi phạm (nếu có)', 'Nguyên nhân khách quan, chủ quan'],
  responsibility: ['Trách nhiệm của tập thể, cá nhân', 'Biện pháp, thời hạn khắc phục'],
  proposals: ['Đối với chi bộ, cấp ủy và cơ quan có liên quan'],
  ...caseArchive,
};

/** Đề cương gợi ý: what a self-report goes into. It goes with the plan, so nobody signs it by itself. */
export function caseOutlinePaper(input: CaseOutlineInput & About, wording: CaseOutlineWording = caseOutlineWording): Paper {
  const { head, parts } = outline(input, wording, []);
  const { attachedTo } = input;
  const attached = attachedTo === undefined ? [] : [paragraph([{ text: fill(wording.attached, { attachedTo }), italic: true }], 'center')];
  return { ...head, blocks: [...attached, ...parts], ...footerOf(input) };
}

/** Whether a member reports, or an organization. */
export interface About {
  readonly about: 'MEMBER' | 'ORGANIZATION';
}

export interface SelfReportInput extends CaseOutlineInput, About {
  /** "Tổ kiểm tra của Chi bộ bản Na Hin": to whom. */
  readonly addressee: string;
}

export const selfReportWording: CaseOutlineWording & { readonly addressee: Template; readonly reporter: string } = {
  ...caseOutlineWording,
  type: 'BÁO CÁO',
  abstract: '{self} {matter}',
  period: 'Thời gian báo cáo: {period}.',
  addressee: 'Kính gửi: {addressee}',
  reporter: 'Người báo cáo',
};

/** Báo cáo tự kiểm tra as a form to be filled in by hand or on the screen: every point has lines to write on. */
export function selfReportPaper(input: SelfReportInput, wording: typeof selfReportWording = selfReportWording): Paper {
  const { head, parts } = outline(input, wording, [dots, dots]);
  const right = input.about === 'MEMBER' ? ownHand(wording.reporter, input.signer.name) : onBehalf(input.issuer, input.signer);
  return {
    ...head,
    blocks: [
      paragraph([{ text: fill(wording.addressee, { addressee: input.addressee }), bold: true }], 'center'),
      ...parts,
      { kind: 'closing', right },
    ],
    ...footerOf(input),
  };
}

const dots = paragraph('.'.repeat(130), 'left');

function outline(input: CaseOutlineInput & About, wording: CaseOutlineWording, below: readonly Block[]) {
  const values = { ...caseValues(input), period: periodText(input.period) };
  const point = (text: string): Block[] => [bullet(below.length === 0 ? sentence(text) : `${text.replace(/[.:]$/, '')}:`), ...below];
  const points = (texts: readonly Template[]): Block[] => texts.flatMap((text) => point(fill(text, values)));
  const parts = numberedParts(
    wording,
    {
      about: () => points(input.about === 'MEMBER' ? wording.about : wording.aboutOrganization),
      contents: () => [
        paragraph(fill(wording.period, values)),
        ...input.contents.flatMap(({ title, questions }, index) => [
          section(`${index + 1}. ${title}`, 2),
          ...(questions.length === 0 ? below : questions.flatMap(point)),
        ]),
      ],
      assessment: () => points(wording.assessment),
      responsibility: () => points(wording.responsibility),
      proposals: () => points(wording.proposals),
    },
    values,
  );
  return { head: caseHead(input, wording), parts };
}
