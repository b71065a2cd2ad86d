import type { Fraction, Threshold, Unit, UnitValue } from './unit.js';

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

/** '2/3' for the fractions that the Statute speaks of, '90%' or '0,3%' where the denominator is ten or more. */
export function shareText({ num, den }: Fraction): string {
  if (den < 10) return `${num}/${den}`;
  const tenths = (num * 1000) / den;
  return `${String(tenths / 10).replace('.', ',')}%`;
}

/** 'trên 1/2' or 'ít nhất 2/3'. */
export const thresholdText = (t: Threshold): string => `${t.how === 'more-than' ? 'trên' : 'ít nhất'} ${shareText(t)}`;

const words: { readonly [U in Unit]: (value: UnitValue<U>) => string } = {
  times: (n) => `${n} lần`,
  steps: (n) => `bậc ${n}`,
  members: (n) => `${n} đảng viên`,
  minutes: (n) => `${n} phút`,
  days: (n) => `${n} ngày`,
  'working-days': (n) => `${n} ngày làm việc`,
  months: (n) => `${n} tháng`,
  years: (n) => `${n} năm`,
  periods: (n) => `${n} tiết`,
  'month-day': (n) => `ngày ${String(n).padStart(2, '0')}`,
  dong: (n) => `${grouped(n)} đồng`,
  millimeters: (n) => `${n} mm`,
  points: (n) => `${n} pt`,
  fraction: shareText,
  threshold: thresholdText,
  range: (r) => `từ ${r.from} đến ${r.to}`,
  bands: (bands) => bands.map((b) => `${b.code} từ ${b.from}`).join('; '),
  weights: (weights) => weights.map((w) => `${w.code} ${w.points}`).join('; '),
  'whole-list': (list) => list.join(', '),
  codes: (codes) => codes.join(', '),
  code: (code) => code,
  flag: (on) => (on ? 'có' : 'không'),
};

/** The value as a person reads it in Vietnamese, with its unit: '90 phút', 'ít nhất 2/3', '5.000 đồng'. */
export function valueText<U extends Unit>(unit: U, value: UnitValue<U>): string {
  return words[unit](value);
}
