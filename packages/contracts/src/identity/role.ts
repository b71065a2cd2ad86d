import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict } from '../problem.js';
import { permissions } from '../permission.js';
import { CalendarDate, Id, line, Version } from '../types.js';

/** Roles are rows of `identity`, not an enum: a province may name and cut them its own way. */
export const roleCode = z.string({ error: 'Chưa chọn vai trò' }).regex(/^[A-Z][A-Z_]{1,39}$/, { error: 'Vai trò không hợp lệ' });

export const Role = z.strictObject({ code: roleCode, label: z.string(), permissions: z.array(z.enum(permissions)) });
export type Role = z.infer<typeof Role>;

/** A grant as its holder and its giver see it. */
export const HeldGrant = z.strictObject({
  id: Id,
  role: Role,
  nodeId: Id,
  /** Also for everything below that organization. */
  below: z.boolean(),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
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

const Given = HeldGrant.extend({ accountId: Id });

/** Gives an account a role in an organization. Nobody gives anything to themselves, nor below what they manage. */
export const giveGrant = command({
  subject: 'identity.account.grant',
  http: post('/accounts/:accountId/grants'),
  access: { grant: 'identity:manage-grants', on: 'nodeId' },
  audit: 'Giao quyền',
  on: 'new',
  input: z.strictObject({
    accountId: Id,
    roleCode,
    nodeId: Id,
    below: z.boolean(),
    validFrom: CalendarDate.optional(),
    validTo: CalendarDate.optional(),
  }),
  output: Given,
  errors: {
    'identity/role-unknown': conflict('Vai trò này không có trong danh mục.'),
    'identity/own-account': conflict('Đồng chí không tự giao quyền cho mình được.'),
    'identity/beyond-own': conflict('Đồng chí chỉ giao được quyền trong phạm vi tổ chức của mình.'),
    'identity/period-empty': conflict('Ngày hết hạn phải sau ngày bắt đầu.'),
    'identity/grant-held': conflict('Tài khoản này đang giữ đúng quyền ấy ở tổ chức ấy.'),
  },
});

/** Ends a grant today. */
export const endGrant = command({
  subject: 'identity.account.end-grant',
  http: post('/grants/:grantId/end'),
  access: { grant: 'identity:manage-grants' },
  audit: 'Thu hồi quyền',
  on: 'existing',
  input: z.strictObject({ grantId: Id, reason: line(300) }),
  output: Given,
  errors: { 'identity/grant-ended': conflict('Quyền này đã được thu hồi trước đó.') },
});
