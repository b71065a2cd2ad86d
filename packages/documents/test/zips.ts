import { createWriteStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import yazl from 'yazl';

/** A part as text, bytes, or text that is produced while it is packed. */
export type Part = string | Buffer | (() => Iterable<string>);

export const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'vm-workbook-'));

let made = 0;

/** Packs parts as they are, lawful or not. */
export async function zip(dir: string, parts: Readonly<Record<string, Part>>, mode = 0o100644): Promise<string> {
  const path = join(dir, `${(made += 1)}.xlsx`);
  const file = new yazl.ZipFile();
  for (const [name, part] of Object.entries(parts))
    if (typeof part === 'function') file.addReadStreamLazy(name, (give) => give(null, Readable.from(part(), { objectMode: false })));
    else file.addBuffer(Buffer.from(part), name, { mode });
  file.end();
  await pipeline(file.outputStream, createWriteStream(path));
  return path;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';

export const contentTypes = (main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'): string =>
  `<Types xmlns="${packaging}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`;

/** A workbook of one sheet, hand-made, so that the reader is tested against more than our own writer. */
export const workbookParts = (sheet: Part, more: { strings?: Part; styles?: string; date1904?: boolean } = {}): Record<string, Part> => ({
  '[Content_Types].xml': contentTypes(),
  '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${more.date1904 ? 1 : 0}"/><sheets><sheet name="Đảng viên" sheetId="1" r:id="b"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="d" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheet,
  ...(more.strings === undefined ? {} : { 'xl/sharedStrings.xml': more.strings }),
  ...(more.styles === undefined ? {} : { 'xl/styles.xml': more.styles }),
});

export const sheetOf = (rows: string, after = ''): string =>
  `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>${after}</worksheet>`;
export const start = `<worksheet xmlns="${main}"><sheetData>`;
export const end = '</sheetData></worksheet>';
