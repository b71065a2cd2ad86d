import { type ReactNode, useEffect, useId, useRef } from 'react';
import './tabs.css';

interface Tab<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number;
}

interface TabsProps<V extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}

/** Views of one thing, one at a time; arrows, Home and End move between them. */
export function Tabs<V extends string>({ label, tabs, value, onChange, children }: TabsProps<V>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // On a phone a row of tabs is wider than the screen: the chosen one is in sight. Only the row moves, never the page.
  useEffect(() => {
    const row = list.current;
    const chosen = row?.querySelector(`[data-value="${value}"]`)?.getBoundingClientRect();
    const seen = row?.getBoundingClientRect();
    if (!row || !chosen || !seen) return;
    if (chosen.left < seen.left) row.scrollLeft -= seen.left - chosen.left;
    else if (chosen.right > seen.right) row.scrollLeft += chosen.right - seen.right;
  }, [value]);
  const go = (to: number) => {
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.value);
    list.current?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };
  const at = tabs.findIndex((t) => t.value === value);
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
  return (
    <div className="stack">
      <div
        ref={list}
        className="tabs"
        role="tablist"
        aria-label={label}
        onKeyDown={(e) => {
          const to = steps[e.key];
          if (to === undefined) return;
          e.preventDefault();
          go(to);
        }}
      >
        {tabs.map((t) => (
          <button
            key={t.value}
            type="button"
            role="tab"
            id={`${id}-${t.value}`}
            data-value={t.value}
            aria-selected={t.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={t.value === value ? 0 : -1}
            className="tab"
            onClick={() => onChange(t.value)}
          >
            {t.label}
            {t.count !== undefined && <span className="tab-count">{t.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
