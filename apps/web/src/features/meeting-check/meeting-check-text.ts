import type { CellFilter } from '@vungmanh/contracts/inspection/check-cell';
import { type HalfYear, halfYearText, Judgment, judgmentLabel, type MeetingCheckState } from '@vungmanh/contracts/inspection/meeting-check-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Tone } from '../../ui/badge.js';

export const checkTone: Record<MeetingCheckState, Tone> = {
  DRAFT: 'wait',
  UNDER_WAY: 'active',
  CONCLUDED: 'active',
  PUBLISHED: 'done',
  CANCELLED: 'muted',
};

export const filterLabel: Record<CellFilter, string> = {
  UNRECORDED: 'Chưa ghi kết quả',
  RECORDED: 'Đã ghi kết quả',
  WITH_SHORTCOMINGS: 'Có khuyết điểm',
};

export const judgments = Judgment.options.map((value) => ({ value, label: judgmentLabel[value] }));

/** How many halves back a check may still be opened from the page. */
const HALVES = 4;

/** The half-years that have begun, the running one first, as a list to choose from. */
export function halvesUntil(today: CalendarDate): { value: HalfYear; label: string }[] {
  const year = Number(today.slice(0, 4));
  const running = year * 2 + (today.slice(5, 7) > '06' ? 1 : 0);
  return Array.from({ length: HALVES }, (_, back) => running - back).map((n) => {
    const value = `${Math.floor(n / 2)}-H${(n % 2) + 1}`;
    return { value, label: halfYearText(value) };
  });
}

/** 'Kiểm tra sinh hoạt chi bộ 6 tháng đầu năm 2026'. */
export const checkTitle = (half: HalfYear): string => `Kiểm tra sinh hoạt chi bộ ${halfYearText(half)}`;
