import { type ChapterBlock, chapterBlocks } from '@vungmanh/contracts/training/chapter-text';
import { type Block, bullet, paragraph, type Paper, section } from '../paper.js';
import { fill, longDate, type Template } from '../wording.js';
import { footerOf, headingOf, type Issued } from './issuer.js';

/** An edition of a chapter of the handbook. */
export interface ChapterInput extends Issued {
  /** 'ST-01'. */
  readonly code: string;
  readonly title: string;
  readonly edition: number;
  /** As `chapterBlocks` reads it. */
  readonly body: string;
  /** It is no longer in use, which the paper says. */
  readonly withdrawn: boolean;
}

export interface ChapterWording {
  readonly type: string;
  readonly abstract: Template;
  readonly edition: Template;
  readonly withdrawn: string;
}

export const chapterWording: ChapterWording = {
  type: 'SỔ TAY NGHIỆP VỤ',
  abstract: '{code}. {title}',
  edition: 'Bản {edition}, ban hành {date}.',
  withdrawn: 'Chương này đã được thu hồi, chỉ để tra cứu.',
};

/** A chapter to be taken to a meeting: a reference, without number and signature. */
export function chapterPaper(input: ChapterInput, wording: ChapterWording = chapterWording): Paper {
  const values = { code: input.code, title: input.title, edition: String(input.edition), date: longDate(input.date ?? '') };
  return {
    heading: headingOf(input, undefined),
    title: { type: wording.type, abstract: fill(wording.abstract, values) },
    blocks: [
      paragraph([{ text: fill(wording.edition, values), italic: true }], 'center'),
      ...(input.withdrawn ? [paragraph([{ text: wording.withdrawn, bold: true }], 'center')] : []),
      ...chapterBlocks(input.body).flatMap(blocksOf),
    ],
    ...footerOf(input),
  };
}

function blocksOf(block: ChapterBlock): Block[] {
  if (block.kind === 'heading') return [section(block.text, block.level)];
  return block.kind === 'list' ? block.items.map((item) => bullet(item)) : [paragraph(block.text)];
}
