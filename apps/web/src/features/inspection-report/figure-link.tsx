import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureSearch } from './figure-search.js';

/** A number that opens the list of what it counts. */
export function FigureLink({ search, about, children }: { search: FigureSearch; about: string; children: ReactNode }) {
  return (
    <Link to="/inspection/report" search={search} className="strong">
      {children}
      <span className="only-read-aloud">, mở danh sách: {about}</span>
    </Link>
  );
}
