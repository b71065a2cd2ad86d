import type { ChapterContent } from '@vungmanh/contracts/training/chapter';
import { onDiscipline } from './handbook-discipline.js';
import { onMeetings } from './handbook-meetings.js';
import { onMembers } from './handbook-members.js';

/** A handbook to begin with, in words of our own; whoever keeps it holds the numbers against the documents that it names. */
export const demoChapters: readonly { code: string; content: ChapterContent }[] = [...onMeetings, ...onMembers, ...onDiscipline].map(
  ({ code, kinds = [], themes = [], ...content }) => ({ code, content: { ...content, kinds, themes, sectors: [] } }),
);
