import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { hd05, type Measures, textWidth } from './measures.js';
import {
  type Block,
  drawable,
  type Heading,
  linesOfRuns,
  type Paper,
  type Recipients,
  type Run,
  runsOf,
  type Signature,
  type Table,
  type Text,
} from './paper.js';

declare module 'pdfmake/interfaces.js' {
  interface TableCellProperties {
    /** In pdfmake 0.3, not yet in its types. */
    verticalAlignment?: 'top' | 'middle' | 'bottom';
  }
}

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const face = (name: string): string => join(fonts, name, `Tinos_${name}.ttf`);
pdfmake.setFonts({
  Tinos: { normal: face('400Regular'), bold: face('700Bold'), italics: face('400Regular_Italic'), bolditalics: face('700Bold_Italic') },
});
// A paper never makes the printer read anything but its own fonts, whatever text it carries.
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
pdfmake.setUrlAccessPolicy(() => false);

const mm = (n: number): number => (n * 72) / 25.4;
/** Ascent and descent of Tinos as a share of the type size; pdfmake multiplies their sum. */
const natural = 0.8911 + 0.2163;

/** Draws a paper as PDF/1.7 with embedded Tinos, which has the measures of Times New Roman. */
export async function toPdf(paper: Paper, measures: Measures = hd05): Promise<Buffer> {
  const m = measures;
  const definition: TDocumentDefinitions = {
    pageSize: { width: mm(m.page.width), height: mm(m.page.height) },
    pageMargins: [mm(m.margin.left), mm(m.margin.top), mm(m.margin.right), mm(m.margin.bottom)],
    info: {
      title: drawable(`${paper.title.type} ${paper.title.abstract ?? ''}`.trim()),
      author: drawable(paper.heading.body),
      subject: sealNote(paper.heading),
    },
    language: 'vi-VN',
    defaultStyle: { font: 'Tinos', fontSize: m.body.size, lineHeight: lineHeight(m.body) },
    header: (page: number) =>
      page < 2
        ? ''
        : {
            text: String(page),
            alignment: 'center',
            headlineLevel: aside,
            fontSize: m.pageNumber.size,
            margin: [mm(m.margin.left), mm(m.pageNumber.top), mm(m.margin.right), 0],
          },
    footer: () =>
      paper.footer === undefined
        ? ''
        : {
            text: drawable(paper.footer),
            alignment: 'center',
            headlineLevel: aside,
            italics: true,
            fontSize: m.footer.size,
            margin: [mm(m.margin.left), mm(m.margin.bottom - m.footer.bottom) - m.footer.size, mm(m.margin.right), 0],
          },
    // What introduces the next block never ends a page.
    pageBreakBefore: (node, others) =>
      node.headlineLevel === introduces && others.getFollowingNodesOnPage().every((after) => after.headlineLevel !== undefined),
    content: [headingOf(paper.heading, m), ...titleOf(paper, m), ...contentOf(paper.blocks, m)],
  };
  return pdfmake.createPdf(definition).getBuffer();
}

/** Marks for `pageBreakBefore`: what may not be the last on a page; and header and footer, which pdfmake counts among the page's nodes. */
const introduces = 1;
const aside = 2;

const lineHeight = ({ size, line }: { size: number; line: number }): number => line / (size * natural);
const inlines = (text: Text): Content => ({ text: runsOf(text).map(inline) });
const inline = ({ text, bold, italic }: Run) => ({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) });

/** What cannot be drawn: on whose seal the paper waits. */
export const sealNote = (heading: Heading): string =>
  heading.seal === 'superior' ? 'Đóng dấu của cấp ủy cấp trên ở góc trên, bên trái' : heading.seal === 'own' ? 'Đóng dấu của cơ quan ban hành' : '';

