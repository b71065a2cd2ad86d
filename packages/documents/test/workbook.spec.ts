import { readFile, readdir, stat } from 'node:fs/promises';
import { dateOfSerial, serialOfDate } from '../src/workbook/dates.js';
import type { Cell, Sheet } from '../src/workbook/cell.js';
import { readWorkbook } from '../src/workbook/read.js';
import { readWorkbookInChild, streamWorkbookInChild } from '../src/workbook/read-in-child.js';
import { dateOf, dateOfText, digitsOf, textOf } from '../src/workbook/values.js';
import { type SheetValue, streamOfWorkbook, writeWorkbook } from '../src/workbook/write.js';
import { folder, sheetOf, workbookParts, zip } from './zips.js';

const dir = await folder();

async function sheets(path: string): Promise<Sheet[]> {
  const result = await readWorkbook(path);
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.detail ?? ''}`);
  return result.value;
}

const cellsOf = async (path: string): Promise<readonly Cell[]> => (await sheets(path))[0]?.rows.flatMap((row) => row.cells) ?? [];

const styles =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd\\/mm\\/yyyy;@"/><numFmt numFmtId="171" formatCode="0&quot; đồng dy&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="46"/></cellXfs></styleSheet>';

describe('reading', () => {
  it('knows shared, rich and inline strings, numbers, booleans, errors, formulas and escapes', async () => {
    const strings =
      '<sst><si><t>Lò Văn</t></si><si><r><t>Vi </t></r><r><rPr><b/></rPr><t>Thủy</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b &amp; &#273;</t></si></sst>';
    const rows =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="E2" t="inlineStr"><is><r><t>trực </t></r><r><t>tiếp</t></r></is></c></row>' +
      '<row><c><v>1.5</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>x</v></c><c><f>NOW()</f></c><c s="1"/></row>';
    const cells = await cellsOf(await zip(dir, workbookParts(sheetOf(rows), { strings })));
    expect(cells.map(({ row, column, kind, value, formula }) => [row, column, kind, value, formula ?? false])).toEqual([
      [2, 1, 'text', 'Lò Văn', false],
      [2, 2, 'text', 'Vi Thủy', false],
      [2, 3, 'text', 'a\rb & đ', false],
      [2, 5, 'text', 'trực tiếp', false],
      [3, 1, 'number', 1.5, false],
      [3, 2, 'boolean', true, false],
      [3, 3, 'error', '#N/A', false],
      [3, 4, 'number', 2, true],
      [3, 5, 'text', 'x', true],
      [3, 6, 'formula', null, true],
    ]);
  });

  it('reads rows alike, whether they are plain or only the parser takes them', async () => {
    const strings = '<sst><si><t>Lò Văn</t></si></sst>';
    const rows = [
      '<row r="2" spans="1:4" x14ac:dyDescent="0.25"><c r="A2" s="1" t="s"><v>0</v></c><c r="C2"><v>7</v></c></row><row/>',
      '<row><c t="str"><v xml:space="preserve"> a &amp;&lt;b&gt;&quot; </v></c><c t="inlineStr"><is><t>c_x000D_d</t></is></c><c/></row>',
      '<row r="9"><c r="B9"><f t="shared" si="0"/><v>2</v></c><c r="D9" t="b"><v>0</v></c><c t="e"><v>#REF!</v></c></row>',
      '<row r="10"><c t="str"><v>&#273;</v></c></row><row><c><v>1</v></c></row>',
    ].join('');
    const read = async (before: string) => cellsOf(await zip(dir, workbookParts(sheetOf(before + rows), { strings })));
    const plain = await read('');
    expect(plain).toHaveLength(9);
    expect(plain).toEqual(await read('<!-- <sheetData> -->'));
    expect(plain).toEqual(await cellsOf(await zip(dir, workbookParts(`<!-- <sheetData> -->${sheetOf(rows)}`, { strings }))));
  });

  it.each([
    [false, ['2026-02-03', '2026-02-03', 46056, 46056, '1900-02-28', 60, '1900-03-01', '2000-01-02']],
    [true, ['2030-02-04', '2030-02-04', 46056, 46056, '1904-02-29', '1904-03-01', '1904-03-02', '2000-01-02']],
  ])('turns serials of date styles into days (1904: %s)', async (date1904, expected) => {
    const row = [1, 2, 3, 4].map((s) => `<c s="${s}"><v>46056</v></c>`).join('') + [59, 60, 61].map((n) => `<c s="1"><v>${n}</v></c>`).join('');
    const path = await zip(dir, workbookParts(sheetOf(`<row>${row}<c t="d"><v>2000-01-02T10:00:00</v></c></row>`), { styles, date1904 }));
    expect((await cellsOf(path)).map((cell) => cell.value)).toEqual(expected);
  });

  it('knows every day from 1900-03-01 by serial, both ways', () => {
    expect(dateOfSerial(1)).toBe('1900-01-01');
    expect(dateOfSerial(2_958_465)).toBe('9999-12-31');
    expect(dateOfSerial(0)).toBeUndefined();
    const astray = Array.from({ length: 80_000 }, (_, i) => i + 61).filter((serial) => serialOfDate(dateOfSerial(serial) ?? '') !== serial);
    expect(astray).toEqual([]);
  });

  it('tells of merged cells which block they belong to', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>7</v></c><c r="B1"/><c r="D1"><v>1</v></c></row><row r="2"><c r="D2"><v>2</v></c></row><row r="3"><c r="D3"><v>3</v></c></row>';
    const cells = await cellsOf(await zip(dir, workbookParts(sheetOf(rows, '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'))));
    expect(cells.map(({ row, column, mergedInto }) => [row, column, mergedInto])).toEqual([
      [1, 1, undefined],
      [1, 2, 'A1'],
      [1, 4, undefined],
      [2, 1, 'A1'],
      [2, 2, 'A1'],
      [2, 4, undefined],
      [3, 4, undefined],
    ]);
  });
});

describe('writing', () => {
  /** Text that spreadsheets, XML or Vietnamese may stumble over, and random code points. */
  function* awkward(): Iterable<string> {
    yield* [
      '=1+1',
      '+84912',
      '-5',
      '@SUM(A1)',
      '\tx',
      '\rx',
      "=cmd|' /C calc'!A0",
      '  hai  đầu  ',
      'a\nb',
      'a\r\nb',
      '_x000D_',
      '_x005F_',
      '<&>"\'',
      '\u0000\u0001\u001f',
      '\ufffe\uffff',
    ];
    yield* ['\ud800', 'a\udc00b', '😀', 'Nguyê\u0303n', 'x'.repeat(32_767), '0123', '1e5', '2026-02-03', ']]>', 'TRUE', '#N/A'];
    let seed = 20_261_122;
    const random = (n: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
    for (let i = 0; i < 2_000; i += 1)
      yield Array.from({ length: 1 + random(12) }, () => String.fromCharCode(random(4) === 0 ? random(65_536) : random(0x250))).join('');
  }

  it('gives every string back unchanged, as text and never as a formula', async () => {
    const path = `${dir}/text.xlsx`;
    const all = [...awkward()];
    await writeWorkbook(path, [{ name: 'Thử', columns: [{ header: 'Nội dung', width: 20, kind: 'text' }], rows: all.map((text) => [text]) }]);
    const cells = await cellsOf(path);
    expect(cells.slice(1).map((cell) => cell.value)).toEqual(all);
    expect(new Set(cells.map((cell) => cell.kind))).toEqual(new Set(['text']));
    expect(cells.some((cell) => cell.formula)).toBe(false);
  });

  it('types dates, numbers and booleans, and never loses what does not fit', async () => {
    const columns = (['text', 'date', 'number', 'boolean'] as const).map((kind) => ({ header: kind, width: 12, kind }));
    const rows: SheetValue[][] = [
      ['a', '1958-02-03', 12, true],
      [undefined, 'không rõ', null, false],
      ['', '1899-12-31', Number.NaN, ''],
    ];
    const path = `${dir}/typed.xlsx`;
    await writeWorkbook(path, [
      { name: 'Một', columns, rows },
      { name: 'Hai', columns, rows: [] },
    ]);
    const [one, two] = await sheets(path);
    expect(one?.rows.slice(1).map((row) => row.cells.map(({ column, kind, value }) => [column, kind, value]))).toEqual([
      [
        [1, 'text', 'a'],
        [2, 'date', '1958-02-03'],
        [3, 'number', 12],
        [4, 'boolean', true],
      ],
      [
        [2, 'text', 'không rõ'],
        [4, 'boolean', false],
      ],
      [
        [2, 'text', '1899-12-31'],
        [3, 'text', 'NaN'],
      ],
    ]);
    expect([two?.name, two?.rows.length]).toEqual(['Hai', 1]);
  });

  it('leaves no half file when the rows fail, and lets go of them when nobody reads on', async () => {
    const columns = [{ header: 'x', width: 5, kind: 'text' as const }];
    const state = { closed: false };
    const failing = function* (): Iterable<string[]> {
      yield ['a'];
      throw new Error('rows failed');
    };
    const endless = function* (): Iterable<string[]> {
      try {
        for (;;) yield [String(Math.random())];
      } finally {
        state.closed = true;
      }
    };
    await expect(writeWorkbook(`${dir}/failed.xlsx`, [{ name: 'x', columns, rows: failing() }])).rejects.toThrow('rows failed');
    expect((await readdir(dir)).filter((name) => name.startsWith('failed'))).toEqual([]);
    const stream = streamOfWorkbook([{ name: 'x', columns, rows: endless() }]);
    // Before its part has been opened, and while it flows.
    for await (const _ of stream) break;
    expect(state.closed).toBe(false);
    let read = 0;
    for await (const chunk of streamOfWorkbook([{ name: 'x', columns, rows: endless() }])) if ((read += Buffer.from(chunk).length) > 100_000) break;
    for (let i = 0; i < 100 && !state.closed; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(state.closed).toBe(true);
  });

  it('writes and reads back 60,000 rows without keeping them', async () => {
    const columns = Array.from({ length: 9 }, (_, i) => ({ header: `Cột ${i}`, width: 18, kind: i === 3 ? ('date' as const) : ('text' as const) }));
    const rows = function* (): Iterable<string[]> {
      for (let i = 0; i < 60_000; i += 1) yield columns.map((_, c) => (c === 3 ? '1990-02-03' : `Đảng viên ${i} ${c}`));
    };
    const path = `${dir}/big.xlsx`;
    const before = process.memoryUsage().rss;
    await writeWorkbook(path, [{ name: 'Đảng viên', columns, rows: rows() }]);
    let seen = 0;
    const result = await streamWorkbookInChild(path, { sheet: () => undefined, row: () => void (seen += 1) });
    expect(result).toEqual({ ok: true, value: undefined });
    expect(seen).toBe(60_001);
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(200);
    expect((await stat(path)).size).toBeGreaterThan(500_000);
  }, 60_000);
});

describe('the child', () => {
  it('says what the reader says', async () => {
    const path = await zip(
      dir,
      workbookParts(sheetOf('<row><c><v>1</v></c><c><f>A1</f><v>2</v></c></row>', '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')),
    );
    expect(await readWorkbookInChild(path)).toEqual(await readWorkbook(path));
    expect(await readWorkbookInChild(`${dir}/absent.xlsx`)).toMatchObject({ ok: false, refusal: { code: 'workbook/broken' } });
  });

  it('is stopped at its deadline while the parent goes on, and ends when its listener fails', async () => {
    const big = `${dir}/big.xlsx`;
    await readFile(big);
    let longest = 0;
    let last = Date.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, Date.now() - last);
      last = Date.now();
    }, 10);
    const result = await readWorkbookInChild(big, { heapMegabytes: 256, seconds: 0.7 });
    clearInterval(beat);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'workbook/too-slow' } });
    expect(longest).toBeLessThan(400);
    const failing = streamWorkbookInChild(big, {
      sheet: () => undefined,
      row: () => {
        throw new Error('not wanted');
      },
    });
    await expect(failing).rejects.toThrow('not wanted');
  });
});

describe('values', () => {
  const text = (value: string): Cell => ({ row: 1, column: 1, kind: 'text', value });
  const number = (value: number): Cell => ({ row: 1, column: 1, kind: 'number', value });
  const today = { today: '2026-11-22' };

  it.each([
    ['03/02/1958', '1958-02-03'],
    ['3/2/58', '1958-02-03'],
    ['3-2-1958', '1958-02-03'],
    ['3.2.26', '2026-02-03'],
    ['3 / 2 / 1958', '1958-02-03'],
    ['030258', '1958-02-03'],
    ['03021958', '1958-02-03'],
    ['\u00a003/02/1958 ', '1958-02-03'],
    ['1958-02-03', '1958-02-03'],
    ['29/02/2024', '2024-02-29'],
  ])('reads the date %j', (typed, expected) => {
    expect(dateOfText(typed, today)).toEqual({ ok: true, value: expected });
  });

  it.each(['29/02/2023', '31/04/2020', '32/01/2020', '02/13/2020', 'không rõ', '1958', '3/2', '03/02/0058', '003/02/1958'])(
    'explains why %j is no date',
    (typed) => {
      expect(dateOfText(typed, today)).toMatchObject({ ok: false, why: expect.stringContaining('ngày/tháng/năm') });
    },
  );

  it('reads dates of cells', () => {
    expect(dateOf({ row: 1, column: 1, kind: 'date', value: '1990-01-02' }, today)).toEqual({ ok: true, value: '1990-01-02' });
    expect(dateOf(number(21_219), today)).toEqual({ ok: true, value: '1958-02-03' });
    expect(dateOf(number(3_021_958), today)).toEqual({ ok: true, value: '1958-02-03' });
    expect(dateOf(number(1958), today)).toMatchObject({ ok: false });
    expect(dateOf(undefined, today)).toEqual({ ok: true, value: undefined });
    expect(dateOf({ ...number(21_219), formula: true }, today)).toMatchObject({ ok: false, why: expect.stringContaining('công thức') });
  });

  it('composes, trims and refuses', () => {
    expect(textOf(text('\u00a0Nguye\u0302\u0303n\u2003Va\u0306n\u200b  A '))).toEqual({ ok: true, value: 'Nguyễn Văn A' });
    expect(textOf(number(38_058_001_234))).toEqual({ ok: true, value: '38058001234' });
    expect(textOf({ ...text('x'), mergedInto: 'A1' })).toMatchObject({ ok: false, why: expect.stringContaining('A1') });
    expect(digitsOf(number(38_058_001_234), 12)).toEqual({ ok: true, value: '038058001234' });
    expect(digitsOf(text('038 058 001 234'), 12)).toEqual({ ok: true, value: '038058001234' });
    expect(digitsOf(text('38058001234'), 12)).toMatchObject({ ok: false });
  });
});
