import { type OverviewRow, thematicMissingText } from '@vungmanh/contracts/meetings/overview';
import type { Month } from '@vungmanh/contracts/types';
import { Card } from '../../ui/card.js';
import { Note } from '../../ui/notes.js';
import { ownPart } from './figures.js';
import { BodiesTable, CountsTable } from './level-tables.js';
import { CellTotals, MonthTotals } from './month-totals.js';
import { ShareBars } from './share-bars.js';
import { ThematicMissingCard } from './thematic-missing.js';
import { AttendanceOfYear, YearOfCell } from './year.js';

interface LevelProps {
  readonly top: OverviewRow;
  readonly month: Month;
  readonly quarter: string;
}

/** An organization with what lies right below it. */
export function Level({ top, month, quarter, lines }: LevelProps & { lines: readonly OverviewRow[] }) {
  const own = ownPart(top, lines);
  const rows = own ? [own, ...lines] : lines;
  const groups = rows.filter((r) => r.bodies > 1);
  const bodies = rows.filter((r) => r.bodies <= 1);
  const about = { nodeId: top.nodeId, month };
  const tables = { top, month, quarter };
  return (
    <>
      <MonthTotals {...tables} />
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
      {top.thematicDue > 0 && <ThematicMissingCard {...about} quarter={quarter} />}
    </>
  );
}

/** A cell, which has nothing below it: its month and its year. */
export function Cell({ top, month, quarter }: LevelProps) {
  const about = { nodeId: top.nodeId, month };
  return (
    <>
      <CellTotals top={top} month={month} />
      {top.thematicDone < top.thematicDue && <Note tone="warning" title={thematicMissingText(quarter)} />}
      <AttendanceOfYear {...about} />
      <YearOfCell {...about} />
    </>
  );
}
