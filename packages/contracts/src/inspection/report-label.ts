import { postLabel } from '../organization/body.js';
import { appealOutcomeLabel, appealStateLabel } from './appeal-state.js';
import { denunciationStateLabel, itemResultLabel } from './denunciation-state.js';
import { violationContentLabel } from './discipline-state.js';
import { disciplineFormLabel, inspectionKindLabel } from './kind.js';
import type { ReportMeasure, ReportPeriod } from './report.js';

/** Heads of the parts of a report, in its order. */
export const reportMeasureLabel: Record<ReportMeasure, string> = {
  CASE_OPENED: 'Số cuộc đã lập hồ sơ',
  CASE_CONCLUDED: 'Số cuộc đã kết luận',
  CASE_WITH_VIOLATION: 'Số cuộc kết luận có vi phạm',
  RECOMMENDATION: 'Kiến nghị sau kiểm tra, giám sát đến hạn trong kỳ',
  DISCIPLINE_BY_FORM: 'Thi hành kỷ luật theo hình thức',
  DISCIPLINE_BY_POST: 'Đảng viên bị kỷ luật theo chức vụ',
  DISCIPLINE_BY_CONTENT: 'Thi hành kỷ luật theo nội dung vi phạm',
  SUSPENSION: 'Đình chỉ sinh hoạt đảng',
  APPEAL: 'Khiếu nại kỷ luật nhận trong kỳ',
  DENUNCIATION: 'Tố cáo nhận trong kỳ',
  DENUNCIATION_ITEM: 'Nội dung tố cáo đã kết luận',
};

const codeLabel: Record<ReportMeasure, Readonly<Record<string, string>>> = {
  CASE_OPENED: inspectionKindLabel,
  CASE_CONCLUDED: inspectionKindLabel,
  CASE_WITH_VIOLATION: inspectionKindLabel,
  RECOMMENDATION: { CLOSED: 'Đã thực hiện, kiểm tra lại đạt', OVERDUE: 'Quá hạn', OPEN: 'Đang trong hạn' },
  DISCIPLINE_BY_FORM: disciplineFormLabel,
  DISCIPLINE_BY_POST: { ...postLabel, NONE: 'Đảng viên không giữ chức vụ trong cấp ủy' },
  DISCIPLINE_BY_CONTENT: violationContentLabel,
  SUSPENSION: { ALL: 'Số lượt đình chỉ' },
  APPEAL: { ...appealStateLabel, ...appealOutcomeLabel },
  DENUNCIATION: denunciationStateLabel,
  DENUNCIATION_ITEM: itemResultLabel,
};

/** What a figure counts, in the words of the reports. */
export const reportCodeText = (measure: ReportMeasure, code: string): string => codeLabel[measure][code] ?? code;

const PARTS = new Map([
  ['Q1', 'Quý I năm'],
  ['Q2', 'Quý II năm'],
  ['Q3', 'Quý III năm'],
  ['Q4', 'Quý IV năm'],
  ['H1', '6 tháng đầu năm'],
  ['H2', '6 tháng cuối năm'],
]);

/** 'Quý IV năm 2026' of '2026-Q4', 'Năm 2026' of '2026'. */
export const reportPeriodText = (period: ReportPeriod): string => `${PARTS.get(period.slice(5)) ?? 'Năm'} ${period.slice(0, 4)}`;
