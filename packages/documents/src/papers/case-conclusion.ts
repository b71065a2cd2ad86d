import { paragraph, paragraphs, type Paper } from '../paper.js';
import { fill, longDate, type Template } from '../wording.js';
import { type Demand, caseArchive, type CaseInput, casePaper, caseValues, demandTable } from './case.js';
import type { SentWording } from './parts.js';
import { findingBlocks, type Findings, type FindingWording, findingWording } from './case-findings.js';

/** What the competent body concludes. */
export interface CaseConclusionInput extends CaseInput {
  /** Day on which the body met over the report. */
  readonly concludedOn: string;
  readonly findings: readonly Findings[];
  readonly conclusion: string;
  readonly demands: readonly Demand[];
  /** "đồng chí Vi Thị Thủy, Phó Bí thư chi bộ": who follows it up. */
  readonly follower?: string;
}

type Part = 'opening' | 'findings' | 'conclusion' | 'demands' | 'follow';

export interface CaseConclusionWording extends SentWording<Part>, FindingWording {
  readonly opening: Template;
  readonly demands: Template;
  readonly columns: readonly [order: string, content: string, doer: string, due: string];
  readonly follow: Template;
  readonly review: Template;
}

export const caseConclusionWording: CaseConclusionWording = {
  type: 'THÔNG BÁO',
  symbol: 'TB',
  abstract: 'kết luận {deed} {matter} đối với {subject}',
  order: ['opening', 'findings', 'conclusion', 'demands', 'follow'],
  headings: { findings: 'KẾT QUẢ {VERB}', conclusion: 'KẾT LUẬN', demands: 'YÊU CẦU, KIẾN NGHỊ', follow: 'TỔ CHỨC THỰC HIỆN' },
  opening: '{date}, {noun} họp xem xét báo cáo kết quả của {team} và thông báo kết luận như sau:',
  demands: '{proper} yêu cầu, kiến nghị:',
  columns: ['TT', 'Nội dung', 'Người thực hiện', 'Thời hạn'],
  follow: 'Giao {follower} theo dõi, đôn đốc việc thực hiện kết luận và báo cáo {noun}.',
  // QĐ 21-QĐ/TW (domain.md §5.2)
  review:
    'Đối tượng {verb} có quyền giải trình, bảo lưu ý kiến và đề nghị {noun} xem xét lại nội dung kết luận mà mình không đồng ý; trong khi chờ xem xét phải chấp hành kết luận.',
  ...findingWording,
  ...caseArchive,
};

/** Thông báo kết luận of a case: findings, conclusion, demands with doer and day, who follows it up, the right to ask for review. */
export function caseConclusionPaper(input: CaseConclusionInput, wording: CaseConclusionWording = caseConclusionWording): Paper {
  const values = { ...caseValues(input), date: `Ngày${longDate(input.concludedOn).slice('ngày'.length)}` };
  return casePaper(input, wording, {
    opening: () => [paragraph(fill(wording.opening, values))],
    findings: () => findingBlocks(input.findings, wording),
    conclusion: () => paragraphs(input.conclusion),
    demands: () => (input.demands.length === 0 ? [] : [paragraph(fill(wording.demands, values)), demandTable(input.demands, wording.columns)]),
    follow: () => [
      ...(input.follower === undefined ? [] : [paragraph(fill(wording.follow, { ...values, follower: input.follower }))]),
      paragraph(fill(wording.review, values)),
    ],
  });
}
