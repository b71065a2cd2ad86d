import type { InspectionCase } from '@vungmanh/contracts/inspection/case';
import type { CaseState } from '@vungmanh/contracts/inspection/kind';
import type { RecommendationState } from '@vungmanh/contracts/inspection/recommendation';
import type { Tone } from '../../ui/badge.js';

export const caseTone: Record<CaseState, Tone> = {
  PLANNED: 'wait',
  DECIDED: 'active',
  ANNOUNCED: 'active',
  SELF_REPORTED: 'active',
  VERIFYING: 'active',
  HEARING: 'active',
  REPORTED: 'active',
  CONCLUDED: 'active',
  FOLLOW_UP: 'active',
  FILED: 'done',
  ESCALATED: 'muted',
  TERMINATED: 'muted',
};

export const recommendationTone: Record<RecommendationState, Tone> = { OPEN: 'active', REPORTED: 'wait', REOPENED: 'late', CLOSED: 'done' };

const steps = [
  { key: 'prepare', label: 'Chuẩn bị', states: ['PLANNED', 'DECIDED'] },
  { key: 'carry-out', label: 'Tiến hành', states: ['ANNOUNCED', 'SELF_REPORTED', 'VERIFYING', 'HEARING', 'REPORTED'] },
  { key: 'end', label: 'Kết thúc', states: ['CONCLUDED', 'FOLLOW_UP', 'FILED'] },
] as const satisfies { key: string; label: string; states: CaseState[] }[];

export const caseSteps: readonly { readonly key: string; readonly label: string }[] = steps;

/** In which of the three steps a case is; undefined for one that has left its course. */
export const stepOf = (state: CaseState): string | undefined => steps.find((s) => (s.states as readonly CaseState[]).includes(state))?.key;

/** What comes next, for whoever looks at the page. */
export const nextText: Record<CaseState, string> = {
  PLANNED: 'Phân công đoàn, tổ; ghi kế hoạch, đề cương; rồi ra quyết định.',
  DECIDED: 'Triển khai quyết định đến đối tượng.',
  ANNOUNCED: 'Chờ đối tượng nộp báo cáo tự kiểm tra.',
  SELF_REPORTED: 'Bắt đầu thẩm tra, xác minh.',
  VERIFYING: 'Ghi chép thẩm tra, ghi nhận ưu điểm, khuyết điểm, vi phạm; rồi làm việc với đối tượng.',
  HEARING: 'Nghe đối tượng trình bày, ghi biên bản, rồi báo cáo kết quả.',
  REPORTED: 'Người ra quyết định xem xét báo cáo và kết luận.',
  CONCLUDED: 'Chuyển sang theo dõi việc thực hiện kết luận.',
  FOLLOW_UP: 'Kiểm tra lại từng kiến nghị. Khi mọi kiến nghị đã kết thúc thì lưu hồ sơ.',
  FILED: 'Hồ sơ đã lưu.',
  ESCALATED: 'Cuộc này đã chuyển xử lý.',
  TERMINATED: 'Cuộc này đã dừng.',
};

/** Each line of a text that says something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

type Outline = NonNullable<InspectionCase['plan']>['outline'];

/** An outline as it is typed: a line is a content, one with a dash in front a question of the content above it. */
export function outlineOf(text: string): Outline {
  const outline: Outline = [];
  for (const one of linesOf(text)) {
    const question = /^[-–+•]\s*(.+)$/u.exec(one)?.[1];
    if (question === undefined) outline.push({ title: one, questions: [] });
    else if (outline.length === 0) outline.push({ title: 'Nội dung', questions: [question] });
    else outline.at(-1)?.questions.push(question);
  }
  return outline;
}

export const outlineText = (outline: Outline): string =>
  outline.flatMap(({ title, questions }) => [title, ...questions.map((q) => `- ${q}`)]).join('\n');
