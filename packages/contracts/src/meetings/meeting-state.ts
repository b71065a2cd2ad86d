import { z } from 'zod';

/** Domain §1.3. A committee (đảng ủy, chi ủy) meets monthly; its meeting is of a kind of its own. */
export const MeetingKind = z.enum(['REGULAR', 'THEMATIC', 'EXTRAORDINARY', 'COMMITTEE']);
export type MeetingKind = z.infer<typeof MeetingKind>;

export const meetingKindLabel: Record<MeetingKind, string> = {
  REGULAR: 'Sinh hoạt thường kỳ',
  THEMATIC: 'Sinh hoạt chuyên đề',
  EXTRAORDINARY: 'Họp bất thường',
  COMMITTEE: 'Họp cấp ủy định kỳ',
};

/** Domain §4.3. Postponing is an act on a planned meeting, kept with its reason, not a state. */
export const MeetingState = z.enum(['PLANNED', 'PREPARED', 'NOTIFIED', 'IN_SESSION', 'CLOSED', 'MINUTES_SIGNED', 'PUBLISHED', 'CANCELLED', 'MISSED']);
export type MeetingState = z.infer<typeof MeetingState>;

export const meetingStateLabel: Record<MeetingState, string> = {
  PLANNED: 'Theo kế hoạch',
  PREPARED: 'Đã chuẩn bị',
  NOTIFIED: 'Đã thông báo',
  IN_SESSION: 'Đang họp',
  CLOSED: 'Đã họp xong',
  MINUTES_SIGNED: 'Biên bản đã ký',
  PUBLISHED: 'Đã công bố',
  CANCELLED: 'Không tiến hành',
  MISSED: 'Chưa sinh hoạt',
};

/** How it came into the platform. For history every rule only deviates: nobody can change what was. */
export const MeetingOrigin = z.enum(['LIVE', 'OFFLINE', 'HISTORY']);
export type MeetingOrigin = z.infer<typeof MeetingOrigin>;

/** What an item of the agenda belongs to, so that professional work and Party building get their due time (domain §4.4). */
export const AgendaArea = z.enum(['OPENING', 'POLITICS', 'POLITICAL_TASK', 'PARTY_BUILDING', 'PROFESSIONAL', 'LOCAL_AFFAIRS', 'THEMATIC', 'CLOSING']);
export type AgendaArea = z.infer<typeof AgendaArea>;

export const agendaAreaLabel: Record<AgendaArea, string> = {
  OPENING: 'Mở đầu',
  POLITICS: 'Chính trị, tư tưởng',
  POLITICAL_TASK: 'Nhiệm vụ chính trị',
  PARTY_BUILDING: 'Xây dựng Đảng',
  PROFESSIONAL: 'Chuyên môn',
  LOCAL_AFFAIRS: 'Kinh tế - xã hội, quốc phòng - an ninh',
  THEMATIC: 'Chuyên đề',
  CLOSING: 'Kết thúc',
};

/** Secrecy as every document must carry it; the platform takes only the first (Luật Bảo vệ bí mật nhà nước 117/2025/QH15). */
export const Classification = z.enum(['ORDINARY', 'SECRET', 'TOP_SECRET', 'ABSOLUTE_SECRET']);
export type Classification = z.infer<typeof Classification>;

export const classificationLabel: Record<Classification, string> = {
  ORDINARY: 'Không mật',
  SECRET: 'Mật',
  TOP_SECRET: 'Tối mật',
  ABSOLUTE_SECRET: 'Tuyệt mật',
};
