import { z } from 'zod';
import { command, post } from '../operation.js';
import { conflict } from '../problem.js';
import { Done, Id, Instant } from '../types.js';
import { Password, passwordCommon } from './account.js';
import { Code, signInTooOften } from './sign-in.js';

/**
 * Makes a code, good once and for some days, with which a person sets their own password: for an account that is new, or whose
 * password was forgotten. Printed and handed over; the code before is void. Shown this once.
 */
export const inviteAccount = command({
  subject: 'identity.invitation.make',
  http: post('/accounts/:accountId/invitation'),
  access: { grant: 'identity:manage-grants', stepUp: true },
  audit: 'In giấy mời đặt mật khẩu',
  on: 'many',
  input: z.strictObject({ accountId: Id }),
  output: z.strictObject({ username: z.string(), code: z.string(), expiresAt: Instant }),
  errors: {
    'identity/own-account': conflict('Đồng chí tự đổi mật khẩu của mình ở trang Bảo mật tài khoản.'),
    'identity/held-elsewhere': conflict('Tài khoản này còn giữ quyền ở tổ chức ngoài phạm vi của đồng chí. Hãy đề nghị cán bộ cấp trên thực hiện.'),
    'identity/account-disabled': conflict('Tài khoản này đã khóa.'),
  },
});

/** What a person writes who has been invited. */
export const Acceptance = z.strictObject({
  username: z.string({ error: 'Chưa nhập tên đăng nhập' }).trim().min(1, { error: 'Chưa nhập tên đăng nhập' }).max(200),
  code: Code,
  password: Password,
});

export const acceptRefusals = {
  'identity/invitation-wrong': conflict(
    'Tên đăng nhập hoặc mã mời chưa đúng, hoặc mã đã hết hạn. Hãy xem lại giấy mời, hoặc xin cán bộ quản trị giấy mới.',
  ),
  'identity/sign-in-too-often': signInTooOften,
  'identity/password-common': passwordCommon,
} as const;

/** Sets the password of whoever holds the code. Not repeatable under its key: nothing that could be guessed from is stored. */
export const acceptInvitation = command({
  subject: 'identity.invitation.accept',
  access: { internal: ['gateway'] },
  audit: 'Đặt mật khẩu theo giấy mời',
  on: 'many',
  deadlineSeconds: 10,
  input: Acceptance.extend({ address: z.string().max(100) }),
  output: Done,
  errors: acceptRefusals,
});
