import { z } from 'zod';

/** A chapter that was never published is DRAFT, or DROPPED for good; a withdrawn one may come back with a new edition. */
export const ChapterState = z.enum(['DRAFT', 'PUBLISHED', 'WITHDRAWN', 'DROPPED']);
export type ChapterState = z.infer<typeof ChapterState>;

export const chapterStateLabel: Record<ChapterState, string> = {
  DRAFT: 'Đang soạn',
  PUBLISHED: 'Đang áp dụng',
  WITHDRAWN: 'Đã thu hồi',
  DROPPED: 'Đã bỏ bản soạn',
};

export const ChapterAct = z.enum(['revise', 'publish', 'drop', 'withdraw']);
export type ChapterAct = z.infer<typeof ChapterAct>;