function headingOf(heading: Heading, m: Measures): Content {
  const rule: ContentTable = {
    table: {
      widths: ['auto'],
      body: [
        [
          {
            text: 'ĐẢNG CỘNG SẢN VIỆT NAM',
            bold: true,
            fontSize: m.party.size,
            lineHeight: lineHeight({ ...m.body, size: m.party.size }),
            noWrap: true,
          },
        ],
      ],
    },
    layout: {
      hLineWidth: (row) => (row === 1 ? 0.8 : 0),
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  };
  const left: Content[] = [
    ...(heading.superior === undefined ? [] : [{ text: drawable(heading.superior) }]),
    { text: drawable(heading.body), bold: true },
    { text: '*' },
  ];
  const row: TableCell[][] = [
    [
      { stack: left, alignment: 'center' },
      {
        columns: [
          { width: '*', text: '' },
          { width: 'auto', ...rule },
          { width: '*', text: '' },
        ],
      },
    ],
    [
      { text: drawable(heading.number ?? ''), alignment: 'center' },
      { text: drawable(heading.placeAndDate), italics: true, alignment: 'center' },
    ],
  ];
  return { table: { widths: [mm(m.heading.left), mm(m.heading.right)], body: row }, layout: bare };
}

const bare = { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0 };

function titleOf({ title }: Paper, m: Measures): Content[] {
  return [
    {
      text: drawable(title.type),
      bold: true,
      fontSize: m.type.size,
      lineHeight: lineHeight({ ...m.body, size: m.type.size }),
      alignment: 'center',
      margin: [0, m.body.line, 0, 0],
    },
    ...(title.abstract === undefined ? [] : [{ text: drawable(title.abstract), bold: true, alignment: 'center' as const }]),
    { text: '-----', alignment: 'center', margin: [0, 0, 0, m.body.before] },
  ];
}

/** The last short paragraph goes with the closing, so that signatures never stand alone on a page. */
function contentOf(blocks: readonly Block[], m: Measures): Content[] {
  const out: Content[] = [];
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    if (next?.kind === 'closing' && isShort(block)) return;
    const before = blocks[index - 1];
    if (block.kind !== 'closing') out.push(draw(block, m, next));
    else out.push({ unbreakable: true, stack: [...(before && isShort(before) ? [draw(before, m)] : []), draw(block, m, next)] });
  });
  return out;
}

function isShort(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'bullet':
      return runsOf(block.text).reduce((sum, run) => sum + run.text.length, 0) < 700;
    case 'section':
      return true;
    case 'table':
    case 'closing':
      return false;
  }
}

function draw(block: Block, m: Measures, next?: Block): Content {
  const mark = next?.kind === 'table' ? { headlineLevel: introduces } : {};
  const above: [number, number, number, number] = [0, m.body.before, 0, 0];
  const indented = { ...mark, leadingIndent: mm(m.body.indent), alignment: 'justify' as const, margin: above };
  switch (block.kind) {
    case 'section':
      return { text: drawable(block.text), bold: true, italics: block.level === 2, ...indented, alignment: 'left', headlineLevel: introduces };
    case 'paragraph':
      return block.align === undefined
        ? { ...asText(block.text), ...indented }
        : { ...asText(block.text), ...mark, alignment: block.align, margin: above };
    case 'bullet':
      return { ...asText([{ text: '- ' }, ...runsOf(block.text)]), ...indented };
    case 'table':
      return tableOf(block, m);
    case 'closing':
      return {
        margin: [0, m.body.line, 0, next === undefined ? 0 : m.body.line],
        columns: [
          { width: mm(textWidth(m) / 2), stack: block.left === undefined ? [] : half(block.left, m) },
          { width: mm(textWidth(m) / 2), stack: half(block.right, m) },
        ],
      };
  }
}

const asText = (text: Text) => ({ text: runsOf(text).map(inline) });

function tableOf(table: Table, m: Measures): Content {
  const padding = 3;
  const height = lineHeight(m.table);
  // An unbreakable row higher than a page would be lost below its edge, and so would one that is kept with the header.
  const unbreakable = table.rows.every((row) => row.every((text, index) => linesIn(text, table.columns[index]?.width ?? 20) < 25));
  const middle = unbreakable ? { verticalAlignment: 'middle' as const } : {};
  const cell = (text: Text, align: 'left' | 'center'): TableCell => ({
    ...middle,
    stack: linesOfRuns(text).map((runs) => inlines(runs)),
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

function half(side: Recipients | Signature, m: Measures): Content[] {
  if (side.kind === 'recipients')
    return [
      {
        text: drawable(side.title),
        bold: true,
        italics: true,
        decoration: 'underline',
        fontSize: m.recipients.size,
        lineHeight: lineHeight(m.recipients),
      },
      ...side.lines.map((line) => ({ text: drawable(line), fontSize: m.recipients.size, lineHeight: lineHeight(m.recipients) })),
    ];
  const centered = { alignment: 'center' as const };
  return [
    ...(side.onBehalf === undefined ? [] : [{ text: drawable(side.onBehalf), bold: true, ...centered }]),
    { text: drawable(side.office), bold: side.onBehalf === undefined, ...centered },
    ...(side.note === undefined ? [] : [{ text: drawable(side.note), italics: true, fontSize: m.recipients.size, ...centered }]),
    { text: drawable(side.name ?? ' '), bold: true, ...centered, margin: [0, mm(m.signature), 0, 0] },
  ];
}
