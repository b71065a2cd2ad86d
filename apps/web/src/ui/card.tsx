import { type ReactNode, useId } from 'react';
import './card.css';

interface CardProps {
  readonly title?: string;
  /** Beside the title: a badge, a small button, a link. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** `flush` lets a table or list reach the edges. */
  readonly flush?: boolean;
  readonly tone?: 'plain' | 'notice';
}

/** One matter on the page. With a title it is a landmark that a screen reader can jump to. */
export function Card({ title, aside, children, flush = false, tone = 'plain' }: CardProps) {
  const id = useId();
  return (
    <section className={`card ${tone}`} data-flush={flush ? '' : undefined} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header className="card-head">
          <h2 id={id}>{title}</h2>
          {aside}
        </header>
      )}
      <div className="card-body">{children}</div>
    </section>
  );
}

/** Name and value pairs of one thing, in one column on a phone. A pair without a value is left out. */
export function Facts({ items }: { items: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {items
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
