import { exportSupervisionCounts, type Quarter, supervisionProgress } from '@vungmanh/contracts/inspection/member-supervision';
import { useQueryOf } from '../../api/queries.js';
import { showCount } from '../../text/numbers.js';
import { Card } from '../../ui/card.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Totals } from '../../ui/totals.js';
import { DownloadButton } from '../meeting/download-button.js';
import type { Unit } from '../plan/units.js';
import { CellCounts } from './cell-counts.js';
import { DrawUpBelow } from './draw-up-below.js';
import { OutcomeBars, StandingBar } from './outcome-bars.js';
import { inQuarter } from './supervision-text.js';

/** What comes up from the cells: how far they are, and counts; never a name, and never so few that they could be known. */
export function Above({ unit, name, quarter }: { unit: Unit; name: string; quarter: Quarter }) {
  const progress = useQueryOf(supervisionProgress, { nodeId: unit.nodeId, quarter });
  if (!progress.data)
    return progress.error ? <ProblemNote problem={progress.error} onRetry={() => void progress.refetch()} /> : <Skeleton lines={8} />;
  const p = progress.data;
  return (
    <div className="stack loose">
      <div className="row apart">
        <h2>{name}</h2>
        <div className="row no-print">
          <DrawUpBelow unit={unit} quarter={quarter} without={p.cells - p.draft - p.open - p.closed} />
          <DownloadButton
            operation={exportSupervisionCounts}
            input={{ nodeId: unit.nodeId, quarter }}
            name={`Giám sát đảng viên ${inQuarter(quarter)}`}
          >
            Xuất Excel
          </DownloadButton>
        </div>
      </div>
      <Totals
        label={`Giám sát đảng viên ${inQuarter(quarter)}`}
        items={[
          { label: 'Chi bộ', value: showCount(p.cells) },
          { label: 'Đã lập kế hoạch', value: showCount(p.draft + p.open + p.closed), of: p.cells, tone: 'blue' },
          { label: 'Đảng viên được giám sát', value: showCount(p.lines) },
        ]}
      />
      <div className="supervision-charts">
        <Card title="Các chi bộ đã đến đâu">
          <StandingBar progress={p} />
        </Card>
        <Card title="Kết quả trong quý">
          <OutcomeBars of={p} />
        </Card>
      </div>
      <CellCounts nodeId={unit.nodeId} quarter={quarter} />
      <p className="soft small">
        Cấp ủy cấp trên chỉ thấy số lượng. Số dưới 3 không nêu, tổng mà từ đó suy ra được số dưới 3 cũng không nêu, để không nhận ra ai. Bình xét lao
        động và nhận xét hằng tháng không chuyển lên trên.
      </p>
    </div>
  );
}
