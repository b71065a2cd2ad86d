import { z } from 'zod';
import { command, post } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, Version } from '../types.js';
import { MemberStatus } from './member-status.js';
import { Sex } from './member.js';

/** National identity number: 12 digits (Luật Căn cước 2023). Sensitive: encrypted, shown in full only to those who may edit. */
export const CitizenNumber = z.string().regex(/^\d{12}$/, { error: 'Số căn cước phải đủ 12 chữ số' });
/** Card number without the dots and spaces of the printed card. */
export const CardNumber = z.string().regex(/^\d{8,12}$/, { error: 'Số thẻ đảng viên gồm 8 đến 12 chữ số' });

/** What a command answers: the record that it changed, to be read anew by who needs it (the reading is traced). */
export const MemberVersion = z.object({ id: Id, version: Version });
export type MemberVersion = z.infer<typeof MemberVersion>;

const personId = { personId: Id };
const period = { from: CalendarDate, to: CalendarDate.optional() };

const about = {
  name: line(100),
  birthDate: CalendarDate.optional(),
  sex: Sex.optional(),
  cardNumber: CardNumber.optional(),
  citizenNumber: CitizenNumber.optional(),
  phone: line(20).optional(),
  homeTown: line(200).optional(),
  residenceNote: line(200).optional(),
} as const;

const inUse = {
  'membership/card-number-in-use': conflict('Số thẻ đảng viên này đã có ở một hồ sơ khác. Hãy đối chiếu với cơ sở dữ liệu đảng viên.'),
  'membership/citizen-number-in-use': conflict('Số căn cước này đã có ở một hồ sơ khác. Hãy kiểm tra lại với thẻ căn cước.'),
} as const;
const dates = {
  'membership/dates-out-of-order': invalid('Các ngày không theo đúng thứ tự. Hãy kiểm tra lại.'),
  'membership/date-in-future': invalid('Ngày có hiệu lực không được sau hôm nay. Hãy ghi khi việc đó đã có hiệu lực.'),
} as const;
const ended = { 'membership/membership-ended': conflict('Đồng chí này không còn là đảng viên, không ghi thêm được thay đổi này.') } as const;

/** Enters a member who is one already: from the paper list or another province. Admission itself is a later procedure. */
export const enterMember = command({
  subject: 'membership.member.enter',
  http: post('/members'),
  access: { grant: 'membership:edit', on: 'nodeId' },
  audit: 'Ghi đảng viên vào danh sách',
  on: 'new',
  input: z.strictObject({
    ...about,
    nodeId: Id,
    status: z.enum(['PROBATIONARY', 'OFFICIAL']),
    admittedOn: CalendarDate,
    officialOn: CalendarDate.optional(),
    enrolledOn: CalendarDate,
  }),
  output: MemberVersion,
  errors: {
    ...inUse,
    ...dates,
    'membership/not-a-cell': invalid('Đảng viên chỉ sinh hoạt ở chi bộ. Hãy chọn một chi bộ.'),
  },
});

export const correctMember = command({
  subject: 'membership.member.correct',
  http: post('/members/:personId/correction'),
  access: { grant: 'membership:edit' },
  audit: 'Sửa thông tin đảng viên',
  on: 'existing',
  input: z.strictObject({ ...personId, ...about, name: about.name.optional(), admittedOn: CalendarDate.optional(), reason: line(300) }),
  output: MemberVersion,
  errors: { ...inUse, ...dates },
});

/** The member becomes official, or leaves in one of the ways of domain §3.2. */
export const changeStatus = command({
  subject: 'membership.member.change-status',
  http: post('/members/:personId/status'),
  access: { grant: 'membership:edit' },
  audit: 'Thay đổi tư cách đảng viên',
  on: 'existing',
  input: z.strictObject({ ...personId, status: MemberStatus, from: CalendarDate, decision: line(120).optional(), reason: line(300).optional() }),
  output: MemberVersion,
  errors: {
    ...dates,
    ...ended,
    'membership/status-not-reachable': conflict('Không chuyển được từ tư cách hiện tại sang tư cách này.'),
    'membership/probation-not-over': invalid('Chưa đủ thời gian dự bị nên chưa công nhận chính thức được.'),
    'membership/decision-missing': invalid('Hãy ghi số quyết định.'),
  },
});

