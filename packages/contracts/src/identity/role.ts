import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict } from '../problem.js';
import { permissions } from '../permission.js';
import { GrantSource } from './temporary-grant.js';
import { CalendarDate, Id, Instant, line, Version } from '../types.js';

/** Roles are rows of `identity`, not an enum: a province may name and cut them its own way. */
export const roleCode = z.string({ error: 'Chưa chọn vai trò' }).regex(/^[A-Z][A-Z_]{1,39}$/, { error: 'Vai trò không hợp lệ' });

/** A role as a grant carries it. */
export const GrantedRole = z.strictObject({ code: roleCode, label: z.string(), permissions: z.array(z.enum(permissions)) });

export const Role = GrantedRole.extend({
  /** What its holders may give to others without using it themselves: the superior who gives a secretary the secretary's rights. */
  handsOn: z.array(z.enum(permissions)),
  /** A grant of it is proposed by one and approved by another. */
  fourEyes: z.boolean(),
  version: Version,
});
export type Role = z.infer<typeof Role>;

/** An account by its name. */
export const NamedAccount = z.strictObject({ id: Id, name: z.string() });
export type NamedAccount = z.infer<typeof NamedAccount>;

/** A grant as its holder and its giver see it. */
export const HeldGrant = z.strictObject({
  id: Id,
  role: GrantedRole,
  nodeId: Id,
  /** Also for everything below that organization. */
  below: z.boolean(),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  /** Ends within the days of the rule `account.grant.warn_days`. */
  endsSoon: z.boolean(),
  /** Absent for what the installation began with. */
  givenBy: NamedAccount.optional(),
  /** Who agreed, where the role needs two. */
  approvedBy: NamedAccount.optional(),
  givenAt: Instant,
  /** The account for which its holder acts by it. */
  onBehalfOf: NamedAccount.optional(),
  /** What it was given for, where it ends with that. */
  source: GrantSource.optional(),
  version: Version,
});
export type HeldGrant = z.infer<typeof HeldGrant>;

export const listRoles = query({
  subject: 'identity.role.list',
  http: get('/roles'),
  access: { signedIn: true },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(Role) }),
});

export const GivenGrant = HeldGrant.extend({ accountId: Id });
export type GivenGrant = z.infer<typeof GivenGrant>;

/** What a grant says of the account that gets it. */
export const grantFields = {
  accountId: Id,
  roleCode,
  nodeId: Id,
  below: z.boolean(),
  validFrom: CalendarDate.optional(),
  validTo: CalendarDate.optional(),
  /** Whose work it is: they hold the same role there themselves, and the grant ends with theirs. */
  onBehalfOf: Id.optional(),
} as const;

/** Why somebody may not give a right: they hold it not at all there, or not as widely, or not as long. */
export const beyondGiver = {
  'identity/role-unknown': conflict('Vai trò này không có trong danh mục.'),
  'identity/beyond-own': conflict('Đồng chí chỉ giao được quyền trong phạm vi tổ chức của mình.'),
  'identity/permission-not-held': conflict('Vai trò này có quyền mà đồng chí không giữ ở tổ chức ấy, nên đồng chí không giao được.'),
  'identity/longer-than-own': conflict('Quyền giao cho người khác không được dài hơn quyền của đồng chí. Hãy nhập ngày hết quyền sớm hơn.'),
} as const;

export const ungivable = {
  ...beyondGiver,
  'identity/own-account': conflict('Đồng chí không tự giao quyền cho mình được.'),
  'identity/period-empty': conflict('Ngày hết hạn phải sau ngày bắt đầu.'),
  'identity/grant-held': conflict('Tài khoản này đang giữ đúng quyền ấy ở tổ chức ấy.'),
  'identity/account-disabled': conflict('Tài khoản này đã khóa.'),
  'identity/behalf-lacks': conflict('Đồng chí được làm thay không giữ đúng vai trò ấy ở tổ chức ấy trong thời gian ấy.'),
} as const;

export const needsTwo = conflict('Vai trò này cần hai người: một người đề nghị, một người khác duyệt. Hãy gửi đề nghị giao quyền.');

/**
 * Gives an account a role in an organization. Nobody gives anything to themselves, below what they manage, for longer than they
 * hold it, or what they do not hold there, to use or to hand on.
 */
export const giveGrant = command({
  subject: 'identity.account.grant',
  http: post('/accounts/:accountId/grants'),
  access: { grant: 'identity:manage-grants', on: 'nodeId', stepUp: true },
  audit: 'Giao quyền',
  on: 'new',
  input: z.strictObject(grantFields),
  output: GivenGrant,
  errors: { ...ungivable, 'identity/four-eyes': needsTwo },
});

/** Ends a grant today. */
export const endGrant = command({
  subject: 'identity.account.end-grant',
  http: post('/grants/:grantId/end'),
  access: { grant: 'identity:manage-grants' },
  audit: 'Thu hồi quyền',
  on: 'existing',
  input: z.strictObject({ grantId: Id, reason: line(300) }),
  output: GivenGrant,
  errors: { 'identity/grant-ended': conflict('Quyền này đã được thu hồi trước đó.') },
});
