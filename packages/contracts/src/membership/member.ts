import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, Version } from '../types.js';
import { EnrollmentKind, MemberStatus } from './member-status.js';

/** National identity number: 12 digits (Luật Căn cước 2023). Sensitive: encrypted, shown in full only to those who may edit. */
export const CitizenNumber = z.string().regex(/^\d{12}$/, { error: 'Số căn cước phải đủ 12 chữ số' });
/** Card number without the dots and spaces of the printed card. */
export const CardNumber = z.string().regex(/^\d{8,12}$/, { error: 'Số thẻ đảng viên gồm 8 đến 12 chữ số' });

export const Sex = z.enum(['MALE', 'FEMALE']);
export const sexLabel: Record<z.infer<typeof Sex>, string> = { MALE: 'Nam', FEMALE: 'Nữ' };

const period = { from: CalendarDate, to: CalendarDate.optional() };

/** A line of a list of members: what a list needs and no more. */
export const MemberLine = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  birthYear: z.number().int().optional(),
  sex: Sex.optional(),
  status: MemberStatus,
  nodeId: Id,
  nodeName: z.string(),
  /** Where they take part for a time, when elsewhere. */
  temporaryNodeName: z.string().optional(),
  admittedOn: CalendarDate.optional(),
  exempt: z.boolean(),
  away: z.boolean(),
});
export type MemberLine = z.infer<typeof MemberLine>;

/**
 * The record of a member. Every reading of it leaves a trace that the member can see. Citizen number and phone are whole only
 * for the member and for those who may edit the record; for others the last three digits.
 */
export const Member = MemberLine.extend({
  birthDate: CalendarDate.optional(),
  cardNumber: z.string().optional(),
  citizenNumber: z.string().optional(),
  phone: z.string().optional(),
  homeTown: z.string().optional(),
  /** Cell of the place where they live (213-QĐ/TW). */
  residenceNote: z.string().optional(),
  officialOn: CalendarDate.optional(),
  statuses: z.array(z.object({ status: MemberStatus, ...period, decision: z.string().optional(), reason: z.string().optional() })),
  enrollments: z.array(z.object({ id: Id, kind: EnrollmentKind, nodeId: Id, nodeName: z.string(), ...period })),
  /** Without a reason when they came with a list that has none. */
  exemptions: z.array(z.object({ id: Id, reason: z.string().optional(), ...period })),
  workingAway: z.array(z.object({ id: Id, place: z.string(), reason: z.string().optional(), expectedBack: CalendarDate.optional(), ...period })),
});
export type Member = z.infer<typeof Member>;

/** What a command answers: the record that it changed, to be read anew by who needs it (the reading is traced). */
export const MemberVersion = z.object({ id: Id, version: Version });
export type MemberVersion = z.infer<typeof MemberVersion>;

const personId = { personId: Id };

/** A keyset page of members of an organization and all below it, by given name; `q` is part of a name, with or without marks. */
export const listMembers = query({
  subject: 'membership.member.list',
  http: get('/members'),
  access: { grant: 'membership:list', on: 'nodeId' },
  input: z.strictObject({
    ...pageInput,
    nodeId: Id,
    q: z.string().max(100).optional(),
    /** Only this status; everybody who is still a member when absent. */
    status: MemberStatus.optional(),
    /** Members of that day; today when absent. */
    asOf: CalendarDate.optional(),
  }),
  output: page(MemberLine),
});

/** How many members an organization and all below it have, by status. */
export const countMembers = query({
  subject: 'membership.member.count',
  http: get('/member-counts'),
  access: { grant: 'membership:list', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id }),
  output: z.strictObject({
    total: z.number().int(),
    official: z.number().int(),
    probationary: z.number().int(),
    exempt: z.number().int(),
    away: z.number().int(),
  }),
});

export const getMember = query({
  subject: 'membership.member.get',
  http: get('/members/:personId'),
  access: { grant: 'membership:read' },
  input: z.strictObject(personId),
  output: Member,
});

/** The signed-in person's own record. */
export const myRecord = query({
  subject: 'membership.member.mine',
  http: get('/my/record'),
  access: { self: true },
  input: z.strictObject({}),
  output: Member,
});

export const RosterCounts = z.strictObject({
  total: z.number().int(),
  official: z.number().int(),
  probationary: z.number().int(),
  exempt: z.number().int(),
  away: z.number().int(),
  temporaryHere: z.number().int(),
  sentElsewhere: z.number().int(),
});

/** Who belongs to a cell on a day, with the counts that minutes need. */
export const rosterOf = query({
  subject: 'membership.roster.get',
  http: get('/organizations/:nodeId/roster'),
  access: { grant: 'membership:list', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, asOf: CalendarDate.optional() }),
  output: z.object({
    asOf: CalendarDate,
    counts: RosterCounts,
    items: z.array(MemberLine.extend({ enrollment: z.enum(['OFFICIAL', 'TEMPORARY_HERE', 'TEMPORARILY_ELSEWHERE']) })),
  }),
});

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
