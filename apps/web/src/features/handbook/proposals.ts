import type { ProposedChapter } from '@vungmanh/contracts/meetings/handbook';
import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';

const AT_MOST = 4;

/**
 * What the handbook has for one item: chapters on the thematic topic for the items of the theme, else those that name this part of an
 * agenda, and after them those that name none. What the item cites already is left out.
 */
export function proposalsFor(item: Pick<AgendaItem, 'area' | 'citations'>, proposed: readonly ProposedChapter[]): ProposedChapter[] {
  const cited = new Set(item.citations?.map((c) => c.chapterId));
  const rank = ({ areas, onTopic }: ProposedChapter): number =>
    item.area === 'THEMATIC' && onTopic ? 0 : areas.includes(item.area) ? 1 : areas.length === 0 ? 2 : 3;
  return proposed
    .filter((chapter) => !cited.has(chapter.id) && rank(chapter) < 3)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, AT_MOST);
}

/** Thematic topics that chapters name, each once. */
export const themesOf = (proposed: readonly ProposedChapter[]): string[] => [...new Set(proposed.flatMap((chapter) => chapter.themes))];
