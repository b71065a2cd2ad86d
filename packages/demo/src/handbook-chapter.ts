import type { ChapterContent } from '@vungmanh/contracts/training/chapter';

/** A chapter as it is written here: what serves everything says nothing. */
export interface DemoChapter extends Pick<ChapterContent, 'title' | 'body' | 'areas' | 'keywords'> {
  readonly code: string;
  readonly kinds?: ChapterContent['kinds'];
  readonly themes?: ChapterContent['themes'];
}
