import type { ChapterContent } from '@vungmanh/contracts/training/chapter';
import { onDiscipline } from './handbook-discipline.js';
import { onMeetings } from './handbook-meetings.js';
import { onMembers } from './handbook-members.js';

/** A chapter as it is written here: what serves everything says nothing. */
export interface DemoChapter extends Pick<ChapterContent, 'title' | 'body' | 'areas' | 'keywords'> {
  readonly code: string;
  readonly kinds?: ChapterContent['kinds'];
  readonly themes?: ChapterContent['themes'];
}

/** A handbook to begin with, in words of our own; whoever keeps it holds the numbers against the documents that it names. */
export const demoChapters: readonly { code: string; content: ChapterContent }[] = [...onMeetings, ...onMembers, ...onDiscipline].map(
  ({ code, kinds = [], themes = [], ...content }) => ({ code, content: { ...content, kinds, themes, sectors: [] } }),
);
