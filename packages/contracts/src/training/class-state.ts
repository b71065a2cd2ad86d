import { z } from 'zod';

/** Domain §6.2: a class goes forward only; its certificates end it. */
export const ClassState = z.enum(['PLANNED', 'ENROLLING', 'RUNNING', 'ASSESSED', 'CLOSED']);
export type ClassState = z.infer<typeof ClassState>;

export const classStateLabel: Record<ClassState, string> = {
  PLANNED: 'Đang chuẩn bị',
  ENROLLING: 'Đang nhận học viên',
  RUNNING: 'Đang học',
  ASSESSED: 'Đã xét kết quả',
  CLOSED: 'Đã kết thúc',
};

/** What somebody may do with a class now. */
export const ClassAct = z.enum(['change', 'enroll', 'decide', 'start', 'roll', 'mark', 'assess', 'certify', 'withdraw']);
export type ClassAct = z.infer<typeof ClassAct>;

/** Nominated by the cell → approved or waiting for a place → confirmed or declined → attending → a result → a certificate. */
export const EnrollmentState = z.enum([
  'NOMINATED',
  'REFUSED',
  'WAITING',
  'APPROVED',
  'CONFIRMED',
  'DECLINED',
  'ATTENDING',
  'WITHDRAWN',
  'PASSED',
  'FAILED',
  'CERTIFIED',
]);
export type EnrollmentState = z.infer<typeof EnrollmentState>;

export const enrollmentStateLabel: Record<EnrollmentState, string> = {
  NOMINATED: 'Chi bộ đã cử, chờ duyệt',
  REFUSED: 'Không được xếp lớp',
  WAITING: 'Danh sách chờ',
  APPROVED: 'Đã duyệt, chờ xác nhận',
  CONFIRMED: 'Đã xác nhận đi học',
  DECLINED: 'Xin không đi học',
  ATTENDING: 'Đang học',
  WITHDRAWN: 'Thôi học',
  PASSED: 'Đạt yêu cầu',
  FAILED: 'Chưa đạt yêu cầu',
  CERTIFIED: 'Đã cấp giấy chứng nhận',
};

/** Why somebody has not passed. */
export const FailedBy = z.enum(['ATTENDANCE', 'MARK']);
export type FailedBy = z.infer<typeof FailedBy>;

export const failedByLabel: Record<FailedBy, string> = {
  ATTENDANCE: 'Chưa dự đủ số buổi học',
  MARK: 'Điểm bài thu hoạch chưa đạt',
};

export const CertificateState = z.enum(['VALID', 'REPLACED', 'WITHDRAWN']);
export type CertificateState = z.infer<typeof CertificateState>;

export const certificateStateLabel: Record<CertificateState, string> = {
  VALID: 'Còn giá trị',
  REPLACED: 'Đã cấp lại',
  WITHDRAWN: 'Đã thu hồi',
};
