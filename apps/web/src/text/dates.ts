import type { CalendarDate, Instant, Month } from '@vungmanh/contracts/types';

const zone = 'Asia/Ho_Chi_Minh';
const dayMilliseconds = 86_400_000;

const pad = (n: number): string => String(n).padStart(2, '0');

/** Two typed digits mean this century up to twenty years ahead, else the last one: 26 is 2026, 62 is 1962. */
function fullYear(typed: string, today: CalendarDate): number {
  if (typed.length !== 2) return Number(typed);
  const current = Number(today.slice(0, 4));
  const near = Math.floor(current / 100) * 100 + Number(typed);
  return near > current + 20 ? near - 100 : near;
}

function checked(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

/** Today in Việt Nam. */
export function today(): CalendarDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}

/**
 * Reads a day as people type it: 030226, 03022026, 3/2/26, 3-2-2026, 3.2.26, 3/2 (this year).
 * Gives nothing for a day that does not exist.
 */
export function parseDate(typed: string, now: CalendarDate = today()): CalendarDate | undefined {
  const text = typed.trim();
  const digits = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(text);
  const parts = digits ?? /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{2}|\d{4}))?$/.exec(text);
  if (!parts) return undefined;
  const [, day = '', month = '', year = now.slice(0, 4)] = parts;
  return checked(fullYear(year, now), Number(month), Number(day));
}

/** '2026-02-03' as '03/02/2026'. */
export function showDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];

/** '2026-02-03' as 'Thứ ba, 03/02/2026'. */
export function showWeekday(date: CalendarDate): string {
  return `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''}, ${showDate(date)}`;
}

/** '2026-02' as 'tháng 02/2026'. */
export function showMonth(month: Month): string {
  const [year = '', number = ''] = month.split('-');
  return `tháng ${number}/${year}`;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A point in time on Việt Nam's clock: '19:30, 03/02/2026'. */
export function showInstant(instant: Instant): string {
  const part = Object.fromEntries(clock.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  return `${part.hour}:${part.minute}, ${part.day}/${part.month}/${part.year}`;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds);
}

/** How far a deadline is, as one says it: 'Hôm nay', 'Còn 3 ngày', 'Quá hạn 2 ngày'. */
export function showDue(due: CalendarDate, now: CalendarDate = today()): string {
  const days = daysBetween(now, due);
  if (days === 0) return 'Hạn hôm nay';
  return days > 0 ? `Còn ${days} ngày` : `Quá hạn ${-days} ngày`;
}
