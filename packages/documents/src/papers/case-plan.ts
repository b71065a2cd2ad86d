import { bullet, paragraph, type Paper, type Table } from '../paper.js';
import { fill, labeled, sentence, shortDate, type Template } from '../wording.js';
import { caseArchive, type CaseInput, casePaper, caseValues, type Period, periodText } from './case.js';
import { bullets, type SentWording } from './parts.js';

/** The plan that goes with a decision. */
export interface CasePlanInput extends CaseInput {
  readonly purposes: readonly string[];
  readonly contents: readonly string[];
  readonly period: Period;
  /** Step by step, in their order; 'YYYY-MM-DD'. */
  readonly steps: readonly { readonly work: string; readonly from: string; readonly to: string; readonly doer: string }[];
  /** Who watches over it, what is reported to whom. */
  readonly arrangements: readonly string[];
}

type Part = 'purposes' | 'contents' | 'rights' | 'steps' | 'arrangements';

export interface CasePlanWording extends SentWording<Part> {
  readonly content: string;
  readonly subject: string;
  readonly period: string;
  readonly rights: readonly Template[];
  readonly steps: Template;
  readonly columns: readonly [order: string, work: string, time: string, doer: string];
}

export const casePlanWording: CasePlanWording = {
  type: 'KẾ HOẠCH',
  symbol: 'KH',
  abstract: '{deed} {matter} đối với {subject}',
  order: ['purposes', 'contents', 'steps', 'rights', 'arrangements'],
  headings: {
    purposes: 'MỤC ĐÍCH, YÊU CẦU',
    contents: 'NỘI DUNG, ĐỐI TƯỢNG, MỐC THỜI GIAN',
    steps: 'PHƯƠNG PHÁP, TIẾN ĐỘ',
    rights: 'QUYỀN VÀ TRÁCH NHIỆM CỦA ĐỐI TƯỢNG',
    arrangements: 'TỔ CHỨC THỰC HIỆN',
  },
  content: 'Nội dung',
  subject: 'Đối tượng',
  period: 'Mốc thời gian',
  steps: 'Cuộc {verb} tiến hành theo ba bước: chuẩn bị, tiến hành, kết thúc.',
  columns: ['TT', 'Công việc', 'Thời gian', 'Người thực hiện'],
  // QĐ 21-QĐ/TW (domain.md §5.2)
  rights: [
    'Báo cáo trung thực, đầy đủ theo đề cương gợi ý; cung cấp hồ sơ, tài liệu theo yêu cầu của {team}',
    'Được trình bày, giải trình, bảo lưu ý kiến và đề nghị xem xét lại nội dung kết luận mà mình không đồng ý',
    'Không ghi âm, ghi hình khi làm việc với {team}',
  ],
  ...caseArchive,
};

/** Kế hoạch of a case: purposes, what and whom and which time, steps as a table, the subject's rights, arrangements. */
export function casePlanPaper(input: CasePlanInput, wording: CasePlanWording = casePlanWording): Paper {
  const values = caseValues(input);
  return casePaper(input, wording, {
    purposes: () => bullets(input.purposes),
    contents: () => [
      ...input.contents.map((content, index) =>
        bullet(labeled(input.contents.length === 1 ? wording.content : `${wording.content} ${index + 1}`, sentence(content))),
      ),
      bullet(labeled(wording.subject, sentence(values['Subject'] ?? input.subject))),
      bullet(labeled(wording.period, sentence(periodText(input.period)))),
    ],
    steps: () => [paragraph(fill(wording.steps, values)), ...(input.steps.length === 0 ? [] : [stepTable(input, wording)])],
    rights: () => bullets(wording.rights.map((right) => fill(right, values))),
    arrangements: () => bullets(input.arrangements),
  });
}

function stepTable({ steps }: CasePlanInput, wording: CasePlanWording): Table {
  const [order, work, time, doer] = wording.columns;
  return {
    kind: 'table',
    columns: [
      { header: order, width: 11, align: 'center' },
      { header: work, width: 77 },
      { header: time, width: 35, align: 'center' },
      { header: doer, width: 42 },
    ],
    rows: steps.map((step, index) => [
      String(index + 1),
      step.work,
      step.from === step.to ? shortDate(step.from) : `${shortDate(step.from)} -\n${shortDate(step.to)}`,
      step.doer,
    ]),
  };
}
