import { today } from '../../text/dates.js';
import { showPeriod } from '../../text/periods.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/notes.js';
import { endingWords } from './end-period-form.js';
import type { TimelineEntry } from './timeline.js';

/** Years as a line; what still runs is marked, and can be ended where `onEnd` is given. */
export function RecordTimeline({ entries, onEnd }: { entries: readonly TimelineEntry[]; onEnd: ((entry: TimelineEntry) => void) | undefined }) {
  const now = today();
  if (entries.length === 0) return <EmptyState icon="clock" title="Chưa ghi quá trình nào" />;
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key} data-running={entry.to === undefined || entry.to > now ? '' : undefined}>
          <span className="soft small">
            {entry.group} · {showPeriod(entry.from, entry.to)}
          </span>
          <span className="strong">{entry.title}</span>
          {entry.about !== undefined && <span>{entry.about}</span>}
          {onEnd && entry.ending && (
            <span className="no-print">
              <Button size="small" onClick={() => onEnd(entry)}>
                {endingWords[entry.ending.noun].button}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
