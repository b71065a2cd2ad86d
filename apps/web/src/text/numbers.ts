const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** 61491 as '61.491'. */
export function showCount(n: number): string {
  return whole.format(n);
}

/** A share for display only: (41, 57) as '71,9%'; a dash when there is nothing to divide by. */
export function showShare(part: number, all: number): string {
  return all === 0 ? '–' : `${oneDigit.format((part / all) * 100)}%`;
}

/** Minutes as people type them: '90', '1:30', '1h30', '1g30', '2h'. */
export function parseMinutes(typed: string): number | undefined {
  const text = typed.trim().toLowerCase();
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const parts = /^(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{1,2})?\s*(?:p|phút)?$/.exec(text);
  if (!parts) return undefined;
  const rest = Number(parts[2] ?? 0);
  return rest < 60 ? Number(parts[1]) * 60 + rest : undefined;
}

/** 90 as '1 giờ 30 phút', 45 as '45 phút'. */
export function showMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}

/** A time of day as people type it: '1930', '19:30', '19h30', '19h', '7g'; as 'HH:MM'. */
export function parseTime(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const parts = /^(\d{1,2})\s*(?:[:hg.]|giờ)\s*(\d{2})?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text) ?? /^(\d{1,2})$/.exec(text);
  if (!parts) return undefined;
  const hour = Number(parts[1]);
  const minute = Number(parts[2] ?? 0);
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined;
}
