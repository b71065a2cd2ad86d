import { z } from 'zod';

/**
 * Every way in which a request can be refused. The HTTP status follows from the kind and from nothing else,
 * so that a use case never speaks of HTTP (RFC 9110, RFC 9457).
 */
export const statusOf = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'unsupported-type': 415,
  invalid: 422,
  'precondition-required': 428,
  'too-many': 429,
  internal: 500,
  unavailable: 503,
  timeout: 504,
} as const satisfies Record<string, number>;

export type Kind = keyof typeof statusOf;

/** What a contract declares of one refusal: its kind and the Vietnamese sentence that tells the person what to do. */
export interface Refusal {
  readonly kind: Kind;
  readonly title: string;
}

export type Refusals = Readonly<Record<string, Refusal>>;

/** The act contradicts what already stands (409). */
export const conflict = (title: string): Refusal => ({ kind: 'conflict', title });
/** The input is well formed but breaks a rule (422). */
export const invalid = (title: string): Refusal => ({ kind: 'invalid', title });
/** Not there, or not for this person: the two are never told apart (404). */
export const notFound = (title: string): Refusal => ({ kind: 'not-found', title });
/** Known, and not allowed to do this at all (403). */
export const forbidden = (title: string): Refusal => ({ kind: 'forbidden', title });
/** Not known: sign-in failed or has ended (401). */
export const unauthenticated = (title: string): Refusal => ({ kind: 'unauthenticated', title });
export const tooLarge = (title: string): Refusal => ({ kind: 'too-large', title });
export const unsupportedType = (title: string): Refusal => ({ kind: 'unsupported-type', title });
export const tooMany = (title: string): Refusal => ({ kind: 'too-many', title });

/** One field of the input that is wrong; `pointer` is a JSON pointer (RFC 6901). */
export const FieldError = z.strictObject({ pointer: z.string(), detail: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** The body of every answer of status 400 and above (RFC 9457). `code` is the closed list that programs switch on. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(FieldError).optional(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;

/** Refusals that any operation may answer with; a contract need not declare them. */
export const common = {
  'request/malformed': { kind: 'malformed', title: 'Yêu cầu gửi lên không đọc được. Hãy tải lại trang rồi thử lại.' },
  'request/invalid': { kind: 'invalid', title: 'Có ô nhập chưa đúng. Hãy xem các ô được đánh dấu và sửa lại.' },
  'request/unauthenticated': { kind: 'unauthenticated', title: 'Phiên làm việc đã hết. Hãy đăng nhập lại.' },
  'request/forbidden': {
    kind: 'forbidden',
    title: 'Tài khoản của đồng chí chưa được giao quyền làm việc này. Hãy liên hệ cán bộ quản trị của cấp ủy.',
  },
  'request/step-up': {
    kind: 'forbidden',
    title: 'Việc này chưa được thực hiện vì cần xác nhận bằng mã xác thực. Đồng chí làm lại rồi nhập mã.',
  },
  'request/not-found': { kind: 'not-found', title: 'Không tìm thấy nội dung này, hoặc đồng chí không được giao quyền xem.' },
  'request/stale': { kind: 'stale', title: 'Người khác vừa thay đổi nội dung này. Hãy tải lại trang để xem bản mới nhất rồi làm lại.' },
  'request/precondition-required': { kind: 'precondition-required', title: 'Thiếu phiên bản của nội dung đang sửa. Hãy tải lại trang rồi thử lại.' },
  'request/key-required': { kind: 'malformed', title: 'Thiếu mã chống gửi trùng. Hãy tải lại trang rồi thử lại.' },
  'request/key-reused': { kind: 'invalid', title: 'Mã chống gửi trùng đã dùng cho một nội dung khác. Hãy tải lại trang rồi thử lại.' },
  'request/too-many': { kind: 'too-many', title: 'Thao tác quá nhanh. Hãy đợi một phút rồi thử lại.' },
  'request/too-large': { kind: 'too-large', title: 'Nội dung gửi lên quá lớn.' },
  'request/unsupported-type': { kind: 'unsupported-type', title: 'Loại nội dung gửi lên không được hỗ trợ.' },
  'request/internal': {
    kind: 'internal',
    title: 'Hệ thống gặp lỗi ngoài dự kiến. Nội dung chưa được lưu. Hãy thử lại; nếu vẫn lỗi, báo mã lỗi cho cán bộ kỹ thuật.',
  },
  'request/unavailable': { kind: 'unavailable', title: 'Hệ thống tạm thời chưa sẵn sàng. Hãy thử lại sau ít giây.' },
  'request/timeout': { kind: 'timeout', title: 'Hệ thống trả lời quá lâu. Hãy tải lại trang để xem việc đã được ghi chưa rồi thử lại.' },
} as const satisfies Refusals;

export type CommonCode = keyof typeof common;
