import type { Citation } from '@vungmanh/contracts/meetings/citation';
import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';
import { searchText } from '@vungmanh/contracts/text';

/** How a chapter stands that somebody wants to cite. */
export interface CitableChapter {
  readonly state: 'PUBLISHED' | 'WITHDRAWN';
  /** How many editions it has. */
  readonly editions: number;
}

export const citationsIn = (agenda: readonly Pick<AgendaItem, 'citations'>[]): Citation[] => agenda.flatMap((item) => item.citations ?? []);

const keyOf = ({ chapterId, edition }: Citation): string => `${chapterId} ${edition}`;

/**
 * Whether an agenda may cite what it cites: editions that there are, of chapters in force. What it has cited before stays, whatever
 * has become of the chapter; what was held already (`past`) may cite what was withdrawn since.
 */
export function mayCite(
  agenda: readonly AgendaItem[],
  known: ReadonlyMap<string, CitableChapter>,
  { before = [], past = false }: { before?: readonly AgendaItem[]; past?: boolean } = {},
): boolean {
  const kept = new Set(citationsIn(before).map(keyOf));
  return citationsIn(agenda).every((citation) => {
    const chapter = known.get(citation.chapterId);
    if (kept.has(keyOf(citation))) return true;
    return chapter !== undefined && citation.edition <= chapter.editions && (past || chapter.state === 'PUBLISHED');
  });
}

/** Pairs of neighboring syllables: a word of Vietnamese is mostly two. */
function pairs(text: string): Set<string> {
  const syllables = searchText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(syllables.slice(1).map((syllable, i) => `${syllables[i]} ${syllable}`));
}

/** So many words in common make a topic a chapter's; what nearly every topic speaks of does not count. */
const COMMON_AT_LEAST = 2;
const EVERYWHERE = new Set(['chuyen de', 'sinh hoat', 'chi bo', 'dang vien', 'nang cao', 'chat luong', 'cong tac', 'thuc hien', 'to chuc']);

/** How near a chapter is to a thematic topic: words in common, 0 when too few to say so. */
export function nearness(topic: string, about: { title: string; themes: readonly string[]; keywords: readonly string[] }): number {
  const asked = [...pairs(topic)].filter((pair) => !EVERYWHERE.has(pair));
  const spoken = [about.title, ...about.themes, ...about.keywords].map(pairs);
  const common = asked.filter((pair) => spoken.some((one) => one.has(pair))).length;
  return common >= Math.min(COMMON_AT_LEAST, asked.length) ? common : 0;
}
