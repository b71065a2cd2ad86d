import { Icon } from './icon.js';
import './stepper.css';

interface Phase {
  readonly key: string;
  readonly label: string;
  /** When or by whom it was reached. */
  readonly note?: string;
}

/** Where a thing stands on its way; `at` is the key of the phase it is in. On a phone: the phase, its number, what comes next. */
export function Stepper({ label, phases, at }: { label: string; phases: readonly Phase[]; at: string }) {
  const now = phases.findIndex((p) => p.key === at);
  const next = phases[now + 1];
  return (
    <nav className="stepper" aria-label={label}>
      <p className="stepper-short" aria-hidden="true">
        <span className="strong">{phases[now]?.label}</span>
        <span className="soft small">
          Bước {now + 1}/{phases.length}
          {next && ` · tiếp theo: ${next.label}`}
        </span>
      </p>
      <ol>
        {phases.map((p, i) => {
          const state = i < now ? 'done' : i === now ? 'now' : 'ahead';
          return (
            <li key={p.key} className={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className="step-mark" aria-hidden="true">
                {state === 'done' ? <Icon name="check" /> : i + 1}
              </span>
              <span className="step-text">
                {p.label}
                {state === 'done' && <span className="only-read-aloud"> (đã xong)</span>}
                {p.note !== undefined && <span className="step-note">{p.note}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
