import type { ReportPeriod } from '@vungmanh/contracts/inspection/report';
import { Chips } from '../../ui/chips.js';

const parts = [
  { value: 'ALL', label: 'Cả năm' },
  { value: 'Q1', label: 'Quý I' },
  { value: 'Q2', label: 'Quý II' },
  { value: 'Q3', label: 'Quý III' },
  { value: 'Q4', label: 'Quý IV' },
  { value: 'H1', label: '6 tháng đầu năm' },
  { value: 'H2', label: '6 tháng cuối năm' },
];

/** A quarter or a half of the year, or the whole of it. */
export function PeriodPicker({ period, onChange }: { period: ReportPeriod; onChange: (period: ReportPeriod) => void }) {
  const year = period.slice(0, 4);
  const part = period.slice(5);
  return (
    <Chips
      label="Kỳ báo cáo"
      required
      value={part === '' ? 'ALL' : part}
      onChange={(next) => onChange(next === undefined || next === 'ALL' ? year : `${year}-${next}`)}
      options={parts}
    />
  );
}
