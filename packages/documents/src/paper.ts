/**
 * A Party paper as one typed tree. Use cases build it (papers/*), `toDocx` and `toPdf` draw it; whatever stands in the tree stands in both files.
 * Texts may be in any Unicode form: the writers normalize to NFC.
 */
export interface Paper {
  readonly heading: Heading;
  readonly title: Title;
  readonly blocks: readonly Block[];
  /** Small mark at the foot of every page, such as that of simulated data. */
  readonly footer?: string;
}

export interface Heading {
  /** Organization above, plain capitals; absent for the topmost body. */
  readonly superior?: string;
  /** Issuing body, bold capitals. */
  readonly body: string;
  /** Finished line, see `numberLine`; absent on papers without a number. */
  readonly number?: string;
  /** Finished line, see `placeAndDate`. */
  readonly placeAndDate: string;
  /** Whose seal goes on the paper: the body's own at the signature, or the superior's at the upper left. Nothing is drawn; it is told in the file's properties. */
  readonly seal: Seal;
}

export type Seal = 'own' | 'superior' | 'none';

export interface Title {
  /** Type line in capitals: NGHỊ QUYẾT, BIÊN BẢN, … */
  readonly type: string;
  /** Abstract (trích yếu) below the type. */
  readonly abstract?: string;
}

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export type Text = string | readonly Run[];

export type Block = Section | Paragraph | Bullet | Table | Closing;

/** A numbered part; `level` 1 in bold capitals or bold, 2 bold italic. Numerals are part of the text. */
export interface Section {
  readonly kind: 'section';
  readonly level: 1 | 2;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Text;
  /** `left` is without first-line indent, for lines below a table and the like; default justified with indent. */
  readonly align?: 'center' | 'left';
}

/** A paragraph that begins with a hyphen, as the Party's papers list things. */
export interface Bullet {
  readonly kind: 'bullet';
  readonly text: Text;
}

export interface Table {
  readonly kind: 'table';
  /** Widths in millimeters; together at most the width between the margins (165 mm by HD 05). The header repeats on every page. */
  readonly columns: readonly Column[];
  /** As many cells as columns; a line feed begins a new line inside the cell. */
  readonly rows: readonly (readonly Text[])[];
  /** Least height of a row in millimeters, for lists that are signed by hand. */
  readonly rowHeight?: number;
}

export interface Column {
  readonly header: string;
  readonly width: number;
  readonly align?: 'left' | 'center';
}

/** The end of a paper, or of its addendum: two halves side by side that never leave each other over a page break. */
export interface Closing {
  readonly kind: 'closing';
  readonly left?: Recipients | Signature;
  readonly right: Signature;
}

export interface Recipients {
  readonly kind: 'recipients';
  readonly title: string;
  /** Whole lines with their punctuation; the last one is "Lưu …". */
  readonly lines: readonly string[];
}

export interface Signature {
  readonly kind: 'signature';
  /** Line above the office: T/M CHI BỘ. */
  readonly onBehalf?: string;
  /** BÍ THƯ, CHỦ TRÌ, NGƯỜI GHI BIÊN BẢN. */
  readonly office: string;
  /** Small line below the office, such as (Ký, ghi rõ họ tên). */
  readonly note?: string;
  /** Under the empty space for the hand; a paper never shows a signature by itself. */
  readonly name?: string;
}

export const section = (text: string, level: 1 | 2 = 1): Section => ({ kind: 'section', level, text });
export const paragraph = (text: Text, align?: 'center' | 'left'): Paragraph => ({ kind: 'paragraph', text, ...(align ? { align } : {}) });
export const bullet = (text: Text): Bullet => ({ kind: 'bullet', text });

/** One paragraph per written line; empty lines vanish. For free text that people typed. */
export const paragraphs = (text: string): Paragraph[] => lines(text).map((line) => paragraph(line));

/** The non-empty lines of a text, trimmed. */
export const lines = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Runs ready to be drawn: NFC, without characters that XML and PDF cannot hold; a tab becomes a space. */
export const runsOf = (text: Text): Run[] => (typeof text === 'string' ? [{ text }] : text).map((run) => ({ ...run, text: drawable(run.text) }));

/** {@link runsOf} for a cell: one list of runs per line. */
export function linesOfRuns(text: Text): Run[][] {
  const out: Run[][] = [[]];
  for (const run of runsOf(text))
    run.text.split('\n').forEach((part, index) => {
      if (index > 0) out.push([]);
      if (part !== '') out.at(-1)?.push({ ...run, text: part });
    });
  return out;
}

/** One string as the writers draw it. */
export const drawable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (c) => (c === '\n' ? c : ''));

/** What cannot be drawn: on whose seal the paper waits. */
export const sealNote = (heading: Heading): string =>
  heading.seal === 'superior' ? 'Đóng dấu của cấp ủy cấp trên ở góc trên, bên trái' : heading.seal === 'own' ? 'Đóng dấu của cơ quan ban hành' : '';
