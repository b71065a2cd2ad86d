import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { Download } from '../gateway/upload.js';
import { CalendarDate, Id, page, pageInput, text } from '../types.js';
import { InspectionKind } from './kind.js';
import { ProgramActor } from './program.js';

/** What was noticed and how, never from whom; what the body has done so far; what it proposes. */
const written = { signs: text(5000), done: text(5000).optional(), proposal: text(2000) };

/** What a body may not inspect itself it reports in writing to the committee that is competent (domain §5.2). */
export const WrittenReport = z.object({
  id: Id,
  nodeName: z.string(),
  toName: z.string(),
  kind: InspectionKind,
  subjectName: z.string(),
  datedOn: CalendarDate,
  signs: z.string(),
  done: z.string().optional(),
  proposal: z.string(),
  byName: z.string(),
});
export type WrittenReport = z.infer<typeof WrittenReport>;

export const reportInWriting = command({
  subject: 'inspection.written-report.send',
  http: post('/written-reports'),
  access: { grant: 'inspection:conduct', on: 'nodeId', own: true },
  audit: 'Báo cáo bằng văn bản với cấp ủy có thẩm quyền',
  on: 'new',
  input: z.strictObject({ nodeId: Id, actor: ProgramActor, kind: InspectionKind, subjectId: Id, datedOn: CalendarDate, ...written }),
  output: z.object({ id: Id }),
  errors: {
    'inspection/competent-itself': conflict('Cơ quan này có thẩm quyền tự tiến hành. Hãy lập hồ sơ cuộc kiểm tra, giám sát.'),
    'inspection/subject-outside': invalid('Đối tượng không thuộc phạm vi của cơ quan báo cáo. Hãy chọn lại.'),
    'inspection/in-the-future': invalid('Ngày báo cáo không thể ở tương lai.'),
    'inspection/nobody-to-tell': conflict('Cấp ủy có thẩm quyền chưa có bí thư trong hệ thống. Hãy gửi bằng văn bản giấy.'),
    'inspection/no-person': forbidden('Tài khoản này chưa gắn với một đảng viên. Hãy liên hệ cán bộ quản trị.'),
  },
});

/** Those that the signed-in person has sent or received, the latest first. */
export const myWrittenReports = query({
  subject: 'inspection.written-report.mine',
  http: get('/my/written-reports'),
  access: { self: true },
  audit: 'Đọc báo cáo bằng văn bản gửi cấp ủy có thẩm quyền',
  input: z.strictObject({ ...pageInput }),
  output: page(WrittenReport),
});

/** The report in the prescribed form, for who has sent or received it. It takes no number of the register: that is left for the pen. */
export const downloadWrittenReport = query({
  subject: 'inspection.written-report.download',
  http: get('/written-reports/:reportId/paper/:format'),
  access: { self: true },
  audit: 'Tải báo cáo bằng văn bản gửi cấp ủy có thẩm quyền',
  input: z.strictObject({ reportId: Id, format: z.enum(['pdf', 'docx']) }),
  output: Download,
  download: true,
});
