import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Measures } from './measures.js';
import { drawable, linesOfRuns, type Run, type Table, type Text } from './paper.js';

declare module 'pdfmake/interfaces.js' {
  interface TableCellProperties {
    /** In pdfmake 0.3, not yet in its types. */
    verticalAlignment?: 'top' | 'middle' | 'bottom';
  }
}

/** Points of a length in millimeters. */
export const mm = (n: number): number => (n * 72) / 25.4;

/** Ascent and descent of Tinos as a share of the type size; pdfmake multiplies their sum. */
const natural = 0.8911 + 0.2163;

/** pdfmake's factor for lines that are exactly `line` points apart. */
export const lineHeight = ({ size, line }: { size: number; line: number }): number => line / (size * natural);

/** A run in pdfmake's words. */
export const inline = ({ text, bold, italic }: Run) => ({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) });

/** A table with a repeated header; rows that fit on a page are not broken. */
export function tableOf(table: Table, m: Measures): Content {
  const padding = 3;
  const height = lineHeight(m.table);
  // An unbreakable row higher than a page would be lost below its edge, and so would one that is kept with the header.
  const unbreakable = table.rows.every((row) => row.every((text, index) => linesIn(text, table.columns[index]?.width ?? 20) < 25));
  const middle = unbreakable ? { verticalAlignment: 'middle' as const } : {};
  const cell = (text: Text, align: 'left' | 'center'): TableCell => ({
    ...middle,
    stack: linesOfRuns(text).map((runs) => ({ text: runs.map(inline) })),
    alignment: align,
    lineHeight: height,
  });
  return {
    margin: [0, m.body.before, 0, m.body.before],
    fontSize: m.table.size,
    table: {
      headerRows: 1,
      keepWithHeaderRows: unbreakable ? 1 : 0,
      dontBreakRows: unbreakable,
      widths: table.columns.map((column) => mm(column.width) - 2 * padding - 0.5),
      ...(table.rowHeight === undefined ? {} : { heights: (row: number) => (row === 0 ? 'auto' : mm(table.rowHeight ?? 0) - 4) }),
      body: [
        table.columns.map((column) => ({ ...middle, text: drawable(column.header), bold: true, alignment: 'center' as const, lineHeight: height })),
        ...table.rows.map((row) => row.map((text, index) => cell(text, table.columns[index]?.align ?? 'left'))),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
  };
}

const linesIn = (text: Text, width: number): number =>
  linesOfRuns(text).reduce((sum, runs) => sum + 1 + Math.floor(runs.reduce((chars, run) => chars + run.text.length, 0) / (width / 2.4)), 0);
