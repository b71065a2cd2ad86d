import type { PlannedCourse } from '@vungmanh/contracts/training/plan';
import { daysBetween, showDate } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { BarChart } from '../../ui/bar-chart.js';
import { MONTHS } from './plan-text.js';

/** A line that is held for a day or two is still to be seen. */
const THINNEST = 1.2;

function Held({ line, year }: { line: PlannedCourse; year: number }) {
  const first = `${year}-01-01`;
  const days = daysBetween(first, `${year + 1}-01-01`);
  const from = (daysBetween(first, line.fromOn) / days) * 100;
  const width = Math.max(THINNEST, ((daysBetween(line.fromOn, line.toOn) + 1) / days) * 100);
  return (
    <svg className="plan-year" role="img" aria-label={`${showDate(line.fromOn)} đến ${showDate(line.toOn)}`}>
      {MONTHS.map((month) => (
        <rect key={month} className="month" x={`${((month - 1) / 12) * 100}%`} y="10%" width={`${100 / 12}%`} height="80%" />
      ))}
      <rect className="held" x={`${Math.min(from, 100 - width)}%`} y="25%" width={`${width}%`} height="50%" />
    </svg>
  );
}

/** Places by the month in which their classes begin. */
function Places({ lines, year }: { lines: readonly PlannedCourse[]; year: number }) {
  const of = (month: number): number => lines.filter((l) => Number(l.fromOn.slice(5, 7)) === month).reduce((sum, l) => sum + l.places, 0);
  return (
    <BarChart
      title="Số chỗ học theo tháng khai giảng"
      show={showCount}
      bars={MONTHS.map((month) => ({ label: `T${month}`, name: `tháng ${month}/${year}`, value: of(month) }))}
    />
  );
}

/** The year of a plan at one look: when each line is held, and how many places begin in which month. */
export function PlanCalendar({ lines, year }: { lines: readonly PlannedCourse[]; year: number }) {
  return (
    <div className="stack loose">
      <ul className="plan-calendar" aria-label={`Lịch năm ${year}`}>
        <li className="plan-head" aria-hidden="true">
          <span className="small soft">Lớp học, theo tháng</span>
          <span className="plan-months small soft">
            {MONTHS.map((month) => (
              <span key={month}>{month}</span>
            ))}
          </span>
        </li>
        {lines.map((line) => (
          <li key={line.id}>
            <span>
              {line.courseLabel}
              <span className="small soft">
                {' '}
                · {showDate(line.fromOn)} – {showDate(line.toOn)}
              </span>
            </span>
            <Held line={line} year={year} />
          </li>
        ))}
      </ul>
      <Places lines={lines} year={year} />
    </div>
  );
}
