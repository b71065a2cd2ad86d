import { showCount } from '../text/numbers.js';
import './totals.css';

interface Total {
  readonly label: string;
  readonly value: number | string;
  readonly of?: number;
  readonly tone?: 'blue' | 'red' | 'amber';
}

/** Running figures in one line; `sticky` keeps them in sight while the list below moves. */
export function Totals({ label, items, sticky = false }: { label: string; items: readonly Total[]; sticky?: boolean }) {
  // On a phone long figures stand two in a row, short ones all in one.
  const long = items.some((t) => `${t.value}${t.of ?? ''}`.length > 4);
  return (
    <div className="totals" role="group" aria-label={label} data-sticky={sticky ? '' : undefined} data-long={long ? '' : undefined}>
      <dl>
        {items.map((t) => (
          <div key={t.label} data-tone={t.tone}>
            <dt>{t.label}</dt>
            <dd>
              {t.value}
              {t.of !== undefined && <span className="total-of">/{showCount(t.of)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
