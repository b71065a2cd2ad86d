import { z } from 'zod';
import { Acceptance, acceptRefusals } from '../identity/invitation.js';
import { HeldGrant } from '../identity/role.js';
import { noFactor } from '../identity/second-factor.js';
import { Code, codeWrong, SignInAnswer, signInOver, signInRefused, signInTooOften } from '../identity/sign-in.js';
import { command, get, post, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Done, Id, Instant } from '../types.js';

/** Who is signed in, what they may do and where. `grants` are today's; a permission counts in `nodeId` and, with `below`, under it. */
export const Session = z.strictObject({
  accountId: Id,
  username: z.string(),
  displayName: z.string(),
  personId: Id.optional(),
  grants: z.array(HeldGrant),
  /** The session ends then at the latest; it ends earlier after `idleMinutes` without a request. */
  endsAt: Instant,
  idleMinutes: z.number().int(),
  /** What the machine's owner says of this installation: `trial` shows itself as such. */
  mode: z.enum(['trial', 'production']),
});
export type Session = z.infer<typeof Session>;

/**
 * Name and password, to the provider of ours that waits for them: `GET /api/sign-in/start?from=` leads the browser there, and `to` leads
 * on to `GET /api/sign-in/callback`, which opens the session. Another provider has a page of its own. Needs no idempotency key.
 */
export const signIn = command({
  subject: 'gateway.sign-in.answer',
  http: post('/sign-in'),
  access: { anyone: true },
  audit: 'Đăng nhập',
  on: 'many',
  deadlineSeconds: 10,
  input: z.strictObject({
    username: z.string().trim().min(1, { error: 'Chưa nhập tên đăng nhập' }).max(200),
    password: z.string().min(1, { error: 'Chưa nhập mật khẩu' }).max(200),
  }),
  output: SignInAnswer,
  errors: { 'identity/sign-in-refused': signInRefused, 'identity/sign-in-too-often': signInTooOften, 'identity/sign-in-over': signInOver },
});

/** The code that is asked for after the password, or the first one of an app that is being set up. Needs no idempotency key. */
export const signInCode = command({
  subject: 'gateway.sign-in.code',
  http: post('/sign-in/code'),
  access: { anyone: true },
  audit: 'Nhập mã xác thực khi đăng nhập',
  on: 'many',
  input: z.strictObject({ code: Code }),
  output: SignInAnswer,
  errors: { 'identity/code-wrong': codeWrong, 'identity/sign-in-too-often': signInTooOften, 'identity/sign-in-over': signInOver },
});

/** A person who has been invited sets their password; they sign in with it afterwards. Needs no idempotency key. */
export const accept = command({
  subject: 'gateway.invitation.accept',
  http: post('/invitations/acceptance'),
  access: { anyone: true },
  audit: 'Đặt mật khẩu theo giấy mời',
  on: 'many',
  deadlineSeconds: 10,
  input: Acceptance,
  output: Done,
  errors: acceptRefusals,
});

/** A code of somebody who is signed in: for some minutes they may do what asks for one. The cookie changes. Needs no idempotency key. */
export const stepUp = command({
  subject: 'gateway.session.step-up',
  http: post('/my/session/step-up'),
  access: { anyone: true },
  audit: 'Xác nhận bằng mã xác thực',
  on: 'many',
  input: z.strictObject({ code: Code }),
  output: Done,
  errors: { 'identity/code-wrong': codeWrong, 'identity/sign-in-too-often': signInTooOften, 'identity/no-factor': noFactor },
});

/** Ends the session of the cookie, if any; `to` is where the browser goes, for another provider remembers people too. Needs no idempotency key. */
export const signOut = command({
  subject: 'gateway.session.end',
  http: post('/sign-out'),
  access: { anyone: true },
  audit: 'Đăng xuất',
  on: 'many',
  input: z.strictObject({}),
  output: z.strictObject({ to: z.string() }),
});

/** The session of the cookie; `request/unauthenticated` when there is none. */
export const currentSession = query({
  subject: 'gateway.session.current',
  http: get('/session'),
  access: { anyone: true },
  input: z.strictObject({}),
  output: Session,
});

/**
 * The page of a meeting that is being held keeps the session alive, for that meeting's operations alone and for four hours at the
 * longest; everything else falls idle as ever. Needs no idempotency key.
 */
export const holdForMeeting = command({
  subject: 'gateway.session.hold',
  http: post('/my/session/hold'),
  access: { anyone: true },
  audit: 'Giữ phiên làm việc của kỳ đang họp',
  on: 'many',
  input: z.strictObject({ meetingId: Id }),
  output: Done,
  errors: { 'gateway/meeting-not-in-session': conflict('Kỳ sinh hoạt này không đang họp.') },
});

/** One place where a person is signed in. */
export const MySession = z.strictObject({
  id: Id,
  /** The one that asks. */
  current: z.boolean(),
  /** What the browser says of itself, cut short. */
  agent: z.string(),
  address: z.string(),
  beganAt: Instant,
  lastSeen: Instant,
});
export type MySession = z.infer<typeof MySession>;

/** The open sessions of whoever asks, the latest seen first. */
export const mySessions = query({
  subject: 'gateway.session.list-mine',
  http: get('/my/sessions'),
  access: { anyone: true },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(MySession) }),
});

/** Ends one session of whoever asks or, without an id, all but the one that asks. Needs no idempotency key. */
export const endMySessions = command({
  subject: 'gateway.session.end-mine',
  http: post('/my/sessions/end'),
  access: { anyone: true },
  audit: 'Kết thúc phiên làm việc',
  on: 'many',
  input: z.strictObject({ sessionId: Id.optional() }),
  output: z.strictObject({ ended: z.number().int() }),
});
