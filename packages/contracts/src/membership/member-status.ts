import { z } from 'zod';

/** Domain §3.2. Suspension is a state of the person's activity beside it, not a status. */
export const MemberStatus = z.enum(['PROBATIONARY', 'OFFICIAL', 'EXPELLED', 'NAME_REMOVED', 'LEFT', 'DECEASED']);
export type MemberStatus = z.infer<typeof MemberStatus>;

export const memberStatusLabel: Record<MemberStatus, string> = {
  PROBATIONARY: 'Đảng viên dự bị',
  OFFICIAL: 'Đảng viên chính thức',
  EXPELLED: 'Đã khai trừ',
  NAME_REMOVED: 'Đã xóa tên',
  LEFT: 'Đã ra khỏi Đảng',
  DECEASED: 'Đã từ trần',
};

/** Where a member belongs, and where they take part for a time. */
export const EnrollmentKind = z.enum(['OFFICIAL', 'TEMPORARY']);
export type EnrollmentKind = z.infer<typeof EnrollmentKind>;
