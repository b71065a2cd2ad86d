import { chapterBlocks } from '@vungmanh/contracts/training/chapter-text';
import { ChapterState } from '@vungmanh/contracts/training/chapter-state';
import { chapterActsIn, chapterTransitions, excerptOf, wordsAsked } from './chapter.rules.js';

it.each([
  ['DRAFT', true, ['revise', 'publish', 'drop']],
  ['PUBLISHED', false, ['revise', 'withdraw']],
  ['PUBLISHED', true, ['revise', 'publish', 'drop']],
  ['WITHDRAWN', false, ['revise']],
  ['WITHDRAWN', true, ['revise', 'publish', 'drop']],
  ['DROPPED', false, []],
] as const)('%s, written on: %s', (state, hasDraft, may) => {
  expect(chapterActsIn(state, hasDraft)).toEqual(may);
});

it('what was published is never a draft again', () => {
  expect(ChapterState.options.filter((from) => chapterTransitions[from].includes('DRAFT'))).toEqual([]);
});

it.each([
  ['Sinh hoạt  CHUYÊN đề', 'sinh:* & hoat:* & chuyen:* & de:*'],
  ['đảng phí 01-QĐ/TW', 'dang:* & phi:* & 01:* & qd:* & tw:*'],
  ["a' | !b & (c:*)", 'a:* & b:* & c:*'],
  ['-- !', undefined],
])('looks for %j', (q, asked) => expect(wordsAsked(q)).toBe(asked));

it('shows the line in which most words stand, as it was written', () => {
  const body = '# Chuẩn bị\nBí thư dự thảo nội dung.\n- Hội ý chi ủy trước buổi sinh hoạt.\n';
  expect(excerptOf(body, 'hoi y chi uy')).toBe('Hội ý chi ủy trước buổi sinh hoạt.');
  expect(excerptOf(body, 'đại hội')).toBe('Hội ý chi ủy trước buổi sinh hoạt.');
  expect(excerptOf(body, 'kỷ luật')).toBeUndefined();
  const long = excerptOf(`${'lời nói '.repeat(60)}cuối`, 'noi') ?? '';
  expect(long.length).toBeLessThanOrEqual(221);
  expect(long.endsWith('…')).toBe(true);
});

it('reads headings, lists and paragraphs out of plain text', () => {
  expect(chapterBlocks('# Một\r\n\nĐoạn\n- ý 1\n- ý 2\n## Hai\n-không phải ý\n#không phải đề mục')).toEqual([
    { kind: 'heading', level: 1, text: 'Một' },
    { kind: 'paragraph', text: 'Đoạn' },
    { kind: 'list', items: ['ý 1', 'ý 2'] },
    { kind: 'heading', level: 2, text: 'Hai' },
    { kind: 'paragraph', text: '-không phải ý' },
    { kind: 'paragraph', text: '#không phải đề mục' },
  ]);
});
