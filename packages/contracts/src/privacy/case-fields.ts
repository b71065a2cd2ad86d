import type { PersonalField } from './field.js';

const inspection = {
  group: 'Kiểm tra, giám sát',
  class: 'SENSITIVE',
  basis: 'Công tác kiểm tra, giám sát của Đảng (QĐ 21-QĐ/TW 11/4/2026); Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP',
  retention: 'Như hồ sơ kiểm tra, giám sát của cơ quan tiến hành; không tự xóa',
  // Whoever reads a case stands on its own list; a permission alone shows nothing of it.
  readers: ['self', 'inspection:conduct'],
  stored: 'SEALED',
} as const;

/** What cases, their follow-up and written reports keep of their subjects and of whoever works on them. */
export const caseFields = [
  {
    ...inspection,
    key: 'case',
    label: 'Nội dung kiểm tra, giám sát; kế hoạch, biên bản, báo cáo, kết luận; lý do của từng bước',
    purpose: 'Tiến hành cuộc kiểm tra, giám sát theo quy trình, ra văn bản',
    fields: ['case.content', 'case.plan', 'case.minutes', 'case.report', 'case.conclusion', 'case.steps', 'case.access'],
    columns: [
      'inspection.inspection_case.content_sealed',
      'inspection.inspection_case.plan_sealed',
      'inspection.inspection_case.minutes_sealed',
      'inspection.inspection_case.report_sealed',
      'inspection.inspection_case.conclusion_sealed',
      'inspection.case_step.note_sealed',
      'inspection.case_access.reason_sealed',
    ],
  },
  {
    ...inspection,
    key: 'case-findings',
    label: 'Ghi chép thẩm tra, xác minh; ưu điểm, khuyết điểm, vi phạm; ý kiến của đối tượng; tên tệp hồ sơ',
    purpose: 'Làm căn cứ báo cáo, kết luận; bảo đảm quyền giải trình, bảo lưu ý kiến của đối tượng',
    fields: ['case.notes', 'case.findings', 'case.statements', 'case.documents'],
    columns: [
      'inspection.case_note.text_sealed',
      'inspection.case_finding.text_sealed',
      'inspection.case_statement.text_sealed',
      'inspection.case_document.name_sealed',
    ],
  },
  {
    ...inspection,
    key: 'recommendation',
    label: 'Kiến nghị sau kết luận, kết quả thực hiện, kiểm tra lại',
    purpose: 'Theo dõi việc thực hiện kết luận',
    fields: ['recommendation.content', 'recommendation.history', 'recommendation.evidence'],
    columns: [
      'inspection.recommendation.content_sealed',
      'inspection.recommendation_step.text_sealed',
      'inspection.recommendation_evidence.name_sealed',
    ],
  },
  {
    ...inspection,
    key: 'written-report',
    label: 'Báo cáo bằng văn bản gửi cấp ủy có thẩm quyền, hồ sơ chuyển xử lý; trả lời của nơi nhận',
    purpose: 'Chuyển đến nơi có thẩm quyền việc mà cơ quan báo cáo không được tự tiến hành',
    fields: ['writtenReport.signs', 'writtenReport.done', 'writtenReport.proposal', 'writtenReport.answer', 'case.wentTo'],
    columns: ['inspection.written_report.text_sealed', 'inspection.written_report.answer_sealed'],
  },
  {
    ...inspection,
    key: 'report-paper',
    label: 'Nhận xét, hạn chế, phương hướng trong báo cáo kiểm tra, giám sát của kỳ',
    purpose: 'Báo cáo cấp ủy, ủy ban kiểm tra cấp trên; không nêu tên người',
    readers: ['inspection:read'],
    fields: ['reportPaper.remarks'],
    columns: ['inspection.inspection_report.remarks_sealed'],
  },
] as const satisfies readonly PersonalField[];
