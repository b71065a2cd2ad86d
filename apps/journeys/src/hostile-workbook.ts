import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

const BOMB_MIB = 150;

const parts = {
  '[Content_Types].xml': `<Types xmlns="${packaging}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${sheetType}"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Đảng viên" sheetId="1" r:id="b"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** A workbook that nobody should open: with macros, one that unpacks too far, or one whose parts are missing. */
export function hostileWorkbook(kind: 'macros' | 'bomb' | 'broken'): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name);
  if (kind === 'macros') zip.addBuffer(Buffer.from('macro'), 'xl/vbaProject.bin');
  if (kind === 'bomb') zip.addReadStreamLazy('xl/worksheets/sheet1.xml', (give) => give(null, Readable.from(spaces(), { objectMode: false })));
  zip.end();
  return buffer(zip.outputStream);
}

function* spaces(): Generator<Buffer> {
  yield Buffer.from(`<worksheet xmlns="${main}"><sheetData>`);
  const mebibyte = Buffer.alloc(1024 * 1024, ' ');
  for (let i = 0; i < BOMB_MIB; i++) yield mebibyte;
  yield Buffer.from('</sheetData></worksheet>');
}
