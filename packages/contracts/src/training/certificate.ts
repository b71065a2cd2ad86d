import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { Download } from '../gateway/upload.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, page, pageInput, text, Version } from '../types.js';
import { inClassState, TrainingClass } from './class.js';
import { CertificateState } from './class-state.js';

export const Certificate = z.object({
  id: Id,
  version: Version,
  personId: Id,
  name: z.string(),
  nodeName: z.string(),
  /** As printed: `15/2026/GCN`. */
  number: z.string(),
  issuedOn: CalendarDate,
  /** Its first day without value; absent: it does not expire. */
  expiresOn: CalendarDate.optional(),
  state: CertificateState,
  because: z.string().optional(),
  /** What is printed on it, by which anyone may ask whether it is valid. */
  code: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

const classId = { classId: Id };

/** Enters everybody who passed into the book of certificates and closes the class. */
export const issueCertificates = command({
  subject: 'training.certificate.issue',
  http: post('/training-classes/:classId/certificates'),
  access: { grant: 'training:conduct' },
  audit: 'Cấp giấy chứng nhận',
  on: 'existing',
  input: z.strictObject({ ...classId, issuedOn: CalendarDate }),
  output: TrainingClass,
  errors: {
    ...inClassState,
    'training/issued-too-early': invalid('Ngày cấp phải từ ngày học cuối cùng đến ngày hôm nay.'),
  },
});

const one = { ...classId, certificateId: Id };
const ended = { 'training/certificate-ended': conflict('Giấy chứng nhận này đã được cấp lại hoặc thu hồi từ trước.') } as const;

/** A lost or wrong one: it loses its value, and a new one with a number of its own takes its place until the same day. */
export const replaceCertificate = command({
  subject: 'training.certificate.replace',
  http: post('/training-classes/:classId/certificates/:certificateId/replacement'),
  access: { grant: 'training:conduct' },
  audit: 'Cấp lại giấy chứng nhận',
  on: 'existing',
  input: z.strictObject({ ...one, because: text(500) }),
  output: Certificate,
  errors: ended,
});

export const withdrawCertificate = command({
  subject: 'training.certificate.withdraw',
  http: post('/training-classes/:classId/certificates/:certificateId/withdrawal'),
  access: { grant: 'training:conduct' },
  audit: 'Thu hồi giấy chứng nhận',
  on: 'existing',
  input: z.strictObject({ ...one, because: text(500) }),
  output: Certificate,
  errors: ended,
});

/** The book of certificates of a class, by number. */
export const listCertificates = query({
  subject: 'training.certificate.list',
  http: get('/training-classes/:classId/certificates'),
  access: { grant: 'training:read' },
  audit: 'Xem sổ cấp giấy chứng nhận',
  input: z.strictObject({ ...pageInput, ...classId }),
  output: page(Certificate),
});

const format = z.enum(['pdf', 'docx']);

export const downloadCertificate = query({
  subject: 'training.certificate.download',
  http: get('/training-classes/:classId/certificates/:certificateId/:format'),
  access: { grant: 'training:read' },
  audit: 'Tải giấy chứng nhận',
  input: z.strictObject({ ...one, format }),
  output: Download,
  download: true,
});

export const downloadMyCertificate = query({
  subject: 'training.certificate.download-mine',
  http: get('/my/certificates/:certificateId/:format'),
  access: { self: true },
  audit: 'Tải giấy chứng nhận của mình',
  input: z.strictObject({ certificateId: Id, format }),
  output: Download,
  download: true,
  errors: ended,
});

/** A code as people copy it from paper: any case, with or without hyphens and spaces. */
const CertificateCode = z.string().max(60);

/** Whether a paper with this code is worth something today, and for which course; of whom is told to nobody. */
export const CheckedCertificate = z.strictObject({ valid: z.boolean(), course: z.string().optional() });
export type CheckedCertificate = z.infer<typeof CheckedCertificate>;

export const checkCertificate = query({
  subject: 'training.certificate.check',
  access: { internal: ['gateway'] },
  input: z.strictObject({ code: CertificateCode }),
  output: CheckedCertificate,
});

/** The same for anyone, without a session; the gateway lets each address ask a few times a minute. */
export const certificateCheck = query({
  subject: 'gateway.certificate.check',
  http: get('/certificate-checks/:code'),
  access: { anyone: true },
  input: z.strictObject({ code: CertificateCode }),
  output: CheckedCertificate,
});

/** A certificate was issued, replaced or withdrawn; consumers fetch the rows with {@link certificateSnapshot}. */
export const certificateIssued = event('training.certificate.issued', 1, Versioned.extend({ personId: Id, courseId: Id, state: CertificateState }), {
  membership: ['project-certificate'],
});

/** What the record of a member keeps of a certificate. */
export const CertificateRow = z.object({
  id: Id,
  version: Version,
  personId: Id,
  courseCode: z.string(),
  courseLabel: z.string(),
  number: z.string(),
  issuedOn: CalendarDate,
  expiresOn: CalendarDate.optional(),
  state: CertificateState,
});
export type CertificateRow = z.infer<typeof CertificateRow>;

export const certificateSnapshot = query({
  subject: 'training.certificate.snapshot',
  access: { internal: ['membership'] },
  input: z.strictObject({ ...pageInput, ids: z.array(Id).max(200).optional() }),
  output: page(CertificateRow),
});
