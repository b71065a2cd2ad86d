import { type ReactNode, useEffect, useRef } from 'react';
import './page.css';

interface PageProps {
  /** Heading and browser title. */
  readonly title: string;
  /** The path to here, as links; see `Crumbs`. */
  readonly crumbs?: ReactNode;
  /** A line below the heading: what unit, what month, what state. */
  readonly about?: ReactNode;
  /** Buttons at the right, below the heading on a phone; the most important first. */
  readonly actions?: ReactNode;
  /** One form or one message, a column easy to read. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

let visited = false;

/** One page: its title, its path, what can be done, its content. After a change of page the heading takes the focus. */
export function Page({ title, crumbs, about, actions, narrow = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Vững Mạnh`;
  }, [title]);
  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true });
    visited = true;
  }, []);
  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <header className="page-head">
        {crumbs}
        <div className="page-heading">
          <div className="page-title">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {about !== undefined && <div className="page-about">{about}</div>}
          </div>
          {actions !== undefined && <div className="page-actions">{actions}</div>}
        </div>
      </header>
      {children}
    </div>
  );
}

/** The path from the top to here; the children are links, the page itself is not among them. */
export function Crumbs({ children }: { children: readonly ReactNode[] }) {
  return (
    <nav className="crumbs" aria-label="Đường dẫn">
      <ol>
        {children.map((link, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a path has no other key and is never reordered
          <li key={i}>{link}</li>
        ))}
      </ol>
    </nav>
  );
}
