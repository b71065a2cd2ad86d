import type { CellFigures } from '@vungmanh/contracts/meetings/held';
import { showShare } from '../../text/numbers.js';
import { Card } from '../../ui/card.js';
import { Totals } from '../../ui/totals.js';

/** What the cell's meetings of the half-year come to, from what it has entered month by month. */
export function CellFiguresCard({ figures: f }: { figures: CellFigures | undefined }) {
  if (!f) return null;
  return (
    <Card title="Số liệu sinh hoạt trong kỳ">
      <Totals
        label="Số liệu sinh hoạt trong kỳ"
        items={[
          { label: 'Tháng có họp', value: f.held, of: f.months },
          { label: 'Họp đúng ngày', value: f.onTime, of: f.held },
          { label: 'Ký biên bản', value: f.signed, of: f.held },
          { label: 'Có nghị quyết', value: f.resolved, of: f.held },
          { label: 'Chuyên đề', value: f.thematicHeld, of: f.thematicDue },
          { label: 'Tỷ lệ dự', value: showShare(f.present, f.expected) },
          { label: 'Nhiệm vụ xong', value: f.tasksDone, of: f.tasks },
          { label: 'Nhiệm vụ quá hạn', value: f.tasksOverdue, ...(f.tasksOverdue > 0 && { tone: 'red' as const }) },
        ]}
      />
    </Card>
  );
}
