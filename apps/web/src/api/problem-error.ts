import { ProblemBody, statusOf } from '@vungmanh/contracts/problem';
import type { CommonCode, FieldError, Kind } from '@vungmanh/contracts/problem';

/** `offline`: no answer came; `unreadable`: something answered that is not our gateway (a captive portal, a proxy). */
export type WebKind = Kind | 'offline' | 'unreadable';
export type WebCode = CommonCode | 'web/offline' | 'web/unreadable';

const kindOf = new Map<number, Kind>(Object.entries(statusOf).map(([kind, status]) => [status, kind as Kind]));

/** A refused or lost request, with the sentence to show. `Code` are the codes that its contract declares. */
export class ProblemError<Code extends string = string> extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly kind: WebKind,
    readonly code: Code | WebCode,
    title: string,
    readonly more: { detail?: string; trace?: string; errors?: readonly FieldError[] } = {},
  ) {
    super(title);
  }

  /** What the person should read and do. */
  get title(): string {
    return this.message;
  }

  /** Whether the same request may be answered well a moment later, under the same idempotency key. */
  get passing(): boolean {
    return this.kind === 'offline' || this.kind === 'unavailable' || this.kind === 'timeout';
  }
}

export function offline(): ProblemError {
  return new ProblemError(
    'offline',
    'web/offline',
    'Chưa kết nối được với máy chủ. Đồng chí kiểm tra lại mạng rồi thử lại; những gì đã nhập vẫn còn trên màn hình.',
  );
}

/** Reads the body of an answer of status 400 and above. */
export function problemOf(status: number, body: unknown): ProblemError {
  const read = ProblemBody.safeParse(body);
  if (!read.success) {
    return new ProblemError('unreadable', 'web/unreadable', `Máy chủ trả lời không đúng dạng (mã ${status}). Đồng chí thử lại sau ít phút.`);
  }
  const { title, code, detail, instance, errors } = read.data;
  return new ProblemError(kindOf.get(status) ?? 'internal', code, title, { detail, trace: instance, errors });
}
