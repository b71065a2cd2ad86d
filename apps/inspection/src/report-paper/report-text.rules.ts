import { subjectKindLabel } from '@vungmanh/contracts/inspection/kind';
import type { LineTotals } from '@vungmanh/contracts/inspection/program';
import { ReportMeasure, type InspectionReport, type ReportFigure } from '@vungmanh/contracts/inspection/report';
import { reportCodeText, reportMeasureLabel, reportPeriodText } from '@vungmanh/contracts/inspection/report-label';
import type { ReportPaper, ReportRemarks } from '@vungmanh/contracts/inspection/report-paper';

/** What is told where a number is kept back. */
const KEPT_BACK = 'không nêu số';

/** What is said not to have happened, measure by measure; the ways in which the same things are divided say nothing more. */
const NONE: Partial<Record<ReportMeasure, string>> = {
  CASE_OPENED: 'cuộc kiểm tra, giám sát nào được lập hồ sơ',
  CASE_CONCLUDED: 'cuộc nào được kết luận',
  RECOMMENDATION: 'kiến nghị nào đến hạn',
  DISCIPLINE_BY_FORM: 'trường hợp nào bị thi hành kỷ luật',
  SUSPENSION: 'trường hợp nào bị đình chỉ sinh hoạt đảng',
  APPEAL: 'khiếu nại kỷ luật nào',
  DENUNCIATION: 'đơn tố cáo nào',
};

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
const shown = (count: number | undefined): string => (count === undefined ? KEPT_BACK : String(count));
const all = ({ planned, inProgress, done }: LineTotals): number => planned + inProgress + done;

const nameOf = ({ measure, code, subject }: ReportFigure): string =>
  reportCodeText(measure, code) + (subject === undefined ? '' : ` (${subjectKindLabel[subject].toLocaleLowerCase('vi')})`);

/** The period inside a sentence: "quý IV năm 2026". */
export const termOf = ({ period }: Pick<InspectionReport, 'period'>): string => lower(reportPeriodText(period));

interface Totals {
  readonly now: LineTotals;
  readonly before: LineTotals;
}

function totalsOf({ planned }: InspectionReport): Totals {
  const none = { planned: 0, inProgress: 0, done: 0, overdue: 0 };
  const add = (a: LineTotals, b: LineTotals): LineTotals => ({
    planned: a.planned + b.planned,
    inProgress: a.inProgress + b.inProgress,
    done: a.done + b.done,
    overdue: a.overdue + b.overdue,
  });
  return { now: planned.reduce(add, none), before: planned.reduce((sum, { before }) => add(sum, before), none) };
}

function ofProgram(report: InspectionReport): string {
  const { now, before } = totalsOf(report);
  if (all(now) === 0) return `Trong ${termOf(report)} không có cuộc kiểm tra, giám sát nào trong chương trình đã thông báo.`;
  const late = now.overdue === 0 ? 'không có cuộc nào quá hạn' : `quá hạn ${now.overdue} cuộc`;
  const then = all(before) === 0 ? '' : ` Cùng kỳ năm trước có ${all(before)} cuộc, đã xong ${before.done} cuộc.`;
  return (
    `Trong ${termOf(report)} có ${all(now)} cuộc kiểm tra, giám sát theo chương trình đã thông báo: đã xong ${now.done} cuộc, ` +
    `đang tiến hành ${now.inProgress} cuộc, chưa tiến hành ${now.planned} cuộc; ${late}.${then}`
  );
}

function ofMeasure(measure: ReportMeasure, figures: readonly ReportFigure[]): string {
  const parts = figures.map((figure) => `${lower(nameOf(figure))} ${shown(figure.count)} (cùng kỳ năm trước ${shown(figure.before)})`);
  return `${reportMeasureLabel[measure]}: ${parts.join('; ')}.`;
}

