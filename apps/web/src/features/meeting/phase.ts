import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Tone } from '../../ui/badge.js';

/** The way of a meeting, in the order of HD 42-HD/BTCTW. */
export const phases: readonly { readonly key: MeetingState; readonly label: string }[] = [
  { key: 'PLANNED', label: 'Kế hoạch' },
  { key: 'PREPARED', label: 'Chuẩn bị' },
  { key: 'NOTIFIED', label: 'Thông báo' },
  { key: 'IN_SESSION', label: 'Đang họp' },
  { key: 'CLOSED', label: 'Xong' },
  { key: 'MINUTES_SIGNED', label: 'Ký' },
  { key: 'PUBLISHED', label: 'Công bố' },
];

export const stateTone: Record<MeetingState, Tone> = {
  PLANNED: 'plain',
  PREPARED: 'plain',
  NOTIFIED: 'wait',
  IN_SESSION: 'active',
  CLOSED: 'active',
  MINUTES_SIGNED: 'active',
  PUBLISHED: 'done',
  CANCELLED: 'muted',
  MISSED: 'late',
};

export type Section = 'hoi-y' | 'chuan-bi' | 'thong-bao' | 'tien-hanh' | 'cong-bo';

/** The one thing to do next, and where. `section` is a place on the meeting's own page. */
export interface NextStep {
  readonly label: string;
  readonly why: string;
  readonly page: 'meeting' | 'roll' | 'minutes';
  readonly section?: Section;
  /** Nothing to do before its day. */
  readonly waiting?: boolean;
}

type Standing = Pick<Meeting, 'state' | 'huddle' | 'may' | 'rollClosedAt' | 'plannedOn' | 'kind'>;

const on = (section: Section): Pick<NextStep, 'page' | 'section'> => ({ page: 'meeting', section });

/** What whoever looks should do next with the meeting, among what they may do; undefined when it is not on them. */
export function nextStep(meeting: Standing, today: CalendarDate): NextStep | undefined {
  const may = (verb: string): boolean => meeting.may.includes(verb);
  switch (meeting.state) {
    case 'PLANNED':
      if (may('record-huddle') && meeting.huddle === undefined && meeting.kind !== 'EXTRAORDINARY' && meeting.kind !== 'COMMITTEE')
        return { label: 'Ghi hội ý, phân công chuẩn bị', why: 'Chi ủy hội ý trước, sau đó soạn chương trình.', ...on('hoi-y') };
      return may('prepare')
        ? { label: 'Soạn chương trình', why: 'Định giờ, địa điểm, chủ trì, người ghi biên bản và chương trình.', ...on('chuan-bi') }
        : undefined;
    case 'PREPARED':
      return may('give-notice')
        ? { label: 'Xem lại và gửi thông báo', why: 'Chương trình đã soạn xong, đảng viên chưa nhận được thông báo.', ...on('thong-bao') }
        : undefined;
    case 'NOTIFIED':
      if (may('open') && meeting.plannedOn <= today)
        return { label: 'Khai mạc', why: 'Đã đến ngày họp. Ghi giờ khai mạc rồi điểm danh.', ...on('tien-hanh') };
      return may('mark-roll')
        ? { label: 'Ghi trước đồng chí xin vắng', why: 'Đã gửi thông báo, chờ đến ngày họp.', page: 'roll', waiting: true }
        : undefined;
    case 'IN_SESSION':
      if (meeting.rollClosedAt === undefined)
        return may('close-roll')
          ? { label: 'Điểm danh', why: 'Buổi họp đã khai mạc. Điểm danh rồi chốt để biết số được biểu quyết.', page: 'roll' }
          : undefined;
      return may('write-minutes')
        ? { label: 'Ghi biên bản, biểu quyết', why: 'Đã chốt điểm danh. Ghi biên bản, biểu quyết nghị quyết, rồi bế mạc.', page: 'minutes' }
        : undefined;
    case 'CLOSED':
      return may('confirm-minutes')
        ? { label: 'Xác nhận và ký biên bản', why: 'Chủ trì và người ghi biên bản cùng xác nhận, rồi ký bản giấy.', page: 'minutes' }
        : undefined;
    case 'MINUTES_SIGNED':
      return may('publish')
        ? { label: 'Công bố kết quả', why: 'Biên bản đã ký, chưa công bố trong chi bộ và với cấp trên.', ...on('cong-bo') }
        : undefined;
    case 'PUBLISHED':
    case 'CANCELLED':
    case 'MISSED':
      return undefined;
  }
}

/** Whether anything is still to be done with it. */
export const isOver = (state: MeetingState): boolean => state === 'PUBLISHED' || state === 'CANCELLED' || state === 'MISSED';

/** What cannot wait: the one under way, then what was held and is not published yet, then what is still to be held. */
const urgency = (state: MeetingState): number => (state === 'IN_SESSION' ? 0 : state === 'CLOSED' || state === 'MINUTES_SIGNED' ? 1 : 2);

/** The meeting that a secretary has in hand: the most urgent that is not over, among equals the earliest. */
export function inHand<M extends { state: MeetingState; plannedOn: CalendarDate }>(meetings: readonly M[]): M | undefined {
  return meetings
    .filter((m) => !isOver(m.state))
    .toSorted((a, b) => urgency(a.state) - urgency(b.state) || a.plannedOn.localeCompare(b.plannedOn))[0];
}
