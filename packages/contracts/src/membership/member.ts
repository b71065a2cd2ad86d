import { z } from 'zod';
import { SuspensionKind } from '../inspection/suspension.js';
import { DisciplineForm } from '../inspection/kind.js';
import { get, query } from '../operation.js';
import { CertificateState } from '../training/class-state.js';
import { CalendarDate, Id, page, pageInput, Version } from '../types.js';
import { EnrollmentKind, MemberStatus } from './member-status.js';

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
  /** Committees above the cell that manage them as a cadre. */
  managed: z.array(z.object({ id: Id, nodeName: z.string(), ...period })),
  workingAway: z.array(z.object({ id: Id, place: z.string(), reason: z.string().optional(), expectedBack: CalendarDate.optional(), ...period })),
  /** Decisions on discipline that count or did, as inspection tells of them; what for stands in the case alone. */
  disciplines: z.array(z.object({ form: DisciplineForm, ...period })),
  /** Times without activities while a violation was looked into. */
  suspensions: z.array(z.object({ kind: SuspensionKind, ...period })),
  /** Certificates of courses, as training tells of them. */
  certificates: z.array(
    z.object({ course: z.string(), number: z.string(), issuedOn: CalendarDate, expiresOn: CalendarDate.optional(), state: CertificateState }),
  ),
});
export type Member = z.infer<typeof Member>;

const personId = { personId: Id };

/** A keyset page of members of an organization and all below it, by given name; `q` is part of a name, with or without marks. */
export const listMembers = query({
  subject: 'membership.member.list',
  http: get('/members'),
  access: { grant: 'membership:list', on: 'nodeId' },
  audit: 'Xem danh sách đảng viên',
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
  audit: 'Xem hồ sơ đảng viên',
  input: z.strictObject(personId),
  output: Member,
});

/** The signed-in person's own record. */
export const myRecord = query({
  subject: 'membership.member.mine',
  http: get('/my/record'),
  access: { self: true },
  audit: 'Xem hồ sơ của mình',
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
  audit: 'Xem danh sách chi bộ',
  input: z.strictObject({ nodeId: Id, asOf: CalendarDate.optional() }),
  output: z.object({
    asOf: CalendarDate,
    counts: RosterCounts,
    items: z.array(MemberLine.extend({ enrollment: z.enum(['OFFICIAL', 'TEMPORARY_HERE', 'TEMPORARILY_ELSEWHERE']) })),
  }),
});
