import { readFile, writeFile } from 'node:fs/promises';
import { deflateRawSync, crc32 } from 'node:zlib';
import { refusals } from '../src/workbook/refusal.js';
import { readWorkbook } from '../src/workbook/read.js';
import { readWorkbookInChild } from '../src/workbook/read-in-child.js';
import { contentTypes, end, folder, type Part, sheetOf, start, workbookParts, zip } from './zips.js';

const dir = await folder();
const row = '<row><c><v>1</v></c></row>';
const good = workbookParts(sheetOf(row));
const bytes = await readFile(await zip(dir, good));

async function file(content: Buffer | string): Promise<string> {
  const path = `${dir}/raw-${Math.random().toString(36).slice(2)}.xlsx`;
  await writeFile(path, content);
  return path;
}

/** Replaces bytes of equal length wherever they stand in a lawful zip. */
const patched = (from: string, to: string): Promise<string> => file(Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1'));

function* repeated(head: string, piece: string, times: number, tail: string): Iterable<string> {
  yield head;
  const block = piece.repeat(1_000);
  for (let i = 0; i < times / 1_000; i += 1) yield block;
  yield tail;
}

const sheet = (content: Part): Promise<string> => zip(dir, workbookParts(content));

/** A zip whose directory lies: it promises 10 bytes, the data are 200 MB. */
function lying(): Buffer {
  const names = Object.entries({ ...good, 'xl/worksheets/sheet1.xml': Buffer.alloc(200_000_000, 32) });
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of names) {
    const raw = Buffer.from(part as string | Buffer);
    const packed = deflateRawSync(raw);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(typeof crc32 === 'function' ? crc32(raw.subarray(0, 10)) : 0, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(raw.length > 1_000_000 ? 10 : raw.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const tail = Buffer.alloc(22);
  tail.write('PK\x05\x06', 'latin1');
  tail.writeUInt16LE(names.length, 8);
  tail.writeUInt16LE(names.length, 10);
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, tail]);
}

const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]);

