import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { Classification } from '../meetings/meeting-state.js';
import { command, get, post, query } from '../operation.js';
import { conflict, notFound, unsupportedType } from '../problem.js';
import { Id, line, text } from '../types.js';
import { caseRefusals } from './case-part.js';
import { CaseStanding } from './case.js';
import { FindingKind } from './kind.js';

const caseId = { caseId: Id };

/** What the team has checked; never shown to the subject. */
export const addCaseNote = command({
  subject: 'inspection.case.note',
  http: post('/inspection-cases/:caseId/notes'),
  access: { self: true },
  audit: 'Ghi chép thẩm tra, xác minh',
  on: 'existing',
  input: z.strictObject({ ...caseId, text: text(5000) }),
  output: CaseStanding,
  errors: caseRefusals,
});

export const raiseFinding = command({
  subject: 'inspection.case.raise-finding',
  http: post('/inspection-cases/:caseId/findings'),
  access: { self: true },
  audit: 'Ghi nhận ưu điểm, khuyết điểm, vi phạm',
  on: 'existing',
  input: z.strictObject({ ...caseId, kind: FindingKind, about: line(300), text: text(5000) }),
  output: CaseStanding,
  errors: caseRefusals,
});

/** A finding that did not hold is taken back; it stays in the file with its reason and on no paper. */
export const withdrawFinding = command({
  subject: 'inspection.case.withdraw-finding',
  http: post('/inspection-cases/:caseId/findings/:findingId/withdrawal'),
  access: { self: true },
  audit: 'Rút nội dung đã ghi nhận',
  on: 'existing',
  input: z.strictObject({ ...caseId, findingId: Id, reason: line(500) }),
  output: CaseStanding,
  errors: caseRefusals,
});

export const fileRefusals = {
  'inspection/secret-document': unsupportedType(
    'Hệ thống không nhận tài liệu mật. Hãy chuyển tài liệu này theo đường văn thư mật và gỡ khỏi máy tính nối mạng.',
  ),
  'inspection/file-missing': notFound('Không tìm thấy tệp vừa tải lên. Hãy tải lên lại.'),
  'inspection/too-many-documents': conflict('Hồ sơ đã có đủ số tệp cho phép.'),
};
export const attachedFile = { fileId: Id, name: line(200), classification: Classification };

/** A file of the team: evidence of a finding or of the case, or a self-report that came on paper. */
export const attachToCase = command({
  subject: 'inspection.case.attach',
  http: post('/inspection-cases/:caseId/documents'),
  access: { self: true },
  audit: 'Đính kèm tài liệu vào hồ sơ kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, kind: z.enum(['SELF_REPORT', 'EVIDENCE']), findingId: Id.optional(), ...attachedFile }),
  output: CaseStanding,
  errors: { ...caseRefusals, ...fileRefusals },
});

export const downloadCaseDocument = query({
  subject: 'inspection.case.download-document',
  http: get('/inspection-cases/:caseId/documents/:documentId'),
  access: { self: true },
  audit: 'Tải tài liệu trong hồ sơ kiểm tra, giám sát',
  input: z.strictObject({ ...caseId, documentId: Id }),
  output: Download,
  download: true,
});
