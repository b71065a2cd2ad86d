import { ChapterAct, type ChapterState } from '@vungmanh/contracts/training/chapter-state';
import { searchText } from '@vungmanh/contracts/text';

/** Where a chapter may go from each state: what was published stays, withdrawn or not; only what never was is dropped. */
export const chapterTransitions: Readonly<Record<ChapterState, readonly ChapterState[]>> = {
  DRAFT: ['PUBLISHED', 'DROPPED'],
  PUBLISHED: ['PUBLISHED', 'WITHDRAWN'],
  WITHDRAWN: ['PUBLISHED'],
  DROPPED: [],
};

const acts: Readonly<Record<ChapterAct, { in: readonly ChapterState[]; draft?: boolean }>> = {
  revise: { in: ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] },
  publish: { in: ['DRAFT', 'PUBLISHED', 'WITHDRAWN'], draft: true },
  drop: { in: ['DRAFT', 'PUBLISHED', 'WITHDRAWN'], draft: true },
  withdraw: { in: ['PUBLISHED'], draft: false },
};

export const isChapterAct = (act: ChapterAct, state: ChapterState): boolean => acts[act].in.includes(state);

/** What may be done with a chapter in this state, with or without something being written. */
export const chapterActsIn = (state: ChapterState, hasDraft: boolean): ChapterAct[] =>
  ChapterAct.options.filter((act) => isChapterAct(act, state) && (acts[act].draft ?? hasDraft) === hasDraft);

const WORDS_AT_MOST = 12;

/** What is looked for, for `to_tsquery('simple', …)`: every word in any order, each maybe only begun; undefined where there is none. */
export function wordsAsked(q: string): string | undefined {
  const words =
    searchText(q)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, WORDS_AT_MOST) ?? [];
  return words.length === 0 ? undefined : words.map((word) => `${word}:*`).join(' & ');
}

const EXCERPT = 220;

/** The line of a text in which most of the words stand, cut short; undefined where none does. */
export function excerptOf(body: string, q: string): string | undefined {
  const words = searchText(q).match(/[\p{L}\p{N}]+/gu) ?? [];
  let best: { line: string; hits: number } | undefined;
  for (const line of body.split('\n').map((one) => one.replace(/^(##?|-)\s+/u, '').trim())) {
    const bare = ` ${searchText(line).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`;
    const hits = words.filter((word) => bare.includes(` ${word}`)).length;
    if (hits > (best?.hits ?? 0)) best = { line, hits };
  }
  if (best === undefined || best.line.length <= EXCERPT) return best?.line;
  return `${best.line.slice(0, best.line.lastIndexOf(' ', EXCERPT))}…`;
}
