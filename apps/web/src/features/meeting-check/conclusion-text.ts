import { type CheckNotice, concludeMeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { line, text } from '@vungmanh/contracts/types';
import { z } from 'zod';

/** One thought a line, as people write it. */
const thoughts = text(8000)
  .refine((typed) => linesOf(typed).length <= 20, { error: 'Nhiều nhất 20 ý, mỗi ý một dòng' })
  .refine((typed) => linesOf(typed).every((one) => one.length <= 500), { error: 'Mỗi ý dài nhất 500 ký tự' })
  .optional();

/** What is typed of a notice; demands have fields of their own. */
export const ConclusionDraft = z.strictObject({
  strengths: thoughts,
  weaknesses: thoughts,
  practices: thoughts,
  heard: text(2000).optional(),
  uncheckedBecause: line(500).optional(),
});
type ConclusionDraft = z.input<typeof ConclusionDraft>;

/** The lines that say something, without the dashes that people put before them. */
export function linesOf(typed: string | undefined): string[] {
  return (typed ?? '')
    .split('\n')
    .map((one) => one.replace(/^\s*[-–+•*]\s*/, '').trim())
    .filter((one) => one !== '');
}

/** What is sent of what was typed. */
export function conclusionOf(
  checkId: string,
  { strengths, weaknesses, practices, heard, uncheckedBecause }: ConclusionDraft,
  demands: CheckNotice['demands'],
): z.input<typeof concludeMeetingCheck.input> {
  return {
    checkId,
    notice: {
      strengths: linesOf(strengths),
      weaknesses: linesOf(weaknesses),
      practices: linesOf(practices),
      ...(heard === undefined ? {} : { heard }),
      demands,
    },
    ...(uncheckedBecause === undefined ? {} : { uncheckedBecause }),
  };
}
