import type { ProposedChapter } from '@vungmanh/contracts/meetings/handbook';
import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';
import { searchText } from '@vungmanh/contracts/text';

const AT_MOST = 4;

/** Pairs of neighboring syllables: a word of Vietnamese is mostly two. */
function pairs(text: string): string[] {
  const syllables = searchText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return syllables.slice(1).map((syllable, i) => `${syllables[i]} ${syllable}`);
}

/**
 * What the handbook has for one item: chapters on the thematic topic for the items of the theme, else those that name this part of an
 * agenda, and after them those that name none; among these first those that have words of the item in their title or topics. What the
 * item cites already is left out.
 */
export function proposalsFor(item: Pick<AgendaItem, 'area' | 'citations' | 'title'>, proposed: readonly ProposedChapter[]): ProposedChapter[] {
  const cited = new Set(item.citations?.map((c) => c.chapterId));
  const asked = new Set(pairs(item.title));
  const rank = ({ areas, onTopic }: ProposedChapter): number =>
    item.area === 'THEMATIC' && onTopic ? 0 : areas.includes(item.area) ? 1 : areas.length === 0 ? 2 : 3;
  const common = ({ title, themes }: ProposedChapter): number =>
    new Set(pairs([title, ...themes].join(' | ')).filter((pair) => asked.has(pair))).size;
  return proposed
    .filter((chapter) => !cited.has(chapter.id) && rank(chapter) < 3)
    .toSorted((a, b) => rank(a) - rank(b) || common(b) - common(a))
    .slice(0, AT_MOST);
}

/** Thematic topics that chapters name, each once. */
export const themesOf = (proposed: readonly ProposedChapter[]): string[] => [...new Set(proposed.flatMap((chapter) => chapter.themes))];
