import type { ProposedChapter } from '@vungmanh/contracts/meetings/handbook';
import { proposalsFor, themesOf } from './proposals.js';

const chapter = (code: string, areas: ProposedChapter['areas'], more: Partial<ProposedChapter> = {}): ProposedChapter => {
  return { id: `id of ${code}`, edition: 1, code, title: code, nodeName: '', areas, themes: [], onTopic: false, ...more };
};
const proposed = [
  chapter('all', []),
  chapter('fees', ['PARTY_BUILDING'], { themes: ['Đảng phí'] }),
  chapter('theme', ['THEMATIC'], { themes: ['Đảng phí', 'Nêu gương'] }),
  chapter('topic', ['PARTY_BUILDING'], { onTopic: true }),
];
const codes = (item: Partial<Parameters<typeof proposalsFor>[0]> & { area: ProposedChapter['areas'][number] }): string[] =>
  proposalsFor({ title: '', ...item }, proposed).map((one) => one.code);

it('offers chapters of the part first, then those for every part', () => {
  expect(codes({ area: 'PARTY_BUILDING' })).toEqual(['fees', 'topic', 'all']);
  expect(codes({ area: 'CLOSING' })).toEqual(['all']);
});

it('offers first what speaks of the words of the item', () => {
  const [all, fees, , topic] = proposed;
  const some = [topic, fees, all].filter((one) => one !== undefined);
  const found = proposalsFor({ area: 'PARTY_BUILDING', title: 'Phân công đảng viên; thu ĐẢNG PHÍ' }, some);
  expect(found.map((one) => one.code)).toEqual(['fees', 'topic', 'all']);
});

it('offers for the theme what speaks of its topic, and nothing that is cited already', () => {
  expect(codes({ area: 'THEMATIC' })).toEqual(['topic', 'theme', 'all']);
  expect(codes({ area: 'THEMATIC', citations: [{ chapterId: 'id of topic', edition: 1 }] })).toEqual(['theme', 'all']);
});

it('names each topic once', () => expect(themesOf(proposed)).toEqual(['Đảng phí', 'Nêu gương']));
