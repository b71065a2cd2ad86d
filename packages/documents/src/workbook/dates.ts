/** Milliseconds of a day; all reckoning is in UTC, a calendar day has no zone. */
const day = 86_400_000;

export const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The calendar day of an Excel serial, or undefined where there is none: 0, negative numbers, the 29/02/1900 that Excel
 * invented (serial 60 of the 1900 system) and days after 9999. A time of day is left out.
 */
export function dateOfSerial(serial: number, from1904 = false): string | undefined {
  const whole = Math.floor(serial);
  if (from1904) return whole < 0 || whole > 2_957_003 ? undefined : isoOf(Date.UTC(1904, 0, 1) + whole * day);
  if (whole < 1 || whole === 60 || whole > 2_958_465) return undefined;
  return isoOf(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * day);
}

/** The serial of a day in the 1900 system, or undefined before 01/03/1900, where programs disagree. */
export function serialOfDate(date: string): number | undefined {
  const serial = Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / day);
  return Number.isFinite(serial) && serial > 60 && serial <= 2_958_465 ? serial : undefined;
}

/** Whether a number format shows a calendar day: a `d` or `y` outside quotes, brackets and escapes. */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[\\_*]./g, '');
  return !/general/i.test(bare) && /[dy]/i.test(bare);
}
