import { z } from 'zod';
import { signInRefused, signInTooOften } from '../identity/account.js';
import { HeldGrant } from '../identity/role.js';
import { command, get, post, query } from '../operation.js';
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

/** Opens a session: the answer sets its cookie. Needs no idempotency key; every sign-in is a session of its own. */
export const signIn = command({
  subject: 'gateway.session.begin',
  http: post('/sign-in'),
  access: { anyone: true },
  audit: 'Đăng nhập',
  on: 'many',
  deadlineSeconds: 10,
  input: z.strictObject({
    username: z.string().trim().min(1, { error: 'Chưa nhập tên đăng nhập' }).max(200),
    password: z.string().min(1, { error: 'Chưa nhập mật khẩu' }).max(200),
  }),
  output: Session,
  errors: { 'identity/sign-in-refused': signInRefused, 'identity/sign-in-too-often': signInTooOften },
});

/** Ends the session of the cookie, if any. Needs no idempotency key. */
export const signOut = command({
  subject: 'gateway.session.end',
  http: post('/sign-out'),
  access: { anyone: true },
  audit: 'Đăng xuất',
  on: 'many',
  input: z.strictObject({}),
  output: Done,
});

/** The session of the cookie; `request/unauthenticated` when there is none. */
export const currentSession = query({
  subject: 'gateway.session.current',
  http: get('/session'),
  access: { anyone: true },
  input: z.strictObject({}),
  output: Session,
});
