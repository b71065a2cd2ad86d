import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { hd05, type Measures, textWidth } from './measures.js';
import { type Block, drawable, type Heading, type Paper, type Recipients, runsOf, sealNote, type Signature, type Text } from './paper.js';
import { inline, lineHeight, mm, tableOf } from './pdf-table.js';

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const face = (name: string): string => join(fonts, name, `Tinos_${name}.ttf`);
pdfmake.setFonts({
  Tinos: { normal: face('400Regular'), bold: face('700Bold'), italics: face('400Regular_Italic'), bolditalics: face('700Bold_Italic') },
});
// A paper never makes the printer read anything but its own fonts, whatever text it carries.
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
pdfmake.setUrlAccessPolicy(() => false);

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
