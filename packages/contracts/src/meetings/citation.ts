import { z } from 'zod';
import { invalid } from '../problem.js';
import { Id } from '../types.js';

/** A chapter of the handbook as it stood in one edition. */
export const Citation = z.strictObject({ chapterId: Id, edition: z.number().int().positive().max(10_000) });
export type Citation = z.infer<typeof Citation>;

/** A chapter that the agenda cites, as it was called in that edition. */
export const CitedChapter = z.object({ id: Id, edition: z.number().int().positive(), code: z.string(), title: z.string(), withdrawn: z.boolean() });
export type CitedChapter = z.infer<typeof CitedChapter>;

/** For whatever writes an agenda. */
export const citing = {
  'meetings/chapter-not-in-force': invalid(
    'Chương trình dẫn một chương Sổ tay không còn áp dụng, hoặc bản chưa có. Hãy bỏ dẫn chiếu này hoặc chọn chương khác.',
  ),
} as const;
