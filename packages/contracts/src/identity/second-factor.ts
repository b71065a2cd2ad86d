import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Done, Id, Instant, line } from '../types.js';
import { signInTooOften, Code, CodeAsked, CodeWay, codeWrong, KnownDevice, NewTotp, SignInAnswer, signInOver } from './sign-in.js';

/**
 * What an account must have besides its password, by what it holds: nothing, an app or a printed card as the province has ruled, or
 * an app (rights that reach below an organization, exports, giving rights).
 */
export const FactorNeed = z.enum(['NONE', 'EDITOR', 'APP']);
export type FactorNeed = z.infer<typeof FactorNeed>;

/** What the province has ruled for those who edit in one cell. */
export const EditorFactor = z.enum(['APP_OR_CARD', 'APP']);
export type EditorFactor = z.infer<typeof EditorFactor>;

export const editorFactorLabel: Record<EditorFactor, string> = {
  APP_OR_CARD: 'Ứng dụng trên điện thoại hoặc thẻ mã in sẵn',
  APP: 'Chỉ ứng dụng trên điện thoại',
};

/** Answers the code of somebody whose password the provider has. Not repeatable under its key: a code counts once. */
export const answerCode = command({
  subject: 'identity.second-factor.answer',
  access: { internal: ['gateway'] },
  audit: 'Nhập mã xác thực khi đăng nhập',
  on: 'many',
  input: z.strictObject({ interaction: z.string().max(100), code: Code, address: z.string().max(100), device: KnownDevice.optional() }),
  output: SignInAnswer,
  errors: { 'identity/code-wrong': codeWrong, 'identity/sign-in-too-often': signInTooOften, 'identity/sign-in-over': signInOver },
});

export const noFactor = conflict('Tài khoản này chưa thiết lập mã xác thực. Hãy thiết lập ở trang Bảo mật tài khoản.');

/** Checks a code of somebody who is signed in. */
export const checkCode = command({
  subject: 'identity.second-factor.check',
  access: { internal: ['gateway'] },
  audit: 'Xác nhận bằng mã xác thực',
  on: 'many',
  input: z.strictObject({ accountId: Id, code: Code, address: z.string().max(100), device: KnownDevice.optional() }),
  output: z.strictObject({ way: CodeWay }),
  errors: { 'identity/code-wrong': codeWrong, 'identity/sign-in-too-often': signInTooOften, 'identity/no-factor': noFactor },
});

/** What somebody has besides their password. */
export const SecondFactor = z.strictObject({
  need: FactorNeed,
  /** Absent while there is nothing that could be asked for. */
  asked: CodeAsked.optional(),
  /** Codes for an emergency that are left; absent without an app of one's own. */
  recoveryLeft: z.number().int().optional(),
  /** Codes that are left on the printed card. */
  cardLeft: z.number().int().optional(),
  /** An emergency code was used and nobody has said yet that they know. */
  recoveryUsedAt: Instant.optional(),
});
export type SecondFactor = z.infer<typeof SecondFactor>;

export const mySecondFactor = query({
  subject: 'identity.second-factor.mine',
  http: get('/my/second-factor'),
  access: { signedIn: true },
  input: z.strictObject({}),
  output: SecondFactor,
});

/** Begins to set up an app; nothing counts until a first code has been given. Who has a factor already gives a fresh code first. */
export const beginTotp = command({
  subject: 'identity.second-factor.begin-totp',
  http: post('/my/second-factor/totp'),
  access: { signedIn: true },
  audit: 'Bắt đầu thiết lập ứng dụng xác thực',
  on: 'many',
  deadlineSeconds: 10,
  input: z.strictObject({ currentPassword: z.string().min(1, { error: 'Chưa nhập mật khẩu hiện tại' }).max(200) }),
  output: NewTotp,
  errors: { 'identity/current-password-wrong': conflict('Mật khẩu hiện tại chưa đúng.'), 'identity/sign-in-too-often': signInTooOften },
});

const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) });

