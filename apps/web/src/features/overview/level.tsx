import type { OverviewRow } from '@vungmanh/contracts/meetings/overview';
import type { Month } from '@vungmanh/contracts/types';
import { Card } from '../../ui/card.js';
import { ownPart } from './figures.js';
import { BodiesTable, CountsTable } from './level-tables.js';
import { MonthTotals } from './month-totals.js';
import { ShareBars } from './share-bars.js';
import { ThematicMissingCard } from './thematic-missing.js';
import { AttendanceOfYear, YearOfCell } from './year.js';

interface LevelProps {
  readonly top: OverviewRow;
  readonly children: readonly OverviewRow[];
  readonly month: Month;
  readonly quarter: string;
}

/** One organization with what lies right below it; a cell, which has nothing below, with its year. */
export function Level({ top, children, month, quarter }: LevelProps) {
  const own = ownPart(top, children);
  const rows = own ? [own, ...children] : children;
  const groups = rows.filter((r) => r.bodies > 1);
  const bodies = rows.filter((r) => r.bodies <= 1);
  const about = { nodeId: top.nodeId, month };
  const tables = { top, month, quarter };
  return (
    <>
      <MonthTotals {...tables} />
      {children.length === 0 ? (
        <div className="overview-cell">
          <YearOfCell {...about} />
          <AttendanceOfYear {...about} />
        </div>
      ) : (
        <>
          <div className="overview-charts">
            <Card title="Đã họp trong tháng">
              <ShareBars rows={rows} {...about} />
            </Card>
            <AttendanceOfYear {...about} />
          </div>
          {groups.length > 0 && (
            <Card title="Tổ chức đảng trực thuộc" flush>
              <CountsTable {...tables} rows={groups} />
            </Card>
          )}
          {bodies.length > 0 && (
            <Card title={groups.length > 0 ? 'Chi bộ, cấp ủy trực tiếp' : 'Chi bộ, cấp ủy'} flush>
              <BodiesTable {...tables} rows={bodies} />
            </Card>
          )}
        </>
      )}
      {top.thematicDue > 0 && <ThematicMissingCard {...about} quarter={quarter} />}
    </>
  );
}
