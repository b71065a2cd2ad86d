import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table as Grid,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { hd05, type Measures, textWidth } from './measures.js';
import {
  type Block,
  type Closing,
  drawable,
  type Heading,
  linesOfRuns,
  type Paper,
  type Recipients,
  type Run,
  runsOf,
  sealNote,
  type Signature,
  type Table,
} from './paper.js';

/** Twentieths of a point; the library's own conversion rounds down. */
const twip = (millimeters: number): number => Math.round((millimeters * 1440) / 25.4);

type Style = Omit<IParagraphOptions, 'children' | 'text'>;

/** Draws a paper as DOCX (Office Open XML) that an office may go on editing; names Times New Roman and embeds no font. */
export async function toDocx(paper: Paper, measures: Measures = hd05): Promise<Buffer> {
  const m = measures;
  const pageNumber = [new TextRun({ children: [PageNumber.CURRENT], size: m.pageNumber.size * 2 })];
  const foot = (): Footer =>
    new Footer({ children: paper.footer === undefined ? [] : [centered([{ text: paper.footer, italic: true }], m, { size: m.footer.size })] });
  const document = new Document({
    title: drawable(`${paper.title.type} ${paper.title.abstract ?? ''}`.trim()),
    creator: drawable(paper.heading.body),
    subject: sealNote(paper.heading),
    styles: { default: { document: { run: { font: m.font, size: m.body.size * 2, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twip(m.page.width), height: twip(m.page.height) },
            margin: {
              top: twip(m.margin.top),
              bottom: twip(m.margin.bottom),
              left: twip(m.margin.left),
              right: twip(m.margin.right),
              header: twip(m.pageNumber.top),
              footer: twip(m.footer.bottom),
            },
          },
        },
        headers: {
          first: new Header({ children: [] }),
          default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: pageNumber })] }),
        },
        footers: { first: foot(), default: foot() },
        children: [
          headingOf(paper.heading, m),
          ...titleOf(paper, m),
          ...paper.blocks.flatMap((block, index) => draw(block, m, paper.blocks[index + 1])),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

interface Type {
  readonly size?: number;
  readonly line?: number;
}

const exactly = (points: number) => ({ line: Math.round(points * 20), lineRule: LineRuleType.EXACT });

const textRun = ({ text, bold, italic }: Run, size?: number): TextRun =>
  new TextRun({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}), ...(size === undefined ? {} : { size: size * 2 }) });

function written(runs: readonly Run[], m: Measures, style: Style & Type = {}): Paragraph {
  const { size, line, spacing, ...rest } = style;
  return new Paragraph({
    ...rest,
    spacing: { ...exactly(line ?? m.body.line), before: 0, after: 0, ...spacing },
    children: runsOf(runs).map((run) => textRun(run, size)),
  });
}

const centered = (runs: readonly Run[], m: Measures, style: Style & Type = {}): Paragraph =>
  written(runs, m, { ...style, alignment: AlignmentType.CENTER });

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

