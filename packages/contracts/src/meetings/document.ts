import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, notFound, unsupportedType } from '../problem.js';
import { Id, line } from '../types.js';
import { Classification } from './meeting-state.js';
import { Meeting, inState } from './meeting.js';

/** Takes an uploaded file as a document of the meeting. Its bytes came through the gateway before (`POST /api/files`). */
export const attachDocument = command({
  subject: 'meetings.document.attach',
  http: post('/meetings/:meetingId/documents'),
  access: { grant: 'meetings:prepare' },
  audit: 'Đính kèm tài liệu sinh hoạt',
  on: 'existing',
  input: z.strictObject({ meetingId: Id, fileId: Id, name: line(200), classification: Classification }),
  output: Meeting,
  errors: {
    ...inState,
    'meetings/secret-document': unsupportedType(
      'Hệ thống không nhận tài liệu mật. Hãy chuyển tài liệu này theo đường văn thư mật và gỡ khỏi máy tính nối mạng.',
    ),
    'meetings/file-missing': notFound('Không tìm thấy tệp vừa tải lên. Hãy tải lên lại.'),
    'meetings/too-many-documents': conflict('Buổi sinh hoạt đã có đủ số tài liệu cho phép.'),
  },
});

/** Where a document's bytes are; the gateway streams them as an attachment. */
export const downloadDocument = query({
  subject: 'meetings.document.download',
  http: get('/meetings/:meetingId/documents/:documentId'),
  access: { grant: 'meetings:read' },
  audit: 'Tải tài liệu cuộc họp',
  input: z.strictObject({ meetingId: Id, documentId: Id }),
  output: z.strictObject({ fileId: Id, name: z.string(), type: z.string() }),
  download: true,
});

/** The same for a member who was called to the meeting. */
export const downloadMyDocument = query({
  subject: 'meetings.document.download-mine',
  http: get('/my/meetings/:meetingId/documents/:documentId'),
  access: { self: true },
  audit: 'Tải tài liệu cuộc họp',
  input: z.strictObject({ meetingId: Id, documentId: Id }),
  output: z.strictObject({ fileId: Id, name: z.string(), type: z.string() }),
  download: true,
});
