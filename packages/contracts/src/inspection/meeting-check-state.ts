import { z } from 'zod';

/** A check of the cells' meetings: prepared, under way with its readers' rights, concluded, told to all cells. */
export const MeetingCheckState = z.enum(['DRAFT', 'UNDER_WAY', 'CONCLUDED', 'PUBLISHED', 'CANCELLED']);
export type MeetingCheckState = z.infer<typeof MeetingCheckState>;

export const meetingCheckStateLabel: Record<MeetingCheckState, string> = {
  DRAFT: 'Đang chuẩn bị',
  UNDER_WAY: 'Đang kiểm tra',
  CONCLUDED: 'Đã kết luận',
  PUBLISHED: 'Đã thông báo đến các chi bộ',
  CANCELLED: 'Đã hủy',
};

export const MeetingCheckAct = z.enum(['start', 'record', 'change', 'conclude', 'publish', 'cancel']);
export type MeetingCheckAct = z.infer<typeof MeetingCheckAct>;

/** '2026-H1': January to June. */
export const HalfYear = z.string().regex(/^\d{4}-H[12]$/, { error: 'Chưa chọn kỳ 6 tháng' });
export type HalfYear = z.infer<typeof HalfYear>;

/** '6 tháng đầu năm 2026' of '2026-H1'. */
export const halfYearText = (half: HalfYear): string => `6 tháng ${half.endsWith('1') ? 'đầu' : 'cuối'} năm ${half.slice(0, 4)}`;

/** First and last month of a half-year. */
export const monthsOfHalf = (half: HalfYear): { from: string; to: string } =>
  half.endsWith('1')
    ? { from: `${half.slice(0, 4)}-01`, to: `${half.slice(0, 4)}-06` }
    : { from: `${half.slice(0, 4)}-07`, to: `${half.slice(0, 4)}-12` };

/** How fully something was done, as a team judges it that has read and heard. */
export const Judgment = z.enum(['FULL', 'PARTLY', 'NOT']);
export type Judgment = z.infer<typeof Judgment>;

export const judgmentLabel: Record<Judgment, string> = { FULL: 'Đầy đủ', PARTLY: 'Còn thiếu', NOT: 'Chưa làm' };

export const FindingState = z.enum(['OPEN', 'DONE']);
export type FindingState = z.infer<typeof FindingState>;

export const findingStateLabel: Record<FindingState, string> = { OPEN: 'Đang khắc phục', DONE: 'Đã khắc phục' };
