import type { Archive } from './archive.js';
import { showsDate } from './dates.js';
import type { Limits } from './limits.js';
import { Refused } from './refusal.js';
import { readXml } from './xml.js';

/** What must be known before the first row: where the sheets lie, which styles are dates, the shared strings. */
export interface Structure {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  readonly from1904: boolean;
  /** By index of a cell's style. */
  readonly dateStyles: readonly boolean[];
  readonly strings: readonly string[];
  /** Days of serials that have been met. */
  readonly days: Map<number, string>;
}

export async function readStructure(archive: Archive, limits: Limits): Promise<Structure> {
  await refuseMacros(archive, limits);
  const main = (await relations(archive, '', limits)).find(({ type }) => type === 'officedocument')?.part ?? 'xl/workbook.xml';
  if (!archive.has(main)) throw new Refused('workbook/not-xlsx', 'no workbook part');
  const parts = await relations(archive, main, limits);
  const { sheets, from1904 } = await workbook(archive, main, limits);
  if (sheets.length > limits.sheets) throw new Refused('workbook/too-many-parts', 'sheets');
  const partOf = (type: string) => parts.find((part) => part.type === type && archive.has(part.part))?.part;
  return {
    sheets: sheets.flatMap(({ name, relation, hidden }) => {
      const found = parts.find(({ id, type }) => id === relation && type === 'worksheet');
      return found === undefined ? [] : [{ name, part: found.part, hidden }];
    }),
    from1904,
    dateStyles: await dateStyles(archive, partOf('styles'), limits),
    strings: await sharedStrings(archive, partOf('sharedstrings'), limits),
    days: new Map(),
  };
}

async function refuseMacros(archive: Archive, limits: Limits): Promise<void> {
  const types = '[Content_Types].xml';
  if (!archive.has(types)) throw new Refused('workbook/not-xlsx', 'no content types');
  const open = (_: string, { ContentType = '' }: Readonly<Record<string, string>>): void => {
    if (/macroEnabled|vbaProject|macrosheet/i.test(ContentType)) throw new Refused('workbook/macros', 'content type');
    if (/sheet\.binary/i.test(ContentType)) throw new Refused('workbook/old-format', 'xlsb');
  };
  await readXml(archive.read(types), { open }, limits);
}

interface Relation {
  readonly id: string;
  /** Last word of the relation's type, lower case. */
  readonly type: string;
  readonly part: string;
}

async function relations(archive: Archive, of: string, limits: Limits): Promise<Relation[]> {
  const slash = of.lastIndexOf('/') + 1;
  const part = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
  const found: Relation[] = [];
  const open = (name: string, { Id = '', Type = '', Target = '', TargetMode }: Readonly<Record<string, string>>): void => {
    if (name !== 'Relationship' || TargetMode === 'External') return;
    found.push({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1).toLowerCase(),
      part: Target.startsWith('/') ? Target.slice(1) : of.slice(0, slash) + Target,
    });
  };
  if (archive.has(part)) await readXml(archive.read(part), { open }, limits);
  return found;
}

async function workbook(archive: Archive, part: string, limits: Limits) {
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  let from1904 = false;
  const open = (tag: string, { name = '', id = '', state, date1904 }: Readonly<Record<string, string>>): void => {
    if (tag === 'sheet') sheets.push({ name, relation: id, hidden: state === 'hidden' || state === 'veryHidden' });
    if (tag === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
  };
  await readXml(archive.read(part), { open }, limits);
  return { sheets, from1904 };
}

async function dateStyles(archive: Archive, part: string | undefined, limits: Limits): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  const open = (tag: string, { numFmtId = '0', formatCode = '' }: Readonly<Record<string, string>>): void => {
    if (tag === 'numFmt') codes.set(Number(numFmtId), formatCode);
    if (tag === 'cellXfs') inCells = true;
    if (tag === 'xf' && inCells) styles.push(showsDate(Number(numFmtId), codes.get(Number(numFmtId))));
  };
  const close = (tag: string): void => {
    if (tag === 'cellXfs') inCells = false;
  };
  if (part !== undefined) await readXml(archive.read(part), { open, close }, limits);
  return styles;
}

async function sharedStrings(archive: Archive, part: string | undefined, limits: Limits): Promise<string[]> {
  const strings: string[] = [];
  const rich = richText();
  const open = (tag: string): void => {
    if (tag === 'si') rich.clear();
    rich.open(tag);
  };
  const close = (tag: string): void => {
    rich.close(tag);
    if (tag === 'si') strings.push(rich.take());
  };
  if (part !== undefined) await readXml(archive.read(part), { open, close, text: rich.text }, limits);
  return strings;
}

/** Collects the text of a rich string: every run, without the reading aids of East Asian files. */
export function richText() {
  let out = '';
  let inText = false;
  let inPhonetic = false;
  return {
    clear: (): void => {
      out = '';
    },
    open: (tag: string): void => {
      if (tag === 't') inText = true;
      if (tag === 'rPh') inPhonetic = true;
    },
    text: (text: string): void => {
      if (inText && !inPhonetic) out += text;
    },
    close: (tag: string): void => {
      if (tag === 't') inText = false;
      if (tag === 'rPh') inPhonetic = false;
    },
    take: (): string => unescapeText(out),
  };
}

/** `_x000D_` stands for a character that XML cannot hold (ISO 29500 ST_Xstring). */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
