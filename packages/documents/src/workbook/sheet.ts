import type { Limits } from './limits.js';
import { plainRows } from './plain-rows.js';
import type { RowReader } from './rows.js';
import { decoded, xmlReader } from './xml.js';

const ROWS_BEGIN = '<sheetData>';
/** A row that has no end within this many characters is left to the parser, which forgets what it has read. */
const LONGEST_ROW = 262_144;

/**
 * Reads the part of a sheet. Its rows are nearly all of it, and nearly all programs write them alike: those are read by
 * {@link plainRows}, everything before and behind by the parser, and from the first row that is not plain on, the rest.
 */
export async function readSheet(chunks: AsyncIterable<Buffer>, reader: RowReader, limits: Limits): Promise<void> {
  const xml = xmlReader(reader, limits);
  let where: 'before' | 'rows' | 'after' = 'before';
  let text = '';
  for await (const piece of decoded(chunks)) {
    text += piece;
    if (where === 'before') {
      const begin = text.indexOf(ROWS_BEGIN);
      const known = begin < 0 ? Math.max(0, text.length - ROWS_BEGIN.length) : begin + ROWS_BEGIN.length;
      xml.write(text.slice(0, known));
      text = text.slice(known);
      // In a comment, or in an attribute, the same letters begin nothing.
      if (begin >= 0) where = reader.inRows() ? 'rows' : 'after';
    }
    if (where === 'rows') {
      const { end, more } = plainRows(text, reader);
      text = text.slice(end);
      if (!more || text.length > LONGEST_ROW) where = 'after';
    }
    if (where === 'after') {
      xml.write(text);
      text = '';
    }
  }
  xml.write(text);
  xml.close();
}
