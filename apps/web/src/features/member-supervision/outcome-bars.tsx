import type { OutputOf } from '@vungmanh/contracts/operation';
import type { SupervisionStanding, supervisionProgress } from '@vungmanh/contracts/inspection/member-supervision';
import { showCount, showShare } from '../../text/numbers.js';
import { outcomes } from './outcomes.js';
import { standingLabel } from './supervision-text.js';

type Progress = OutputOf<typeof supervisionProgress>;

const percent = (part: number, all: number): string => `${all === 0 ? 0 : (part / all) * 100}%`;

/** How many cells have come how far, as one bar and as the same figures below it. */
export function StandingBar({ progress: p }: { progress: Progress }) {
  const parts: [SupervisionStanding, number][] = [
    ['CLOSED', p.closed],
    ['OPEN', p.open],
    ['DRAFT', p.draft],
    ['NONE', p.cells - p.closed - p.open - p.draft],
  ];
  return (
    <figure className="stack tight">
      <svg className="supervision-bar" aria-hidden="true" focusable="false">
        {parts.map(([standing, n], i) => (
          <rect
            key={standing}
            data-of={standing}
            x={percent(
              parts.slice(0, i).reduce((sum, [, before]) => sum + before, 0),
              p.cells,
            )}
            width={percent(n, p.cells)}
            height="100%"
          />
        ))}
      </svg>
      <ul className="supervision-key">
        {parts.map(([standing, n]) => (
          <li key={standing} data-of={standing}>
            <span>{standingLabel[standing]}</span>
            <span className="strong">
              {showCount(n)} <span className="soft small">({showShare(n, p.cells)})</span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** What has come of it, each count against the largest. */
export function OutcomeBars({ of }: { of: Pick<Progress, (typeof outcomes)[number]['key']> }) {
  const most = Math.max(1, ...outcomes.map(({ key }) => of[key] ?? 0));
  return (
    <ul className="outcome-bars">
      {outcomes.map(({ key, label }) => (
        <li key={key}>
          <span>{label}</span>
          <span className={of[key] === undefined ? 'soft small' : 'strong'}>{of[key] === undefined ? 'không nêu' : showCount(of[key])}</span>
          {of[key] !== undefined && (
            <svg className="supervision-bar" aria-hidden="true" focusable="false">
              <rect data-of="CLOSED" width={percent(of[key], most)} height="100%" />
            </svg>
          )}
        </li>
      ))}
    </ul>
  );
}