const corpus: Record<string, [expected: keyof typeof refusals | readonly (keyof typeof refusals)[], make: () => Promise<string>]> = {
  'nothing at all': ['workbook/not-xlsx', () => file('')],
  'three bytes': ['workbook/not-xlsx', () => file('PK\x03')],
  text: ['workbook/not-xlsx', () => file('Họ và tên;Số thẻ\n')],
  'a picture': ['workbook/not-xlsx', () => file(Buffer.from('89504e470d0a1a0a0000', 'hex'))],
  'an empty zip': ['workbook/not-xlsx', () => file(Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]))],
  'a zip that is no workbook': ['workbook/not-xlsx', () => zip(dir, { 'a.txt': 'x' })],
  'a document of Word': ['workbook/not-xlsx', () => zip(dir, { '[Content_Types].xml': contentTypes(), 'word/document.xml': '<x/>' })],
  'an old workbook': ['workbook/old-format', () => file(ole)],
  'a workbook with a password': ['workbook/encrypted', () => file(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))],
  xlsb: [
    'workbook/old-format',
    () =>
      zip(dir, {
        ...good,
        '[Content_Types].xml': contentTypes('application/vnd.ms-excel.sheet.binary.macroEnabled.main').replace('macroEnabled.', ''),
      }),
  ],
  'macros by part': ['workbook/macros', () => zip(dir, { ...good, 'xl/vbaProject.bin': 'x' })],
  'macros by part in capitals elsewhere': ['workbook/macros', () => zip(dir, { ...good, 'X/VBAPROJECT.BIN': 'x' })],
  'macros by type': [
    'workbook/macros',
    () => zip(dir, { ...good, '[Content_Types].xml': contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml') }),
  ],
  'a macro sheet of Excel 4': ['workbook/macros', () => zip(dir, { ...good, 'xl/macrosheets/sheet1.xml': '<x/>' })],
  'over 20 MB': ['workbook/too-large', () => file(Buffer.concat([bytes, Buffer.alloc(21 * 1024 * 1024)]))],
  'over 1,000 entries': [
    'workbook/too-many-parts',
    () => zip(dir, { ...good, ...Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`p/${i}`, ''])) }),
  ],
  'the first half': ['workbook/broken', () => file(bytes.subarray(0, bytes.length / 2))],
  'all but the end': ['workbook/broken', () => file(bytes.subarray(0, bytes.length - 30))],
  'a name that climbs': ['workbook/unsafe', () => patched('xl/worksheets/sheet1.xml', 'xl/../../../heet1.xml/xx')],
  'an absolute name': ['workbook/unsafe', () => patched('xl/workbook.xml', '/l/workbook.xml')],
  'a backslash': ['workbook/unsafe', () => patched('xl/workbook.xml', 'xl\\workbook.xml')],
  'a drive': ['workbook/unsafe', () => patched('xl/workbook.xml', 'C:/workbook.xml')],
  'a symbolic link': ['workbook/unsafe', () => zip(dir, good, 0o120777)],
  'two parts of one name': ['workbook/unsafe', () => zip(dir, { ...good, 'XL/workbook.xml': 'x' })],
  'a DOCTYPE in the sheet': ['workbook/unsafe', () => sheet(`<?xml version="1.0"?>${doctype}${sheetOf('<row><c t="str"><v>&b;</v></c></row>')}`)],
  'a DOCTYPE in the content types': ['workbook/unsafe', () => zip(dir, { ...good, '[Content_Types].xml': `${doctype}${contentTypes()}` })],
  'a DOCTYPE in the strings': ['workbook/unsafe', () => zip(dir, workbookParts(sheetOf(row), { strings: `${doctype}<sst/>` }))],
  'an entity from outside': ['workbook/unsafe', () => sheet(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${sheetOf(row)}`)],
  'an unknown entity': ['workbook/broken', () => sheet(sheetOf('<row><c t="str"><v>&xxe;</v></c></row>'))],
  'UTF-16': ['workbook/broken', () => sheet(Buffer.from(`\ufeff${sheetOf(row)}`, 'utf16le'))],
  'UTF-7 by declaration': ['workbook/broken', () => sheet(`<?xml version="1.0" encoding="UTF-7"?>${sheetOf(row)}`)],
  'bytes that are no text': ['workbook/broken', () => sheet(Buffer.concat([Buffer.from(start), Buffer.from([0xff, 0xfe, 0xc0])]))],
  'XML that ends early': ['workbook/broken', () => sheet(`${start}<row>`)],
  'XML with crossed tags': ['workbook/broken', () => sheet(`${start}<row><c></row></c>${end}`)],
  'deep XML': ['workbook/unsafe', () => sheet(() => repeated(start, '<a>', 1_000_000, ''))],
  'an endless attribute': ['workbook/broken', () => sheet(() => repeated(`${start}<row r="`, '1'.repeat(100), 30_000, `"/>${end}`))],
  'a tag of 200,000 attributes': [
    'workbook/unsafe',
    () => sheet(`${start}<row ${Array.from({ length: 200_000 }, (_, i) => `a${i}=""`).join(' ')}/>${end}`),
  ],
  'a bomb of spaces': ['workbook/unpacks-too-far', () => sheet(() => repeated(start, ' '.repeat(200), 1_000_000, end))],
  'a bomb of 90 MB in one cell': [
    'workbook/unpacks-too-far',
    () => sheet(() => repeated(`${start}<row><c t="str"><v>`, 'A'.repeat(90), 1_000_000, `</v></c></row>${end}`)),
  ],
  'a bomb in a part that is never read': [
    'workbook/unpacks-too-far',
    () => zip(dir, { ...good, 'xl/media/a.bin': () => repeated('', ' '.repeat(200), 1_000_000, '') }),
  ],
  'a directory that lies about sizes': [['workbook/broken', 'workbook/unpacks-too-far'], async () => file(lying())],
  'rows without end': [['workbook/too-many-rows', 'workbook/unpacks-too-far'], () => sheet(() => repeated(start, row, 150_000, end))],
  'one string named a million times': [
    'workbook/unpacks-too-far',
    () =>
      zip(
        dir,
        workbookParts(
          () => repeated(`${start}<row>`, '<c t="s"><v>0</v></c>', 16_000, `</row><row>${'<c t="s"><v>0</v></c>'.repeat(16_000)}</row>${end}`),
          { strings: `<sst><si><t>${'đ'.repeat(32_000)}</t></si></sst>` },
        ),
      ),
  ],
  'a shared string that is not there': ['workbook/broken', () => sheet(sheetOf('<row><c t="s"><v>4294967295</v></c></row>'))],
  'a row beyond the edge': ['workbook/broken', () => sheet(sheetOf('<row r="99999999999"><c><v>1</v></c></row>'))],
  'rows backwards': ['workbook/broken', () => sheet(sheetOf('<row r="5"><c><v>1</v></c></row><row r="4"><c><v>1</v></c></row>'))],
  'a cell beyond the edge': ['workbook/broken', () => sheet(sheetOf('<row><c r="ZZZ1"><v>1</v></c></row>'))],
  'a cell of no column': ['workbook/broken', () => sheet(sheetOf('<row><c r="1A"><v>1</v></c></row>'))],
  'merges without end': [
    'workbook/unsafe',
    () =>
      sheet(() =>
        repeated(`${start}${end.replace('</worksheet>', '')}<mergeCells>`, '<mergeCell ref="A1:B2"/>', 60_000, '</mergeCells></worksheet>'),
      ),
  ],
  'a sheet that is not there': [
    'workbook/broken',
    () =>
      zip(dir, {
        ...good,
        'xl/_rels/workbook.xml.rels': String(good['xl/_rels/workbook.xml.rels']).replace('worksheets/sheet1.xml', '../../../../etc/passwd'),
      }),
  ],
};

describe.each(Object.entries(corpus))('%s', (_, [expected, make]) => {
  it('is refused within seconds with a sentence', async () => {
    const path = await make();
    const began = Date.now();
    const result = await readWorkbook(path);
    const codes: readonly string[] = typeof expected === 'string' ? [expected] : expected;
    expect(result.ok ? 'read' : result.refusal).toMatchObject({
      code: expect.stringMatching(new RegExp(`^(?:${codes.join('|')})$`)),
      title: expect.stringMatching(/Hãy/),
    });
    expect(Date.now() - began).toBeLessThan(8_000);
  });
});

describe('what only looks hostile', () => {
  it('does not believe a huge dimension, and reads a merge over the whole sheet', async () => {
    const path = await sheet(sheetOf(row, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'));
    const result = await readWorkbook(path);
    expect(result.ok && result.value[0]?.rows).toHaveLength(1);
  });

  it('comes back as the same refusal from the child, also when its heap is too small', async () => {
    const bomb = await sheet(() => repeated(start, ' '.repeat(200), 1_000_000, end));
    expect(await readWorkbookInChild(bomb)).toMatchObject({ ok: false, refusal: { code: 'workbook/unpacks-too-far' } });
    const strings = () => repeated('<sst>', `<si><t>${'đ'.repeat(20)}${'x'.repeat(20)}</t></si>`, 1_200_000, '</sst>');
    const heavy = await zip(dir, workbookParts(sheetOf(row), { strings }));
    expect(await readWorkbookInChild(heavy, { heapMegabytes: 24, seconds: 30 })).toMatchObject({
      ok: false,
      refusal: { code: 'workbook/unpacks-too-far' },
    });
  }, 60_000);

  it('survives a thousand files with flipped bytes', async () => {
    let seed = 7;
    const random = (n: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
    const path = `${dir}/flipped.xlsx`;
    for (let i = 0; i < 1_000; i += 1) {
      const copy = Buffer.from(bytes);
      for (let n = 0; n < 1 + random(8); n += 1) copy[random(copy.length)] = random(256);
      await writeFile(path, copy);
      const result = await readWorkbook(path);
      expect(result.ok || result.refusal.code in refusals).toBe(true);
    }
  }, 60_000);
});
