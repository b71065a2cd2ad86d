import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { command, post } from '../operation.js';
import { conflict } from '../problem.js';
import { Done } from '../types.js';
import { Password, passwordCommon } from './account.js';
import { signInTooOften } from './sign-in.js';

/** A person gives themselves another password; their sessions elsewhere end. */
export const changePassword = command({
  subject: 'identity.account.change-password',
  http: post('/my/password'),
  access: { signedIn: true },
  audit: 'Đổi mật khẩu',
  on: 'many',
  deadlineSeconds: 10,
  input: z.strictObject({
    currentPassword: z.string().min(1, { error: 'Chưa nhập mật khẩu hiện tại' }).max(200),
    newPassword: Password,
  }),
  output: Done,
  errors: {
    'identity/current-password-wrong': conflict('Mật khẩu hiện tại chưa đúng.'),
    'identity/password-common': passwordCommon,
    'identity/sign-in-too-often': signInTooOften,
  },
});

/** Every session of the account ends but the one in which the password was changed. */
export const passwordChanged = event('identity.account.password-changed', 1, Versioned.extend({ keptSession: z.string().optional() }), {
  gateway: ['close-other-sessions'],
});