/** The first code of the new app; answers codes for an emergency, which are never shown again. */
export const confirmTotp = command({
  subject: 'identity.second-factor.confirm-totp',
  http: post('/my/second-factor/totp/confirm'),
  access: { signedIn: true },
  audit: 'Thiết lập ứng dụng xác thực',
  on: 'many',
  input: z.strictObject({ code: Code }),
  output: RecoveryCodes,
  errors: { 'identity/code-wrong': codeWrong, 'identity/sign-in-too-often': signInTooOften },
});

/** New codes for an emergency; those before are void. */
export const renewRecoveryCodes = command({
  subject: 'identity.second-factor.renew-recovery',
  http: post('/my/second-factor/recovery-codes'),
  access: { signedIn: true, stepUp: true },
  audit: 'Tạo lại mã dự phòng',
  on: 'many',
  input: z.strictObject({}),
  output: RecoveryCodes,
  errors: { 'identity/no-factor': noFactor },
});

/** The person has read that an emergency code was used. */
export const acknowledgeRecovery = command({
  subject: 'identity.second-factor.acknowledge',
  http: post('/my/second-factor/acknowledgement'),
  access: { signedIn: true },
  audit: 'Xác nhận đã biết mã dự phòng được dùng',
  on: 'many',
  input: z.strictObject({}),
  output: Done,
});

const others = {
  'identity/own-account': conflict('Đồng chí không tự làm việc này cho tài khoản của mình. Hãy nhờ cán bộ khác.'),
  'identity/held-elsewhere': conflict('Tài khoản này còn giữ quyền ở tổ chức ngoài phạm vi của đồng chí. Hãy đề nghị cán bộ cấp trên thực hiện.'),
  'identity/account-disabled': conflict('Tài khoản này đã khóa.'),
} as const;

/** Makes a card of numbered codes, each good once, to print and hand over; the card before is void. Shown this once. */
export const printCodeCard = command({
  subject: 'identity.second-factor.print-card',
  http: post('/accounts/:accountId/code-card'),
  access: { grant: 'identity:manage-grants', stepUp: true },
  audit: 'In thẻ mã xác thực',
  on: 'many',
  input: z.strictObject({ accountId: Id }),
  output: z.strictObject({ codes: z.array(z.string()) }),
  errors: {
    ...others,
    'identity/card-not-enough': conflict('Tài khoản này phải dùng ứng dụng trên điện thoại theo quy định, không dùng thẻ mã.'),
  },
});

/** Takes a lost second factor away and ends the person's sessions; they set up another at the next sign-in. */
export const resetSecondFactor = command({
  subject: 'identity.second-factor.reset',
  http: post('/accounts/:accountId/second-factor/reset'),
  access: { grant: 'identity:manage-grants', stepUp: true },
  audit: 'Đặt lại mã xác thực của tài khoản',
  on: 'many',
  input: z.strictObject({ accountId: Id, reason: line(300) }),
  output: Done,
  errors: others,
});

const Rule = z.strictObject({ editors: EditorFactor });

/** What the province has ruled for a cell's own editors. */
export const editorFactorRule = query({
  subject: 'identity.second-factor.rule',
  http: get('/second-factor-rule'),
  access: { grant: 'identity:manage-grants' },
  input: z.strictObject({}),
  output: Rule,
});

export const changeEditorFactorRule = command({
  subject: 'identity.second-factor.change-rule',
  http: put('/second-factor-rule'),
  access: { grant: 'identity:manage-roles', stepUp: true },
  audit: 'Đổi quy định về mã xác thực của chi bộ',
  on: 'many',
  input: Rule,
  output: Rule,
  errors: { 'identity/not-whole': conflict('Quy định này là của toàn tỉnh: cần quyền ở cấp tỉnh và toàn bộ tổ chức trực thuộc.') },
});

/** The account needs a stronger sign-in than before (`WEAK`: its sessions without a second factor end) or has lost its factor (`ALL` end). */
export const factorChanged = event('identity.account.factor-changed', 1, Versioned.extend({ ends: z.enum(['WEAK', 'ALL']) }), {
  gateway: ['close-weak-sessions'],
});