/** Moves the official enrollment to another cell. The letters and their deadlines are a later procedure. */
export const transferMember = command({
  subject: 'membership.member.transfer',
  http: post('/members/:personId/transfer'),
  access: { grant: 'membership:edit' },
  audit: 'Chuyển sinh hoạt đảng chính thức',
  on: 'existing',
  input: z.strictObject({ ...personId, toNodeId: Id, from: CalendarDate, letterNumber: line(60).optional() }),
  output: MemberVersion,
  errors: {
    ...dates,
    ...ended,
    'membership/not-a-cell': invalid('Nơi chuyển đến phải là một chi bộ đang hoạt động.'),
    'membership/same-cell': invalid('Đồng chí này đang sinh hoạt ở chi bộ đó.'),
  },
});

/** A time in another cell: counted here, taking part there (208-QĐ/TW). */
export const enrollTemporarily = command({
  subject: 'membership.member.enroll-temporarily',
  http: post('/members/:personId/temporary-enrollment'),
  access: { grant: 'membership:edit' },
  audit: 'Chuyển sinh hoạt đảng tạm thời',
  on: 'existing',
  input: z.strictObject({ ...personId, toNodeId: Id, ...period }),
  output: MemberVersion,
  errors: {
    ...dates,
    ...ended,
    'membership/not-a-cell': invalid('Nơi sinh hoạt tạm thời phải là một chi bộ đang hoạt động.'),
    'membership/same-cell': invalid('Đồng chí này đang sinh hoạt chính thức ở chi bộ đó.'),
    'membership/temporary-already': conflict('Đồng chí này đang sinh hoạt tạm thời ở một chi bộ khác. Hãy kết thúc trước.'),
  },
});

const endOf = (noun: string, audit: string, path: `/${string}`) =>
  command({
    subject: `membership.member.end-${noun}`,
    http: post(path),
    access: { grant: 'membership:edit' },
    audit,
    on: 'existing',
    input: z.strictObject({ ...personId, periodId: Id, to: CalendarDate }),
    output: MemberVersion,
    errors: dates,
  });

export const endTemporaryEnrollment = endOf(
  'temporary-enrollment',
  'Kết thúc sinh hoạt đảng tạm thời',
  '/members/:personId/temporary-enrollment/end',
);
export const endExemption = endOf('exemption', 'Kết thúc miễn sinh hoạt đảng', '/members/:personId/exemption/end');
export const endManagement = endOf('management', 'Kết thúc diện cấp ủy cấp trên quản lý', '/members/:personId/management/end');
export const endWorkingAway = endOf('working-away', 'Ghi đảng viên đã trở về', '/members/:personId/working-away/end');

/** The cell has decided, on the member's own request (Điều lệ Đảng, Điều 7). */
export const grantExemption = command({
  subject: 'membership.member.grant-exemption',
  http: post('/members/:personId/exemption'),
  access: { grant: 'membership:edit' },
  audit: 'Miễn công tác và sinh hoạt đảng',
  on: 'existing',
  input: z.strictObject({ ...personId, reason: line(300), ...period }),
  output: MemberVersion,
  errors: { ...dates, ...ended, 'membership/exempt-already': conflict('Đồng chí này đang được miễn sinh hoạt.') },
});

export const recordWorkingAway = command({
  subject: 'membership.member.record-working-away',
  http: post('/members/:personId/working-away'),
  access: { grant: 'membership:edit' },
  audit: 'Ghi đảng viên đi làm ăn xa',
  on: 'existing',
  input: z.strictObject({ ...personId, place: line(200), reason: line(300), expectedBack: CalendarDate.optional(), ...period }),
  output: MemberVersion,
  errors: { ...dates, ...ended, 'membership/away-already': conflict('Đồng chí này đang được ghi là đi xa. Hãy kết thúc trước.') },
});

/** A committee above the cell manages the member as a cadre: then the cell does not inspect signs of violation (21-QĐ/TW). */
export const recordManagement = command({
  subject: 'membership.member.record-management',
  http: post('/members/:personId/management'),
  access: { grant: 'membership:edit' },
  audit: 'Ghi diện cấp ủy cấp trên quản lý',
  on: 'existing',
  input: z.strictObject({ ...personId, nodeId: Id, ...period }),
  output: MemberVersion,
  errors: {
    ...dates,
    ...ended,
    'membership/manager-not-above': invalid('Cấp ủy quản lý phải là cấp ủy cấp trên của chi bộ nơi đồng chí này sinh hoạt.'),
    'membership/managed-already': conflict('Trong thời gian đó đã ghi một cấp ủy quản lý đồng chí này. Hãy kết thúc trước.'),
  },
});
