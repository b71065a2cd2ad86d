import { z } from 'zod';
import { command, get, post, put, query } from '../operation.js';
import { permissions } from '../permission.js';
import { conflict } from '../problem.js';
import { Instant, line, Version } from '../types.js';
import { NamedAccount, Role, roleCode } from './role.js';

const permissionList = z
  .array(z.enum(permissions))
  .max(permissions.length)
  .transform((list) => permissions.filter((p) => list.includes(p)));

const shape = {
  label: line(100),
  permissions: permissionList,
  handsOn: permissionList,
  fourEyes: z.boolean(),
} as const;

/** A role as those who may change it see it. */
export const ManagedRole = Role.extend({
  /** How many grants of it are in force. */
  holders: z.number().int(),
  /** What one has proposed and another must approve: it gives nothing before. */
  pending: z
    .strictObject({ ...Role.pick({ label: true, permissions: true, handsOn: true, fourEyes: true }).shape, by: NamedAccount, at: Instant })
    .optional(),
  version: Version,
});
export type ManagedRole = z.infer<typeof ManagedRole>;

const lacking = {
  'identity/not-whole': conflict('Vai trò dùng chung cho cả tỉnh: chỉ người được giao quyền này ở cấp tỉnh mới sửa được.'),
  'identity/permission-not-held': conflict('Đồng chí không giữ quyền này trong toàn tỉnh nên không thêm được vào vai trò.'),
} as const;
const nobodyLeft = conflict('Sau thay đổi này không còn ai ở cấp tỉnh giao được quyền và sửa được vai trò. Hãy giữ lại các quyền ấy.');

/** Every role with what waits for approval. Nothing for whoever manages roles in a part of the province only. */
export const managedRoles = query({
  subject: 'identity.role.manage',
  http: get('/roles/managed'),
  access: { grant: 'identity:manage-roles' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(ManagedRole) }),
});

/** A new role holds nothing until another has approved what it is to hold. */
export const createRole = command({
  subject: 'identity.role.create',
  http: post('/roles'),
  access: { grant: 'identity:manage-roles', stepUp: true },
  audit: 'Lập vai trò',
  on: 'new',
  input: z.strictObject({ code: roleCode, ...shape }),
  output: ManagedRole,
  errors: { ...lacking, 'identity/role-exists': conflict('Mã vai trò này đã có.') },
});

/**
 * Names a role and cuts its permissions, at once and for everybody who holds it. What makes it wider (a permission more, two people
 * no longer needed) waits for another to approve.
 */
export const changeRole = command({
  subject: 'identity.role.change',
  http: put('/roles/:code'),
  access: { grant: 'identity:manage-roles', stepUp: true },
  audit: 'Sửa vai trò',
  on: 'existing',
  input: z.strictObject({ code: roleCode, ...shape }),
  output: ManagedRole,
  errors: { ...lacking, 'identity/nobody-left': nobodyLeft },
});

export const approveRole = command({
  subject: 'identity.role.approve',
  http: post('/roles/:code/approve'),
  access: { grant: 'identity:manage-roles', stepUp: true },
  audit: 'Duyệt sửa vai trò',
  on: 'existing',
  input: z.strictObject({ code: roleCode }),
  output: ManagedRole,
  errors: {
    ...lacking,
    'identity/nobody-left': nobodyLeft,
    'identity/nothing-pending': conflict('Không có thay đổi nào đang chờ duyệt.'),
    'identity/same-person': conflict('Người đề nghị không tự duyệt. Hãy để đồng chí khác duyệt.'),
  },
});

/** Drops what waits for approval. */
export const rejectRole = command({
  subject: 'identity.role.reject',
  http: post('/roles/:code/reject'),
  access: { grant: 'identity:manage-roles' },
  audit: 'Không duyệt sửa vai trò',
  on: 'existing',
  input: z.strictObject({ code: roleCode }),
  output: ManagedRole,
  errors: { 'identity/not-whole': lacking['identity/not-whole'], 'identity/nothing-pending': conflict('Không có thay đổi nào đang chờ duyệt.') },
});