/** What came of the period, in sentences that stand by themselves. */
export function resultsOf(report: InspectionReport): string[] {
  const of = (measure: ReportMeasure) => report.figures.filter((figure) => figure.measure === measure);
  const told = ReportMeasure.options.flatMap((measure) => (of(measure).length === 0 ? [] : [ofMeasure(measure, of(measure))]));
  const none = ReportMeasure.options.flatMap((measure) => (of(measure).length === 0 ? (NONE[measure] ?? []) : []));
  return [ofProgram(report), ...told, ...(none.length === 0 ? [] : [`Trong kỳ không có ${none.join('; không có ')}.`])];
}

/** The same as a table. */
export function figureRowsOf(report: InspectionReport): ReportPaper['figures'] {
  const { now, before } = totalsOf(report);
  const program: [string, number, number][] = [
    ['Số cuộc theo chương trình', all(now), all(before)],
    ['Số cuộc theo chương trình đã xong', now.done, before.done],
    ['Số cuộc theo chương trình quá hạn', now.overdue, before.overdue],
  ];
  return [
    ...program.map(([what, a, b]) => ({ what, now: String(a), before: String(b) })),
    ...report.figures.map((figure) => ({
      what: `${reportMeasureLabel[figure.measure]}: ${lower(nameOf(figure))}`,
      now: shown(figure.count),
      before: shown(figure.before),
    })),
  ];
}

const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1).replace('.', ',').replace(/,0$/, '')}%`;

/** What a report begins with where its people have written nothing yet: sentences that the figures bear out, no blanks. */
export function firstRemarks(report: InspectionReport): ReportRemarks {
  const { now, before } = totalsOf(report);
  const recommended = (code: string) => report.figures.find((figure) => figure.measure === 'RECOMMENDATION' && figure.code === code);
  const [closed, late, open] = [recommended('CLOSED'), recommended('OVERDUE'), recommended('OPEN')];
  const left = all(now) - now.done;
  const count = (figure: ReportFigure): string => (figure.count === undefined ? '' : `${figure.count} `);
  const then = all(before) === 0 ? '' : `; cùng kỳ năm trước hoàn thành ${before.done}/${all(before)} cuộc`;
  const some = (lines: readonly (string | false)[], otherwise: string): string => {
    const kept = lines.filter((line) => line !== false);
    return kept.length === 0 ? otherwise : kept.join('\n');
  };
  const isThere = (figure: ReportFigure | undefined): figure is ReportFigure => figure !== undefined && figure.count !== 0;
  return {
    assessment: some(
      [
        all(now) > 0 && `Đã hoàn thành ${now.done}/${all(now)} cuộc kiểm tra, giám sát theo chương trình (${share(now.done, all(now))})${then}.`,
        isThere(closed) && `Đã thực hiện xong, kiểm tra lại đạt ${count(closed)}kiến nghị sau kiểm tra, giám sát đến hạn trong kỳ.`,
      ],
      `Trong ${termOf(report)} chưa có cuộc kiểm tra, giám sát nào đến kỳ hoàn thành theo chương trình.`,
    ),
    shortcomings: some(
      [
        now.overdue > 0 && `Còn ${now.overdue} cuộc kiểm tra, giám sát theo chương trình quá hạn chưa hoàn thành.`,
        isThere(late) && `Còn ${count(late)}kiến nghị sau kiểm tra, giám sát quá hạn chưa thực hiện xong.`,
      ],
      'Không có cuộc kiểm tra, giám sát theo chương trình và kiến nghị nào quá hạn.',
    ),
    directions: some(
      [
        left > 0 && `Hoàn thành ${left} cuộc kiểm tra, giám sát còn lại theo chương trình.`,
        (isThere(late) || isThere(open)) && 'Đôn đốc, kiểm tra lại việc thực hiện các kiến nghị chưa xong.',
        'Tiếp tục thực hiện chương trình kiểm tra, giám sát của kỳ sau; thông báo kịp thời đến các đối tượng.',
      ],
      '',
    ),
  };
}
