import { z } from 'zod';
import { get, query } from '../operation.js';
import type { Permission } from '../permission.js';
import { CalendarDate, Id, page, pageInput } from '../types.js';
import { GrantSource } from './temporary-grant.js';
import { HeldGrant, NamedAccount } from './role.js';

/** The most that somebody may do in an organization, seen from the people whom it concerns. */
export const AccessKind = z.enum(['CHANGE', 'READ', 'FIGURES', 'RIGHTS', 'NAMES']);
export type AccessKind = z.infer<typeof AccessKind>;

export const accessKindLabel: Record<AccessKind, string> = {
  CHANGE: 'Xem và cập nhật nội dung',
  READ: 'Chỉ xem nội dung',
  FIGURES: 'Chỉ xem số liệu tổng hợp',
  RIGHTS: 'Chỉ quản lý tài khoản và quyền, không xem nội dung',
  NAMES: 'Chỉ xem tên tổ chức',
};

/** What kind of access each permission is. */
export const accessKindOf: Record<Permission, AccessKind> = {
  'identity:manage-grants': 'RIGHTS',
  'identity:manage-roles': 'RIGHTS',
  'identity:see-access': 'RIGHTS',
  'organization:read': 'NAMES',
  'organization:read-details': 'READ',
  'organization:establish': 'CHANGE',
  'organization:staff': 'CHANGE',
  'organization:assign-follower': 'CHANGE',
  'organization:import': 'CHANGE',
  'organization:set-rules': 'CHANGE',
  'organization:export': 'READ',
  'membership:list': 'READ',
  'membership:read': 'READ',
  'membership:edit': 'CHANGE',
  'meetings:read': 'READ',
  'meetings:plan': 'CHANGE',
  'meetings:prepare': 'CHANGE',
  'meetings:take-minutes': 'CHANGE',
  'meetings:confirm': 'CHANGE',
  'meetings:publish': 'CHANGE',
  'meetings:submit-whole': 'CHANGE',
  'meetings:verify-task': 'CHANGE',
  'meetings:attend': 'READ',
  'audit:read': 'READ',
  'meetings:overview': 'FIGURES',
  'inspection:read': 'READ',
  'inspection:plan': 'CHANGE',
  'inspection:approve': 'CHANGE',
  'inspection:supervise': 'CHANGE',
  'inspection:check-meetings': 'CHANGE',
  'inspection:conduct': 'CHANGE',
  'inspection:discipline': 'CHANGE',
  'training:read': 'READ',
  'training:nominate': 'CHANGE',
  'training:plan': 'CHANGE',
  'training:approve': 'CHANGE',
  'training:conduct': 'CHANGE',
  'training:study': 'CHANGE',
  'training:handbook': 'CHANGE',
};

/** Somebody who can see an organization, and the grant by which they can: it stands there or, reaching down, above. */
export const NodeAccess = HeldGrant.extend({ kind: AccessKind, account: NamedAccount, username: z.string(), nodeName: z.string() });
export type NodeAccess = z.infer<typeof NodeAccess>;

/** Everybody who can see something of an organization today, and why: by kind, then by name. Whoever holds two grants stands there twice. */
export const nodeAccess = query({
  subject: 'identity.node-access.list',
  http: get('/organizations/:nodeId/access'),
  access: { grant: 'identity:manage-grants', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, ...pageInput }),
  output: page(NodeAccess),
});

/** The same in short, for the secretary of the cell: who, in which role, of which organization, until when. */
export const nodeAccessShort = query({
  subject: 'identity.node-access.short',
  http: get('/organizations/:nodeId/access/short'),
  access: { grant: 'identity:see-access', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, ...pageInput }),
  output: page(
    z.strictObject({
      id: Id,
      kind: AccessKind,
      name: z.string(),
      roleLabel: z.string(),
      nodeName: z.string(),
      onBehalfOf: z.string().optional(),
      source: GrantSource.optional(),
      validTo: CalendarDate.optional(),
    }),
  ),
});
