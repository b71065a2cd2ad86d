import { percentText } from '@vungmanh/attendance/ratio';
import type { OverviewRow } from '@vungmanh/contracts/meetings/overview';
import type { Month } from '@vungmanh/contracts/types';
import { showMonth } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Totals } from '../../ui/totals.js';
import { quarterName, stepLook, stepOf } from './figures.js';

const red = (n: number) => (n > 0 ? ({ tone: 'red' } as const) : {});

/** The month of one body: its meeting, and what hangs on it. */
export function CellTotals({ top, month }: { top: OverviewRow; month: Month }) {
  const step = stepOf(top);
  return (
    <div className="overview-totals">
      <Totals
        label={`Sinh hoạt ${showMonth(month)}`}
        items={[
          { label: 'Sinh hoạt trong tháng', value: stepLook[step].label, ...(step === 'MISSED' ? { tone: 'red' } : {}) },
          { label: 'Đảng viên dự họp', value: showCount(top.present), of: top.expected },
          { label: 'Tỷ lệ dự họp', value: percentText(top) },
          { label: 'Nhiệm vụ quá hạn', value: showCount(top.overdueTasks), of: top.openTasks, ...red(top.overdueTasks) },
          { label: 'Điểm khác quy định', value: showCount(top.deviations), ...red(top.deviations) },
        ]}
      />
    </div>
  );
}

/** The figures of an organization with everything below it: how far the month has come, and how good it was. */
export function MonthTotals({ top, month, quarter }: { top: OverviewRow; month: Month; quarter: string }) {
  return (
    <div className="overview-totals stack tight">
      <Totals
        label={`Sinh hoạt ${showMonth(month)}`}
        items={[
          { label: 'Chi bộ, cấp ủy phải họp', value: showCount(top.bodies) },
          { label: 'Đã lập kế hoạch', value: showCount(top.planned) },
          { label: 'Đã thông báo', value: showCount(top.noticed) },
          { label: 'Đã họp', value: showCount(top.met), tone: 'blue' },
          { label: 'Biên bản đã ký', value: showCount(top.confirmed), tone: 'blue' },
          { label: 'Đã công bố', value: showCount(top.published), tone: 'blue' },
          { label: 'Chưa sinh hoạt', value: showCount(top.missed), ...red(top.missed) },
        ]}
      />
      <Totals
        label={`Chất lượng ${showMonth(month)}`}
        items={[
          { label: 'Tỷ lệ dự họp', value: percentText(top) },
          { label: 'Nhiệm vụ quá hạn', value: showCount(top.overdueTasks), of: top.openTasks, ...red(top.overdueTasks) },
          { label: 'Điểm khác quy định', value: showCount(top.deviations), ...red(top.deviations) },
          { label: `Đã sinh hoạt chuyên đề ${quarterName(quarter)}`, value: showCount(top.thematicDone), of: top.thematicDue, tone: 'blue' },
          { label: `Chưa sinh hoạt chuyên đề ${quarterName(quarter)}`, value: showCount(top.thematicDue - top.thematicDone) },
        ]}
      />
    </div>
  );
}
