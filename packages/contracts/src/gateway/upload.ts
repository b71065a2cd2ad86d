import { z } from 'zod';
import { tooLarge, unsupportedType } from '../problem.js';
import { Id } from '../types.js';

/** What may be uploaded; decided by what the bytes are, not by what the sender calls them. */
export const FileType = z.enum([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/png',
  'image/jpeg',
]);
export type FileType = z.infer<typeof FileType>;

/** 20 MiB. */
export const UPLOAD_BYTES = 20 * 1024 * 1024;

/**
 * The answer of `POST /api/files`, whose body is the file itself (no form). The file is nameless and belongs to nothing until the
 * owner's command attaches it by `fileId`; unattached files die after a day.
 */
export const Uploaded = z.strictObject({ fileId: Id, type: FileType, size: z.number().int(), sha256: z.string() });
export type Uploaded = z.infer<typeof Uploaded>;

export const uploadRefusals = {
  'gateway/file-too-large': tooLarge('Tệp lớn hơn 20 MB. Hãy giảm dung lượng tệp rồi gửi lại.'),
  'gateway/file-type': unsupportedType('Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx), PNG hoặc JPEG.'),
} as const;

/** The output of a query with `download: true`: the gateway streams that file under that name instead of this answer. */
export const Download = z.strictObject({ fileId: Id, name: z.string().max(200), type: z.string().max(200) });
export type Download = z.infer<typeof Download>;
