import type { CellFigures } from '@vungmanh/contracts/meetings/held';
import { showShare } from '../../text/numbers.js';
import { Card, Facts } from '../../ui/card.js';

const of = (part: number, all: number): string => `${part}/${all}`;

/** What the cell's meetings of the half-year come to, from what it has entered month by month. */
export function CellFiguresCard({ figures: f }: { figures: CellFigures | undefined }) {
  if (!f) return null;
  return (
    <Card title="Số liệu sinh hoạt trong kỳ">
      <Facts
        items={[
          ['Số tháng đã họp', of(f.held, f.months)],
          ['Họp đúng ngày quy định', of(f.onTime, f.held)],
          ['Biên bản đã ký', of(f.signed, f.held)],
          ['Buổi có nghị quyết', of(f.resolved, f.held)],
          ['Sinh hoạt chuyên đề', of(f.thematicHeld, f.thematicDue)],
          ['Buổi có cấp trên, khách dự', String(f.withGuests)],
          ['Tỷ lệ đảng viên dự', showShare(f.present, f.expected)],
          ['Nhiệm vụ đã xong', of(f.tasksDone, f.tasks)],
          [
            'Nhiệm vụ quá hạn',
            f.tasksOverdue > 0 ? (
              <span key="overdue" className="check-alarm">
                {f.tasksOverdue}
              </span>
            ) : (
              '0'
            ),
          ],
        ]}
      />
    </Card>
  );
}
