import type { CalendarDate } from '@vungmanh/contracts/types';

/**
 * `OFF`: a holiday, its compensation or a day swapped for another: nobody works. `WORK`: a Saturday worked instead of a swapped day.
 */
export interface HolidayRow {
  readonly date: CalendarDate;
  readonly kind: 'OFF' | 'WORK';
  /** A public holiday or its compensation; false for a day that is only swapped. */
  readonly holiday: boolean;
  readonly name: string;
  readonly source: string;
}

/** The holidays of one year. `announced`: every document of that year is in; `expected`: lunar days or swaps are still to come. */
export interface HolidayYear {
  readonly year: number;
  readonly state: 'announced' | 'expected';
  readonly rows: readonly HolidayRow[];
}

const LAW = 'Bộ luật Lao động 2019, Điều 112';
const COMPENSATION = 'Bộ luật Lao động 2019, Điều 111 khoản 3';
const TB5015 = 'Thông báo 5015/TB-LĐTBXH, 22/11/2023';
const TB1570 = 'Thông báo 1570/TB-LĐTBXH, 4/2024';
const TB6150 = 'Thông báo 6150/TB-BLĐTBXH, 03/12/2024';
const TB9441 = 'Thông báo 9441/TB-BNV, 16/10/2025';
const CV12729 = 'Công văn 12729/VPCP-KGVX, 12/2025';
const NQ28 = 'Nghị quyết 28/2026/QH16, 24/4/2026';
const CV10065 = 'Công văn 10065/VPCP-KGVX, 02/10/2026';

const NEW_YEAR = 'Tết Dương lịch';
const TET = 'Tết Âm lịch';
const HUNG_KINGS = 'Giỗ Tổ Hùng Vương';
const VICTORY = 'Ngày Chiến thắng';
const LABOR = 'Ngày Quốc tế lao động';
const NATIONAL = 'Quốc khánh';
const CULTURE = 'Ngày Văn hóa Việt Nam';

const off = (name: string, source: string, ...dates: CalendarDate[]): HolidayRow[] =>
  dates.map((date) => ({ date, kind: 'OFF', holiday: true, name, source }));

const swap = (free: CalendarDate, worked: CalendarDate, source: string): HolidayRow[] => [
  { date: free, kind: 'OFF', holiday: false, name: 'Nghỉ hoán đổi', source },
  { date: worked, kind: 'WORK', holiday: false, name: 'Làm bù', source },
];

/** The holidays that fall on the same solar day every year. */
export const fixedHolidays = (year: number): HolidayRow[] => [
  ...off(NEW_YEAR, LAW, `${year}-01-01`),
  ...off(VICTORY, LAW, `${year}-04-30`),
  ...off(LABOR, LAW, `${year}-05-01`),
  ...off(NATIONAL, LAW, `${year}-09-02`),
  ...(year >= 2026 ? off(CULTURE, NQ28, `${year}-11-24`) : []),
];

/** Year by year as announced for public servants. A new year is a new entry with the number of its document. */
export const holidayYears: readonly HolidayYear[] = [
  {
    year: 2024,
    state: 'announced',
    rows: [
      ...fixedHolidays(2024),
      ...off(TET, TB5015, '2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12', '2024-02-13', '2024-02-14'),
      ...off(HUNG_KINGS, LAW, '2024-04-18'),
      ...swap('2024-04-29', '2024-05-04', TB1570),
      ...off(NATIONAL, TB5015, '2024-09-03'),
    ],
  },
  {
    year: 2025,
    state: 'announced',
    rows: [
      ...fixedHolidays(2025),
      ...off(TET, TB6150, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
      ...off(HUNG_KINGS, LAW, '2025-04-07'),
      ...swap('2025-05-02', '2025-04-26', TB6150),
      ...off(NATIONAL, TB6150, '2025-09-01'),
    ],
  },
  {
    year: 2026,
    state: 'announced',
    rows: [
      ...fixedHolidays(2026),
      ...swap('2026-01-02', '2026-01-10', CV12729),
      ...off(TET, TB9441, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
      ...off(HUNG_KINGS, LAW, '2026-04-26'),
      ...off(`Nghỉ bù ${HUNG_KINGS}`, COMPENSATION, '2026-04-27'),
      ...off(NATIONAL, TB9441, '2026-09-01'),
      ...swap('2026-08-31', '2026-08-22', TB9441),
    ],
  },
  {
    // Tết and the National Day are announced; swaps around 30/4 and the New Year could still come.
    year: 2027,
    state: 'expected',
    rows: [
      ...fixedHolidays(2027),
      ...off(TET, CV10065, '2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10'),
      ...off(HUNG_KINGS, LAW, '2027-04-16'),
      ...off(`Nghỉ bù ${LABOR}`, COMPENSATION, '2027-05-03'),
      ...off(NATIONAL, CV10065, '2027-09-03'),
    ],
  },
];
