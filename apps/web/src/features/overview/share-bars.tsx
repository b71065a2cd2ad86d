import { Link } from '@tanstack/react-router';
import type { OverviewRow } from '@vungmanh/contracts/meetings/overview';
import type { Month } from '@vungmanh/contracts/types';
import { showCount } from '../../text/numbers.js';
import { stepLook, stepOf } from './figures.js';

interface ShareBarsProps {
  readonly rows: readonly OverviewRow[];
  /** The organization that is looked at; its own line leads nowhere. */
  readonly nodeId: string;
  readonly month: Month;
}

const percent = (part: number, all: number): string => `${all === 0 ? 0 : (part / all) * 100}%`;

function Bar({ row }: { row: OverviewRow }) {
  return (
    <svg className="share-bar" aria-hidden="true" focusable="false">
      <rect className="share-frame" width="100%" height="100%" />
      <rect className="share-met" width={percent(row.met, row.bodies)} height="100%" />
      <rect className="share-missed" x={percent(row.met, row.bodies)} width={percent(row.missed, row.bodies)} height="100%" />
    </svg>
  );
}

/** How many have met below each child, in the order of their codes: blue has met, red has not held it, white is still open. */
export function ShareBars({ rows, nodeId, month }: ShareBarsProps) {
  return (
    <figure className="stack tight">
      <figcaption className="share-key small soft">
        <span data-of="met">đã họp</span>
        <span data-of="missed">chưa sinh hoạt</span>
        <span data-of="open">chưa đến kỳ hoặc chưa ghi</span>
      </figcaption>
      <ul className="share-bars">
        {rows.map((row) => (
          <li key={row.nodeId}>
            {row.nodeId === nodeId ? (
              <span className="share-name">{row.name}</span>
            ) : (
              <Link to="/overview" search={{ node: row.nodeId, month }} className="share-name">
                {row.name}
              </Link>
            )}
            <Bar row={row} />
            <span className="share-figure">
              {row.bodies === 1 ? stepLook[stepOf(row)].label : `${showCount(row.met)}/${showCount(row.bodies)}`}
              {row.bodies > 1 && <span className="only-read-aloud"> đã họp</span>}
              {row.bodies > 1 && row.missed > 0 && <span className="only-read-aloud">, {row.missed} chưa sinh hoạt</span>}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
