import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { Id, line, page, pageInput, Version } from '../types.js';
import { beyondGiver, HeldGrant, needsTwo, roleCode } from './role.js';
import { KnownDevice, SignInAnswer, signInOver, signInRefused, signInTooOften } from './sign-in.js';

/** Lower case letters, digits, dot, hyphen, underscore: what can be typed on any keyboard, with or without Telex. */
export const Username = z
  .string({ error: 'Chưa nhập tên đăng nhập' })
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, { error: 'Tên đăng nhập gồm 3 đến 40 chữ cái không dấu, chữ số, dấu chấm, gạch nối' });

/** ASVS 6.2: length alone, no rule about kinds of characters; nothing is trimmed or changed. */
export const Password = z
  .string({ error: 'Chưa nhập mật khẩu' })
  .min(8, { error: 'Mật khẩu có ít nhất 8 ký tự' })
  .max(128, { error: 'Mật khẩu dài quá 128 ký tự' });

export const passwordCommon = invalid(
  'Mật khẩu này có trong danh sách mật khẩu phổ biến, đã bị lộ. Hãy chọn mật khẩu khác, ví dụ bốn từ không liên quan nhau.',
);

/** Who can sign in. `personId` says which person of `membership` it is; an account of an office has none. */
export const Account = z.strictObject({
  id: Id,
  username: z.string(),
  displayName: z.string(),
  personId: Id.optional(),
  disabled: z.boolean(),
  grants: z.array(HeldGrant),
  version: Version,
});
export type Account = z.infer<typeof Account>;

/** Whether an account may still sign in. Its sessions end when it is disabled. */
export const accountChanged = event('identity.account.changed', 1, Versioned.extend({ disabled: z.boolean() }), {
  gateway: ['close-sessions'],
});

/**
 * Checks the password of somebody whom the provider waits for, and tells the provider. One and the same refusal whether the account
 * is unknown, disabled or the password wrong; `address` is where the attempt comes from, `interaction` what the provider gave the
 * browser to hold. Not repeatable under its key: nothing that could be guessed from is stored.
 */
export const authenticate = command({
  subject: 'identity.account.authenticate',
  access: { internal: ['gateway'] },
  audit: 'Nhập đúng mật khẩu khi đăng nhập',
  on: 'many',
  deadlineSeconds: 10,
  input: z.strictObject({
    interaction: z.string().max(100),
    username: z.string().max(200),
    password: z.string().max(200),
    address: z.string().max(100),
    device: KnownDevice.optional(),
  }),
  output: SignInAnswer,
  errors: { 'identity/sign-in-refused': signInRefused, 'identity/sign-in-too-often': signInTooOften, 'identity/sign-in-over': signInOver },
});

/** The account that an issuer vouches for, for a session that begins. Our own provider's `subject` is its id, another's is its name. */
export const enter = command({
  subject: 'identity.account.enter',
  access: { internal: ['gateway'] },
  audit: 'Đăng nhập',
  on: 'many',
  input: z.strictObject({ subject: z.string().max(255), issuer: z.enum(['OURS', 'OTHER']) }),
  output: z.strictObject({ accountId: Id, personId: Id.optional() }),
  errors: { 'identity/sign-in-refused': signInRefused },
});

/** What the web needs to know of the account behind a session. */
export const profile = query({
  subject: 'identity.account.profile',
  access: { internal: ['gateway'] },
  input: z.strictObject({ accountId: Id }),
  output: Account,
});

/** The accounts that hold something in the organizations in which the asker gives grants. */
export const listAccounts = query({
  subject: 'identity.account.list',
  http: get('/accounts'),
  access: { grant: 'identity:manage-grants' },
  input: z.strictObject({ ...pageInput, search: line(100).optional() }),
  output: page(Account),
});

/**
 * Opens an account together with its first grant: an account that holds nothing belongs to nobody's scope. Without a password it
 * waits for an invitation, by which the person sets their own.
 */
export const createAccount = command({
  subject: 'identity.account.create',
  http: post('/accounts'),
  access: { grant: 'identity:manage-grants', on: 'nodeId', stepUp: true },
  audit: 'Mở tài khoản',
  on: 'new',
  input: z.strictObject({
    username: Username,
    password: Password.optional(),
    displayName: line(100),
    personId: Id.optional(),
    roleCode,
    nodeId: Id,
    below: z.boolean(),
  }),
  output: Account,
  errors: {
    'identity/username-taken': conflict('Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.'),
    'identity/person-has-account': conflict('Đảng viên này đã có tài khoản. Hãy giao thêm quyền cho tài khoản ấy.'),
    'identity/password-common': passwordCommon,
    ...beyondGiver,
    'identity/four-eyes': needsTwo,
  },
});

/** Closes an account to sign-in and ends its sessions; what it did stays. */
export const disableAccount = command({
  subject: 'identity.account.disable',
  http: post('/accounts/:accountId/disable'),
  access: { grant: 'identity:manage-grants' },
  audit: 'Khóa tài khoản',
  on: 'existing',
  input: z.strictObject({ accountId: Id, reason: line(300) }),
  output: Account,
  errors: {
    'identity/own-account': conflict('Đồng chí không tự khóa được tài khoản của mình.'),
    'identity/held-elsewhere': conflict(
      'Tài khoản này còn giữ quyền ở tổ chức ngoài phạm vi của đồng chí. Hãy thu hồi quyền trong phạm vi của mình.',
    ),
  },
});
