import { z } from 'zod';
import { conflict, tooMany, unauthenticated } from '../problem.js';
import { Id } from '../types.js';

/** How somebody proves who they are besides the password. */
export const CodeWay = z.enum(['TOTP', 'CARD', 'RECOVERY']);
export type CodeWay = z.infer<typeof CodeWay>;

/** A code as people type it: spaces and hyphens do not count. Six digits of an app, eight of a card, ten letters and digits of a paper. */
export const Code = z
  .string({ error: 'Chưa nhập mã' })
  .regex(/^[ -]*([0-9A-Za-z][ -]*){6,10}$/, { error: 'Mã gồm 6 chữ số trên điện thoại, 8 chữ số trên thẻ, hoặc 10 ký tự của mã dự phòng' });

/** What can be asked of an account besides its password. */
export const CodeAsked = z.strictObject({
  /** An app on a phone makes the codes. */
  totp: z.boolean(),
  /** The number on the printed card whose code is asked for. */
  cardNumber: z.number().int().optional(),
  /** The code of this moment, in a simulated data set and nowhere else. */
  simulatedCode: z.string().optional(),
});
export type CodeAsked = z.infer<typeof CodeAsked>;

/** A new secret for an app, as text and as the address that a QR code carries (`otpauth://`). */
export const NewTotp = z.strictObject({ secret: z.string(), uri: z.string() });

/**
 * What follows the password or the code: the browser goes on (`to` is an address of ours); a code is asked for; an app is set up,
 * whose first code is asked for; or codes for an emergency are shown, once.
 */
export const SignInAnswer = z.discriminatedUnion('next', [
  z.strictObject({ next: z.literal('DONE'), to: z.string() }),
  z.strictObject({ next: z.literal('CODE'), asked: CodeAsked }),
  z.strictObject({ next: z.literal('ENROLL'), totp: NewTotp, mayUseCard: z.boolean() }),
  z.strictObject({ next: z.literal('RECOVERY_CODES'), to: z.string(), codes: z.array(z.string()) }),
]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

export const signInRefused = unauthenticated('Tên đăng nhập hoặc mật khẩu chưa đúng.');
export const signInTooOften = tooMany('Đăng nhập sai nhiều lần. Hãy đợi một lát rồi thử lại.');
export const signInOver = conflict('Trang đăng nhập đã mở quá lâu. Hãy tải lại trang rồi đăng nhập.');
export const codeWrong = conflict('Mã chưa đúng hoặc đã dùng rồi. Hãy xem mã mới và nhập lại.');

/** A browser that somebody has signed in with before, and who: sealed in its cookie by the gateway. */
export const KnownDevice = z.strictObject({ id: z.string().max(100), accounts: z.array(Id).max(20) });
export type KnownDevice = z.infer<typeof KnownDevice>;
