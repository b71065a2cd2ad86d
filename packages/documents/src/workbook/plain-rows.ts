import type { RowReader, WrittenCell } from './rows.js';

const END = '</row>';
/** Only names that need no look at a prefix: `a:r` would be an `r`, too. */
const ROW = /<row((?: (?:[A-Za-z0-9]{1,30}|x14ac:dyDescent)="[^"<&]{0,200}")*)(\/?)>/y;
const NUMBER = / r="(\d{1,10})"/;
const CELL =
  /<c(?: r="([A-Z]{1,3})\d{1,7}")?(?: s="(\d{1,9})")?(?: t="(n|s|str|inlineStr|b|e|d)")?(?:\/>|>(<f(?: [a-z]{1,3}="[^"<&]{0,100}")*(?:\/>|>[^<&]*<\/f>))?(?:<v(?: xml:space="preserve")?>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)/y;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/**
 * Hands on the rows at the beginning of `text` that are written as spreadsheets write them: nothing but cells, these without
 * anything but a value. What is plain here is well-formed XML and means the same to the parser; a row is taken whole or not at all.
 * Answers where the first other thing begins, and whether that may be a plain row whose end has not come yet.
 */
export function plainRows(text: string, reader: RowReader): { end: number; more: boolean } {
  for (let at = 0; ;) {
    ROW.lastIndex = at;
    const row = ROW.exec(text);
    if (!row) return { end: at, more: mayBegin(text, at) };
    const [tag, attributes = '', closed] = row;
    const number = NUMBER.exec(attributes)?.[1];
    if (number === undefined && attributes.includes(' r=')) return { end: at, more: false };
    let end = at + tag.length;
    const cells: WrittenCell[] = [];
    if (closed === '') {
      const close = text.indexOf(END, end);
      if (close < 0) return { end: at, more: true };
      while (end < close) {
        CELL.lastIndex = end;
        const cell = cellOf(CELL.exec(text));
        if (!cell) return { end: at, more: false };
        cells.push(cell);
        end = CELL.lastIndex;
      }
      end = close + END.length;
    }
    reader.whole(number, cells);
    at = end;
  }
}

/** Whether the text ends within what may be the tag of a row. */
function mayBegin(text: string, at: number): boolean {
  const rest = text.slice(at, at + 5);
  return '<row '.startsWith(rest) || (rest.startsWith('<row') && !text.includes('>', at));
}

function cellOf(found: RegExpExecArray | null): WrittenCell | undefined {
  if (!found) return undefined;
  const [, letters, style, type, formula, value = '', inline = ''] = found;
  const written = plainText(value);
  const shown = plainText(inline);
  return written === undefined || shown === undefined
    ? undefined
    : { letters, style, type, formula: formula !== undefined, value: written, inline: shown };
}

/** Text with its marks; undefined when it holds an entity that the parser must judge. */
function plainText(text: string): string | undefined {
  if (!text.includes('&')) return text;
  const plain = text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => entities[entity] ?? entity);
  return /&/.test(text.replace(/&(?:amp|lt|gt|quot|apos);/g, '')) ? undefined : plain;
}
