import { ChapterCode, ChapterContent } from '@vungmanh/contracts/training/chapter';
import { chapterBlocks } from '@vungmanh/contracts/training/chapter-text';
import { demoChapters } from './handbook.js';

it('has eleven chapters, each under a code of its own', () => {
  expect(demoChapters.map((one) => one.code)).toEqual([...new Set(demoChapters.map((one) => one.code))].toSorted());
  expect(demoChapters).toHaveLength(11);
});

it.each(demoChapters.map((one) => [one.code, one] as const))(
  '%s fits the contract, has parts, and names what it rests on',
  (_code, { code, content }) => {
    expect(ChapterCode.parse(code)).toBe(code);
    expect(ChapterContent.parse(content)).toEqual(content);
    const headings = chapterBlocks(content.body).flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
    expect(headings.length).toBeGreaterThan(2);
    expect(headings.at(-1)).toBe('Căn cứ');
  },
);
