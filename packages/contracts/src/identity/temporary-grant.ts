import { z } from 'zod';
import { command } from '../operation.js';
import type { Permission } from '../permission.js';
import { conflict } from '../problem.js';
import { CalendarDate, Id } from '../types.js';

/** What a temporary grant is given for. It ends with that thing. */
export const GrantSource = z.strictObject({ kind: z.enum(['MEETING_CHECK']), id: Id });
export type GrantSource = z.infer<typeof GrantSource>;

export const grantSourceLabel: Record<GrantSource['kind'], string> = { MEETING_CHECK: 'Theo cuộc kiểm tra sinh hoạt chi bộ' };

/** The role of those grants. Nobody gives it by hand, and it lets nobody do more than {@link temporaryPermissions}, whatever a province adds to it. */
export const TEMPORARY_ROLE = 'MEETING_CHECK';

/** All that a temporary grant may let do: it reads, and changes nothing. */
export const temporaryPermissions: readonly Permission[] = ['meetings:read'];

const refused = {
  'identity/temporary-not-covered': conflict('Người mở cuộc kiểm tra không giữ quyền kiểm tra ở cấp ủy này nữa, nên không mở được quyền đọc.'),
  'identity/temporary-not-below': conflict('Quyền đọc tạm thời chỉ mở ở tổ chức trực thuộc cấp ủy kiểm tra.'),
  'identity/temporary-too-long': conflict('Quyền đọc tạm thời kéo dài quá thời hạn cho phép.'),
} as const;

/**
 * Opens what a team may read for as long as their check lasts, each of them at each of the organizations. Asked again with the same
 * source it gives what is missing, ends what persons had who are not named any more, and moves the end of what stands open; what somebody has
 * ended by hand stays ended, unless its person is one of `addedIds`. After the end of the source it gives nothing any more.
 */
export const giveTemporaryGrants = command({
  subject: 'identity.temporary-grant.give',
  access: { internal: ['inspection'] },
  audit: 'Mở quyền đọc tạm thời cho đoàn kiểm tra',
  on: 'many',
  deadlineSeconds: 20,
  input: z.strictObject({
    source: GrantSource,
    /** The account that has opened the check: it holds the right to check at the organization that checks. */
    openerId: Id,
    checkingNodeId: Id,
    nodeIds: z.array(Id).min(1).max(200),
    personIds: z.array(Id).min(1).max(20),
    /** Those of them who were not named when it was asked last. */
    addedIds: z.array(Id).max(20).default([]),
    /** The first day on which nothing counts any more. */
    validTo: CalendarDate,
  }),
  /** `without`: persons who have no account, and so no grant. */
  output: z.strictObject({ given: z.number().int(), without: z.array(Id), ended: z.boolean() }),
  errors: refused,
});

/** Ends today all that was given for a source, for good. */
export const endTemporaryGrants = command({
  subject: 'identity.temporary-grant.end',
  access: { internal: ['inspection'] },
  audit: 'Đóng quyền đọc tạm thời của đoàn kiểm tra',
  on: 'many',
  deadlineSeconds: 20,
  input: z.strictObject({ source: GrantSource }),
  output: z.strictObject({ ended: z.number().int() }),
});