function grid(widths: readonly number[], rows: TableRow[], bordered: boolean): Grid {
  return new Grid({
    width: { size: twip(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map((width) => twip(width)),
    layout: TableLayoutType.FIXED,
    margins: bordered ? { ...noMargins, left: 60, right: 60 } : noMargins,
    ...(bordered ? {} : { borders: noBorders }),
    rows,
  });
}

const plain = (children: Paragraph[], width: number): TableCell =>
  new TableCell({ children, width: { size: twip(width), type: WidthType.DXA }, borders: noBorders });

function headingOf(heading: Heading, m: Measures): Grid {
  const { left, right } = m.heading;
  const aside = twip((right - m.party.rule) / 2);
  const party = centered([{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', bold: true }], m, {
    size: m.party.size,
    indent: { left: aside, right: aside },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  });
  const body = [
    ...(heading.superior === undefined ? [] : [centered([{ text: heading.superior }], m)]),
    centered([{ text: heading.body, bold: true }], m),
    centered([{ text: '*' }], m),
  ];
  const second = [centered([{ text: heading.number ?? '' }], m), centered([{ text: heading.placeAndDate, italic: true }], m)];
  return grid(
    [left, right],
    [
      new TableRow({ cantSplit: true, children: [plain(body, left), plain([party], right)] }),
      new TableRow({ cantSplit: true, children: second.map((line, index) => plain([line], index === 0 ? left : right)) }),
    ],
    false,
  );
}

function titleOf({ title }: Paper, m: Measures): Paragraph[] {
  return [
    centered([{ text: title.type, bold: true }], m, { size: m.type.size, spacing: { before: m.body.line * 20 }, keepNext: true }),
    ...(title.abstract === undefined ? [] : [centered([{ text: title.abstract, bold: true }], m, { keepNext: true })]),
    centered([{ text: '-----' }], m, { spacing: { after: m.body.before * 20 }, keepNext: true }),
  ];
}

function draw(block: Block, m: Measures, next: Block | undefined): (Paragraph | Grid)[] {
  const space = m.body.before * 20;
  const before = { spacing: { before: space, ...(next?.kind === 'table' ? { after: space } : {}) } };
  const indented = { ...before, indent: { firstLine: twip(m.body.indent) }, alignment: AlignmentType.BOTH };
  const kept = next?.kind === 'closing' ? { keepNext: true, keepLines: true } : {};
  switch (block.kind) {
    case 'section':
      return [
        written([{ text: block.text, bold: true, ...(block.level === 2 ? { italic: true } : {}) }], m, {
          ...indented,
          alignment: AlignmentType.LEFT,
          keepNext: true,
        }),
      ];
    case 'paragraph': {
      const intro = next?.kind === 'table' ? { keepNext: true } : {};
      const style =
        block.align === undefined ? indented : { ...before, alignment: block.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT };
      return [written(runsOf(block.text), m, { ...style, ...intro, ...kept })];
    }
    case 'bullet':
      return [written([{ text: '- ' }, ...runsOf(block.text)], m, { ...indented, ...(next?.kind === 'table' ? { keepNext: true } : {}), ...kept })];
    case 'table':
      return [tableOf(block, m), gap(m.body.before)];
    case 'closing':
      return [gap(m.body.line), closingOf(block, m), gap(next === undefined ? 1 : m.body.line)];
  }
}

/** Word needs a paragraph after a table; it carries the space as well. */
const gap = (points: number): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, ...exactly(points) }, keepNext: points > 1, children: [] });

function tableOf(table: Table, m: Measures): Grid {
  const widths = table.columns.map((column) => column.width);
  const style = { size: m.table.size, line: m.table.line, spacing: { before: 40, after: 40 } };
  const cell = (children: Paragraph[], index: number): TableCell =>
    new TableCell({ children, width: { size: twip(widths[index] ?? 20), type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) => cell([centered([{ text: column.header, bold: true }], m, { ...style, keepNext: true })], index)),
  });
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        ...(table.rowHeight === undefined ? {} : { height: { value: twip(table.rowHeight), rule: HeightRule.ATLEAST } }),
        children: row.map((text, index) =>
          cell(
            linesOfRuns(text).map((runs) =>
              written(runs, m, { ...style, alignment: table.columns[index]?.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT }),
            ),
            index,
          ),
        ),
      }),
  );
  return grid(widths, [header, ...rows], true);
}

function closingOf(closing: Closing, m: Measures): Grid {
  const width = textWidth(m) / 2;
  const sides = [closing.left === undefined ? [written([], m)] : half(closing.left, m), half(closing.right, m)];
  return grid([width, width], [new TableRow({ cantSplit: true, children: sides.map((side) => plain(side, width)) })], false);
}

function half(side: Recipients | Signature, m: Measures): Paragraph[] {
  if (side.kind === 'recipients') {
    const title = new TextRun({
      text: drawable(side.title),
      bold: true,
      italics: true,
      underline: { type: UnderlineType.SINGLE },
      size: m.recipients.size * 2,
    });
    return [
      new Paragraph({ spacing: { ...exactly(m.recipients.line), before: 0, after: 0 }, keepNext: true, children: [title] }),
      ...side.lines.map((line) => written([{ text: line }], m, { ...m.recipients, keepNext: true })),
    ];
  }
  return [
    ...(side.onBehalf === undefined ? [] : [centered([{ text: side.onBehalf, bold: true }], m, { keepNext: true })]),
    centered([{ text: side.office, ...(side.onBehalf === undefined ? { bold: true } : {}) }], m, { keepNext: true }),
    ...(side.note === undefined ? [] : [centered([{ text: side.note, italic: true }], m, { size: m.recipients.size, keepNext: true })]),
    centered([{ text: side.name ?? '', bold: true }], m, { spacing: { before: twip(m.signature) } }),
  ];
}
