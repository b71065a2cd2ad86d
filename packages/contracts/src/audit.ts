import { z } from 'zod';
import { Download } from './gateway/upload.js';
import { get, query } from './operation.js';
import { invalid } from './problem.js';
import { Id, Instant, page, pageInput } from './types.js';

/** Services whose audit an auditor reads. The gateway decides nothing and changes nothing of its own. */
export const auditedServices = ['identity', 'organization', 'membership', 'meetings', 'inspection', 'training'] as const;
export type AuditedService = (typeof auditedServices)[number];

/** What is on record without being an operation that somebody may ask for. */
export const otherActs = {
  'identity.sign-in.refused': 'Đăng nhập bị từ chối',
  'identity.sign-in.code-refused': 'Mã xác thực không đúng',
  'identity.sign-in.recovery': 'Đăng nhập bằng mã dự phòng',
  'identity.invitation.refused': 'Mã mời không đúng',
  'identity.bootstrap.open': 'Mở tài khoản từ dòng lệnh',
  'identity.bootstrap.grant': 'Giao quyền từ dòng lệnh',
  'training.past-attendance.write': 'Ghi lượt học trước đây từ tệp Excel',
} as const;
export type OtherAct = keyof typeof otherActs;

/** What a row says of itself: something was read, or something was changed. */
export const AuditKind = z.enum(['READ', 'CHANGE']);
export type AuditKind = z.infer<typeof AuditKind>;
export const auditKindLabel: Record<AuditKind, string> = { READ: 'Xem', CHANGE: 'Thay đổi' };

/**
 * Acts on what is there for a list of people alone: an auditor learns who did what and when, and neither about whom nor on which file;
 * nor are such rows found by a person. Whom it concerns sees them in full.
 */
export const keptActs = [
  'inspection.case.',
  'inspection.case-paper.',
  'inspection.written-report.',
  'inspection.discipline.',
  'inspection.appeal.',
  'inspection.denunciation.',
  'inspection.book.',
  'training.preparation.',
] as const;
/** Acts of a person on what is theirs alone: nobody else learns that they were done, no auditor either. */
export const ownActs = ['training.practice.'] as const;
export const isKept = (operation: string): boolean => keptActs.some((prefix) => operation.startsWith(prefix));

const told = {
  id: Id,
  at: Instant,
  kind: AuditKind,
  /** The act in words: "Xem hồ sơ đảng viên". */
  act: z.string(),
  nodeName: z.string().optional(),
};

/** A row as an auditor reads it: who, when, what, where, about whom; never what was written. */
export const AuditLine = z.strictObject({
  ...told,
  operation: z.string(),
  actorId: z.string(),
  /** Absent for a service, and while identity does not answer. */
  actorName: z.string().optional(),
  onBehalfOf: z.string().optional(),
  nodeId: Id.optional(),
  targetId: Id.optional(),
  /** Empty where {@link isKept} says so. */
  persons: z.array(Id),
});
export type AuditLine = z.infer<typeof AuditLine>;

const filters = {
  nodeId: Id,
  from: Instant.optional(),
  to: Instant.optional(),
  actorId: z.string().max(100).optional(),
  operation: z.string().max(100).optional(),
  personId: Id.optional(),
} as const;

/** The audit of one service in the organizations of the auditor, the newest first. Rows of no organization belong to the province. */
const auditPage = <S extends AuditedService>(service: S) =>
  query({
    subject: `${service}.audit.page`,
    http: get(`/audit/${service}`),
    access: { grant: 'audit:read', on: 'nodeId' },
    audit: 'Xem nhật ký truy cập',
    input: z.strictObject({ ...pageInput, ...filters }),
    output: page(AuditLine),
  });

export const auditOfIdentity = auditPage('identity');
export const auditOfOrganization = auditPage('organization');
export const auditOfMembership = auditPage('membership');
export const auditOfMeetings = auditPage('meetings');
export const auditOfInspection = auditPage('inspection');
export const auditOfTraining = auditPage('training');

/** The page of the audit by the service whose it is. */
export const auditPages = {
  identity: auditOfIdentity,
  organization: auditOfOrganization,
  membership: auditOfMembership,
  meetings: auditOfMeetings,
  inspection: auditOfInspection,
  training: auditOfTraining,
} as const satisfies Record<AuditedService, unknown>;

/** Lines of one exported workbook; whoever needs more narrows the days. */
export const MOST_AUDIT_LINES = 20_000;
const tooLong = invalid('Có hơn 20.000 dòng. Hãy chọn khoảng thời gian ngắn hơn hoặc tổ chức nhỏ hơn rồi xuất từng phần.');

/** The same rows as a workbook, drawn when it is asked for, within the same organizations. */
const auditExport = <S extends AuditedService>(service: S) =>
  query({
    subject: `${service}.audit.export`,
    http: get(`/audit/${service}/file`),
    access: { grant: 'audit:read', on: 'nodeId' },
    audit: 'Xuất nhật ký truy cập ra tệp Excel',
    input: z.strictObject(filters),
    output: Download,
    download: true,
    errors: { 'audit/too-long': tooLong },
  });

export const exportAuditOfIdentity = auditExport('identity');
export const exportAuditOfOrganization = auditExport('organization');
export const exportAuditOfMembership = auditExport('membership');
export const exportAuditOfMeetings = auditExport('meetings');
export const exportAuditOfInspection = auditExport('inspection');
export const exportAuditOfTraining = auditExport('training');

/** The workbook of the audit by the service whose it is. */
export const auditExports = {
  identity: exportAuditOfIdentity,
  organization: exportAuditOfOrganization,
  membership: exportAuditOfMembership,
  meetings: exportAuditOfMeetings,
  inspection: exportAuditOfInspection,
  training: exportAuditOfTraining,
} as const satisfies Record<AuditedService, unknown>;

/** A row as the person reads it whom it is about. */
export const ReaderLine = z.strictObject({
  ...told,
  /** The name of the account that did it; the platform itself when nobody did. */
  who: z.string(),
});
export type ReaderLine = z.infer<typeof ReaderLine>;

const readersPage = <S extends AuditedService>(service: S) =>
  query({
    subject: `${service}.audit.about-me`,
    http: get(`/my/readers/${service}`),
    access: { self: true },
    input: z.strictObject({ ...pageInput }),
    output: page(ReaderLine),
  });

/** Who has read or changed what a service holds of the signed-in person, the newest first; their own reading is left out. */
export const readersInMembership = readersPage('membership');
export const readersInMeetings = readersPage('meetings');
export const readersInInspection = readersPage('inspection');
export const readersInTraining = readersPage('training');

/** The same by the service; one that is not here holds nothing of a person. */
export const readersPages = {
  membership: readersInMembership,
  meetings: readersInMeetings,
  inspection: readersInInspection,
  training: readersInTraining,
} as const;

/** Names of accounts, for services that show who did something. What is no account is left out. */
export const accountNames = query({
  subject: 'identity.account.names',
  access: { internal: auditedServices },
  input: z.strictObject({ ids: z.array(Id).max(200) }),
  output: z.strictObject({ items: z.array(z.strictObject({ id: Id, displayName: z.string() })) }),
});
