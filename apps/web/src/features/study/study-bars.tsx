import type { StudyCounts } from '@vungmanh/contracts/training/study-campaign';
import { StudyState, studyStateLabel, StudyTier, studyTierLabel } from '@vungmanh/contracts/training/study-state';
import { showCount } from '../../text/numbers.js';

type Figure = StudyCounts['figures'][number];
const sum = (figures: readonly Figure[], of: (f: Figure) => number): number => figures.reduce((all, f) => all + of(f), 0);

export const levelsIn = (figures: readonly Figure[], state?: StudyState): number =>
  sum(figures, (f) => (state === undefined || f.state === state ? f.levels : 0));
export const lateIn = (figures: readonly Figure[]): number => sum(figures, (f) => f.late);

/** Organizations of one level by where they stand, the furthest first, as shares of one bar. */
function Bar({ figures }: { figures: readonly Figure[] }) {
  const whole = levelsIn(figures);
  const states = StudyState.options.toReversed();
  const counts = states.map((state) => levelsIn(figures, state));
  return (
    <svg className="share-bar" aria-hidden="true" focusable="false">
      <rect className="share-frame" width="100%" height="100%" />
      {states.map((state, i) => {
        const before = counts.slice(0, i).reduce((all, n) => all + n, 0);
        const part = (n: number): string => `${whole === 0 ? 0 : (n / whole) * 100}%`;
        return <rect key={state} data-study={state} x={part(before)} width={part(counts[i] ?? 0)} height="100%" />;
      })}
    </svg>
  );
}

/** Where the organizations of each level stand, as bars with their figures in words. */
export function StudyBars({ figures }: { figures: readonly Figure[] }) {
  const tiers = StudyTier.options.map((tier) => ({ tier, of: figures.filter((f) => f.tier === tier) })).filter((t) => levelsIn(t.of) > 0);
  return (
    <figure className="stack tight">
      <figcaption className="study-key small soft">
        {StudyState.options.toReversed().map((state) => (
          <span key={state} data-study={state}>
            {studyStateLabel[state]}
          </span>
        ))}
      </figcaption>
      <ol className="study-bars">
        {tiers.map(({ tier, of }) => (
          <li key={tier}>
            <span className="strong">
              {studyTierLabel[tier]}: {showCount(levelsIn(of))} tổ chức
            </span>
            <Bar figures={of} />
            <span className="share-figure">
              {StudyState.options
                .toReversed()
                .filter((state) => levelsIn(of, state) > 0)
                .map((state) => `${showCount(levelsIn(of, state))} ${studyStateLabel[state].toLowerCase()}`)
                .join(' · ')}
              {lateIn(of) > 0 && <span className="study-late"> · {showCount(lateIn(of))} quá hạn</span>}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
