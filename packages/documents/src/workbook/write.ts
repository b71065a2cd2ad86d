import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { serialOfDate } from './dates.js';
import { columnLetters } from './merges.js';

/** `date` takes 'YYYY-MM-DD' and shows dd/mm/yyyy; what is no such day is written as text rather than lost. */
export type ColumnKind = 'text' | 'number' | 'date' | 'boolean';

export interface SheetColumn {
  readonly header: string;
  /** In characters of the sheet's font, as spreadsheets measure. */
  readonly width: number;
  readonly kind: ColumnKind;
}

/** `undefined` and null are empty cells. A string in a column of another kind stays text: an export never guesses. */
export type SheetValue = string | number | boolean | null | undefined;

export interface SheetToWrite {
  /** At most 31 characters, none of : \ / ? * [ ]; unique in the workbook. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly SheetValue[]> | AsyncIterable<readonly SheetValue[]>;
}

/**
 * Writes sheets as XLSX while their rows are produced: header in bold and frozen, filter on it, strings always typed as text, so that
 * nothing that begins with = + - @ is ever executed. Memory does not grow with the rows. The stream fails if the rows fail.
 */
export function streamOfWorkbook(sheets: readonly SheetToWrite[]): Readable {
  for (const sheet of sheets) if (!/^[^:\\/?*[\]]{1,31}$/.test(sheet.name)) throw new RangeError(`sheet name: ${sheet.name}`);
  const zip = new yazl.ZipFile();
  let fail: (error: Error) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => zip.once('error', (fail = reject)));
  // Nobody may be listening any more when a part fails late.
  failure.catch(() => undefined);
  const gone = new AbortController();
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(xml(text)), name);
  add('[Content_Types].xml', contentTypes(sheets.length));
  add('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbook(sheets));
  add(
    'xl/_rels/workbook.xml.rels',
    relationships([...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']]),
  );
  add('xl/styles.xml', styles);
  sheets.forEach((sheet, index) =>
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, (give) => {
      const part = Readable.from(inPieces(sheetParts(sheet)), { objectMode: false, signal: gone.signal });
      part.once('error', fail);
      give(null, part);
    }),
  );
  zip.end();
  return Readable.from(bytes(zip.outputStream, failure, gone), { objectMode: false });
}

/** yazl passes on neither the failure of a part nor the loss of its reader: both are done here. */
async function* bytes(out: NodeJS.ReadableStream, failure: Promise<never>, gone: AbortController): AsyncIterable<Buffer> {
  const chunks = out[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([chunks.next(), failure]);
      if (next.done === true) return;
      yield typeof next.value === 'string' ? Buffer.from(next.value) : next.value;
    }
  } finally {
    gone.abort();
  }
}

/** {@link streamOfWorkbook} into a file that appears only when it is whole. */
export async function writeWorkbook(path: string, sheets: readonly SheetToWrite[]): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await pipeline(streamOfWorkbook(sheets), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

const xml = (text: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const contentTypes = (sheets: number): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${Array.from({ length: sheets }, (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`;

const relationships = (list: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const workbook = (sheets: readonly SheetToWrite[]): string =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`;

/** Cell styles by index: 0 plain, 1 header, 2 date, 3 text (so that editing the cell in a spreadsheet keeps it text). */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf fontId="0"/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;

async function* sheetParts({ columns, rows }: SheetToWrite): AsyncIterable<string> {
  const letters = columns.map((_, i) => columnLetters(i + 1));
  yield xml(
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`,
  );
  yield `<row r="1">${columns.map(({ header }, i) => text(`${letters[i]}1`, header, 1)).join('')}</row>`;
  let at = 1;
  for await (const row of rows) {
    at += 1;
    yield `<row r="${at}">${columns.map(({ kind }, i) => cell(`${letters[i]}${at}`, row[i], kind)).join('')}</row>`;
  }
  yield `</sheetData>${columns.length === 0 ? '' : `<autoFilter ref="A1:${letters.at(-1)}${at}"/>`}</worksheet>`;
}

/** Joins short strings, so that a row is not a write. */
async function* inPieces(parts: AsyncIterable<string>): AsyncIterable<Buffer> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < 65_536) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece);
}

function cell(address: string, value: SheetValue, kind: ColumnKind): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${address}"><v>${value}</v></c>` : text(address, String(value), 3);
  const serial = kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? serialOfDate(value) : undefined;
  return serial === undefined ? text(address, value, 3) : `<c r="${address}" s="2"><v>${serial}</v></c>`;
}

const text = (address: string, value: string, style: number): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t${/^\s|\s$|\n|\s\s/.test(value) ? ' xml:space="preserve"' : ''}>${escaped(value)}</t></is></c>`;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML text: characters that XML cannot hold, and what looks like their escape, become `_xHHHH_` (ISO 29500 ST_Xstring). */
const escaped = (value: string): string =>
  value
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      // oxlint-disable-next-line no-control-regex -- exactly those are what XML cannot hold
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (c) => marks[c] ?? c);
