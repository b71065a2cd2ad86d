import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';
import { mayCite, nearness, type CitableChapter } from './citation.rules.js';

const known = new Map<string, CitableChapter>([
  ['in force', { state: 'PUBLISHED', editions: 2 }],
  ['gone', { state: 'WITHDRAWN', editions: 1 }],
]);
const agenda = (chapterId: string, edition: number): AgendaItem[] => [
  { title: 'Khai mạc', area: 'OPENING', plannedMinutes: 5 },
  { title: 'Nội dung', area: 'PARTY_BUILDING', plannedMinutes: 5, citations: [{ chapterId, edition }] },
];

it.each([
  ['in force', 2, {}, true],
  ['in force', 1, {}, true],
  ['in force', 3, {}, false],
  ['unknown', 1, {}, false],
  ['gone', 1, {}, false],
  ['gone', 1, { before: agenda('gone', 1) }, true],
  ['gone', 1, { before: agenda('in force', 1) }, false],
  ['gone', 1, { past: true }, true],
  ['unknown', 1, { past: true }, false],
] as const)('cites %s in edition %d, %j', (chapterId, edition, about, may) => {
  expect(mayCite(agenda(chapterId, edition), known, about)).toBe(may);
});

it('an agenda without citations asks for nothing', () => expect(mayCite([], new Map())).toBe(true));

const fees = { title: 'Thu, nộp đảng phí', themes: ['Trách nhiệm của đảng viên trong đóng đảng phí'], keywords: ['mức đóng'] };
it.each([
  ['Trách nhiệm đóng đảng phí của đảng viên', 4],
  ['đóng ĐẢNG PHÍ đúng hạn', 2],
  ['Học tập và làm theo Bác', 0],
  ['Nâng cao chất lượng sinh hoạt chi bộ', 0],
  ['Đảng phí', 1],
  ['', 0],
])('%j lies %d words near', (topic, words) => expect(nearness(topic, fees)).toBe(words));
