import type { LineTotals, Program } from '@vungmanh/contracts/inspection/program';
import { showCount } from '../../text/numbers.js';
import { quarterText } from './inspection-text.js';

const percent = (part: number, all: number): string => `${all === 0 ? 0 : (part / all) * 100}%`;
const all = (q: LineTotals): number => q.planned + q.inProgress + q.done;

/** Done, running and overdue lines as shares of one bar. Overdue ones are among those planned or in progress: they are taken out of these, so that the parts add up. */
export function Bar({ of: q }: { of: LineTotals }) {
  const whole = all(q);
  const running = Math.max(0, q.inProgress - Math.max(0, q.overdue - q.planned));
  const parts = [
    { name: 'done', n: q.done },
    { name: 'running', n: running },
    { name: 'overdue', n: q.overdue },
  ];
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, p) => sum + p.n, 0));
  return (
    <svg className="share-bar" aria-hidden="true" focusable="false">
      <rect className="share-frame" width="100%" height="100%" />
      {parts.map((p, i) => (
        <rect key={p.name} className={`line-${p.name}`} x={percent(starts[i] ?? 0, whole)} width={percent(p.n, whole)} height="100%" />
      ))}
    </svg>
  );
}

/** The year as a timeline: how far the lines of each quarter have come. */
export function QuarterBars({ quarters }: { quarters: Program['quarters'] }) {
  return (
    <figure className="stack tight">
      <figcaption className="line-key small soft">
        <span data-of="done">đã xong</span>
        <span data-of="running">đang tiến hành</span>
        <span data-of="overdue">quá hạn</span>
        <span data-of="planned">chưa đến hạn</span>
      </figcaption>
      <ol className="quarter-bars">
        {quarters.map((q) => (
          <li key={q.quarter}>
            <span className="strong">{quarterText(q.quarter)}</span>
            <Bar of={q} />
            <span className="share-figure">
              {all(q) === 0 ? 'không có cuộc nào' : `${showCount(q.done)}/${showCount(all(q))} đã xong`}
              {q.overdue > 0 && <span className="inspection-alarm"> · {showCount(q.overdue)} quá hạn</span>}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
