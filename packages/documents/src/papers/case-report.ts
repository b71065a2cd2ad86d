import { paragraph, paragraphs, type Paper } from '../paper.js';
import { fill, type Template } from '../wording.js';
import { type Demand, caseArchive, type CaseInput, casePaper, caseValues, demandTable, teamSigner } from './case.js';
import type { SentWording } from './parts.js';
import { findingBlocks, type Findings, type FindingWording, findingWording } from './case-findings.js';
import { type Hearing, hearingBlocks, type HearingWording, hearingWording } from './case-hearing.js';

/** What the team reports to the body that sent it. */
export interface CaseReportInput extends Omit<CaseInput, 'signer'> {
  /** "Chi bộ bản Na Hin": to whom. */
  readonly addressee: string;
  /** How it went: what was read, whom the team heard, whom it asked. */
  readonly course: string;
  /** About the subject. */
  readonly about?: string;
  readonly findings: readonly Findings[];
  readonly hearing: Hearing;
  readonly assessment: string;
  readonly proposals: readonly Demand[];
  readonly leader: string;
}

type Part = 'addressee' | 'course' | 'findings' | 'hearing' | 'assessment' | 'proposals';

export interface CaseReportWording extends SentWording<Part>, FindingWording, HearingWording {
  readonly addressee: Template;
  readonly opening: Template;
  readonly proposals: Template;
  readonly columns: readonly [order: string, content: string, doer: string, due: string];
}

export const caseReportWording: CaseReportWording = {
  type: 'BÁO CÁO',
  symbol: 'BC',
  abstract: 'kết quả {deed} {matter} đối với {subject}',
  order: ['addressee', 'course', 'findings', 'hearing', 'assessment', 'proposals'],
  headings: {
    course: 'KHÁI QUÁT',
    findings: 'KẾT QUẢ {VERB}',
    hearing: 'Ý KIẾN CỦA ĐỐI TƯỢNG',
    assessment: 'NHẬN XÉT, ĐÁNH GIÁ',
    proposals: 'KIẾN NGHỊ, ĐỀ XUẤT',
  },
  addressee: 'Kính gửi: {addressee}',
  opening: '{Team} đã tiến hành {deed} {matter} đối với {subject} và báo cáo kết quả như sau:',
  proposals: '{Team} kiến nghị {noun} xem xét, kết luận và giao thực hiện:',
  columns: ['TT', 'Nội dung', 'Người thực hiện', 'Thời hạn'],
  ...findingWording,
  ...hearingWording,
  ...caseArchive,
};

/** Báo cáo kết quả of a case, signed by the team; how the subject was heard always has its part. */
export function caseReportPaper(input: CaseReportInput, wording: CaseReportWording = caseReportWording): Paper {
  const of = { ...input, signer: teamSigner(input, input.leader) };
  const values = caseValues(of);
  return casePaper(of, wording, {
    addressee: () => [
      paragraph([{ text: fill(wording.addressee, { addressee: input.addressee }), bold: true }], 'center'),
      paragraph(fill(wording.opening, values)),
    ],
    course: () => [...paragraphs(input.about ?? ''), ...paragraphs(input.course)],
    findings: () => findingBlocks(input.findings, wording),
    hearing: () => hearingBlocks(input.hearing, wording),
    assessment: () => paragraphs(input.assessment),
    proposals: () =>
      input.proposals.length === 0 ? [] : [paragraph(fill(wording.proposals, values)), demandTable(input.proposals, wording.columns)],
  });
}
