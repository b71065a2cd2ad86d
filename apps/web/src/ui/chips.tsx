import './chips.css';

interface ChipOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number;
  readonly tone?: 'blue' | 'red' | 'amber';
}

interface ChipsProps<V extends string> {
  /** What the row of chips is for, read aloud. */
  readonly label: string;
  readonly options: readonly ChipOption<V>[];
  readonly value: V | undefined;
  /** Pressing the chosen chip again gives `undefined`. */
  readonly onChange: (value: V | undefined) => void;
  /** One must stay chosen. */
  readonly required?: boolean;
}

/** Filters or reasons: one chosen of a few, all in sight, one press each. */
export function Chips<V extends string>({ label, options, value, onChange, required = false }: ChipsProps<V>) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {options.map((o) => (
        <button
          key={o.value}
          type="button"
          className="chip"
          data-tone={o.tone}
          aria-pressed={o.value === value}
          onClick={() => onChange(o.value === value && !required ? undefined : o.value)}
        >
          {o.label}
          {o.count !== undefined && <span className="chip-count">{o.count}</span>}
        </button>
      ))}
    </div>
  );
}
