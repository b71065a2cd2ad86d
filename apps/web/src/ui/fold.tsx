import type { ReactNode } from 'react';
import './card.css';
import './fold.css';

interface FoldProps {
  readonly title: string;
  /** What it holds, in a word: "12 quy định". */
  readonly holds: string;
  /** As it is drawn at first; changes with what is looked for. */
  readonly open: boolean;
  readonly children: ReactNode;
}

/** A card that shows its title until somebody wants to read on; on paper it is always open. */
export function Fold({ title, holds, open, children }: FoldProps) {
  return (
    <details className="card fold" open={open}>
      <summary>
        <h2>{title}</h2>
        <span className="soft">{holds}</span>
      </summary>
      <div className="card-body">{children}</div>
    </details>
  );
}
