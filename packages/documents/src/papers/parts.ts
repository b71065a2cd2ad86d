import { type Block, bullet, paragraph, type Paper, section } from '../paper.js';
import { fill, sentence, type Template } from '../wording.js';
import { footerOf, headingOf, type Issued, onBehalf, recipientsOf, type Signer } from './issuer.js';

/** Order and headings of a paper's parts, as a province may set them. */
export interface PartWording<P extends string> {
  readonly order: readonly P[];
  /** Headings of the parts that are numbered I, II, III … in the order in which they appear. */
  readonly headings: Readonly<Partial<Record<P, Template>>>;
}

/** The parts in their order. A part without content vanishes with its heading; the others are numbered without a gap. */
export function numberedParts<P extends string>(
  wording: PartWording<P>,
  parts: Readonly<Record<P, () => Block[]>>,
  values: Readonly<Record<string, string>> = {},
): Block[] {
  let numeral = 0;
  return wording.order.flatMap((part) => {
    const drawn = parts[part]();
    const heading = wording.headings[part];
    if (drawn.length === 0 || heading === undefined) return drawn;
    numeral += 1;
    return [section(`${roman(numeral)}. ${fill(heading, values)}`), ...drawn];
  });
}

/** A paper that is signed for a body and sent to somebody. */
export interface SentPaper extends Issued {
  readonly signer: Signer;
  readonly recipients: readonly string[];
}

/** What every such paper words for itself. */
export interface SentWording<P extends string> extends PartWording<P> {
  readonly type: string;
  /** Absent on papers that take no number. */
  readonly symbol?: string;
  readonly abstract: Template;
  /** "Nơi nhận:" and its last line. */
  readonly recipients: string;
  readonly archive: Template;
}

/** Heading, title, numbered parts, recipients and signature. `values` fill the abstract, the headings and the last line. */
export const sentPaper = <P extends string>(
  input: SentPaper,
  wording: SentWording<P>,
  parts: Readonly<Record<P, () => Block[]>>,
  values: Readonly<Record<string, string>>,
): Paper => ({
  heading: headingOf(input, wording.symbol),
  title: { type: wording.type, abstract: fill(wording.abstract, values) },
  blocks: [
    ...numberedParts(wording, parts, values),
    {
      kind: 'closing',
      left: recipientsOf(wording.recipients, input.recipients, fill(wording.archive, values)),
      right: onBehalf(input.issuer, input.signer),
    },
  ],
  ...footerOf(input),
});

/** "Nơi nhận" of papers that are no part of a case's file. */
export const openArchive = { recipients: 'Nơi nhận:', archive: 'Lưu {proper}' } as const;

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const roman = (n: number): string => numerals[n - 1] ?? String(n);

/** A decision: what it rests on as lines ending in semicolons, who decides, and the articles; lines after the first of one stand below it. */
export function articles(bases: readonly string[], decides: string, list: readonly (readonly string[])[]): Block[] {
  return [
    ...bases.map((basis) => paragraph(`- ${basis.replace(/[.;]$/, '')};`)),
    paragraph([{ text: decides, bold: true }], 'center'),
    ...list.flatMap(([first = '', ...rest], index) => [
      paragraph([{ text: `Điều ${index + 1}. `, bold: true }, { text: sentence(first) }]),
      ...rest.map((line) => paragraph(line)),
    ]),
  ];
}

/** One line with a hyphen for each text. */
export const bullets = (texts: readonly string[]): Block[] => texts.map((text) => bullet(sentence(text)));
