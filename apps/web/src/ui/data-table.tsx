import type { ReactNode } from 'react';
import { Button } from './button.js';
import './data-table.css';

export interface Column<T> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly align?: 'end';
  readonly nowrap?: boolean;
  /** On a phone each row is a card: `title` begins its first line, `mark` (a badge) ends it, `hide` leaves the cell out. */
  readonly phone?: 'title' | 'mark' | 'hide';
  /** Shown, and pressed to sort, when the table has `onSort`. */
  readonly sortable?: boolean;
}

export interface Sort {
  readonly key: string;
  readonly down: boolean;
}

interface DataTableProps<T> {
  /** What the rows are, read aloud and printed above. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** A keyset list that has more rows. */
  readonly more?: { readonly load: () => void; readonly busy: boolean };
  /** Below the rows, usually sums; one cell for each column. */
  readonly foot?: readonly ReactNode[];
  readonly rowTone?: (row: T) => 'late' | 'current' | undefined;
}

/** A table on a desk and on paper, cards on a phone: the same elements, their roles said outright because CSS takes them away. */
export function DataTable<T>({ caption, columns, rows, rowKey, sort, onSort, more, foot, rowTone }: DataTableProps<T>) {
  return (
    <div className="table-frame">
      <table className="data-table" role="table">
        <caption className="only-read-aloud">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((c) => {
              const sorted = sort?.key === c.key ? sort : undefined;
              const order = sorted && (sorted.down ? 'descending' : 'ascending');
              return (
                <th key={c.key} role="columnheader" scope="col" data-align={c.align} aria-sort={order}>
                  {c.sortable && onSort ? (
                    <button type="button" className="sort" onClick={() => onSort({ key: c.key, down: sorted ? !sorted.down : false })}>
                      {c.header}
                      <span aria-hidden="true">{sorted ? (sorted.down ? '▼' : '▲') : '↕'}</span>
                    </button>
                  ) : (
                    c.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" data-tone={rowTone?.(row)}>
              {columns.map((c) => (
                <td key={c.key} role="cell" data-align={c.align} data-phone={c.phone} data-nowrap={c.nowrap ? '' : undefined}>
                  {c.phone !== 'title' && (
                    <span className="cell-name" aria-hidden="true">
                      {c.header}
                    </span>
                  )}
                  <span className="cell">{c.cell(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((c, i) => (
                <td key={c.key} role="cell" data-align={c.align} data-phone={c.phone}>
                  {c.phone !== 'title' && (
                    <span className="cell-name" aria-hidden="true">
                      {c.header}
                    </span>
                  )}
                  <span className="cell">{foot[i]}</span>
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {more && (
        <div className="table-more">
          <Button look="quiet" busy={more.busy} onClick={more.load}>
            Xem thêm
          </Button>
        </div>
      )}
    </div>
  );
}
