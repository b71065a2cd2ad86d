import { type Block, bullet, paragraph, paragraphs } from '../paper.js';
import { fill, labeled, sentence, type Template } from '../wording.js';

/**
 * How the subject was heard. There is no leaving it out: a paper says that the subject had nothing to add only when that was recorded,
 * and why, where the subject was not heard.
 */
export type Hearing =
  | { readonly kind: 'EXPLAINED'; readonly text: string; readonly reserved?: string }
  | { readonly kind: 'NOTHING_TO_ADD' }
  | { readonly kind: 'NOT_HEARD'; readonly because: string };

export interface HearingWording {
  /** A reserved opinion stands there because the subject asks for it. */
  readonly reserved: string;
  readonly nothingToAdd: string;
  readonly notHeard: Template;
}

export const hearingWording: HearingWording = {
  reserved: 'Ý kiến bảo lưu (ghi theo đề nghị của đối tượng)',
  nothingToAdd: 'Đối tượng đã được nghe kết quả, được hỏi và không có ý kiến thêm.',
  notHeard: 'Chưa nghe được ý kiến của đối tượng. Lý do: {because}',
};

export function hearingBlocks(hearing: Hearing, wording: HearingWording): Block[] {
  switch (hearing.kind) {
    case 'EXPLAINED':
      return [
        ...paragraphs(hearing.text),
        ...(hearing.reserved === undefined ? [] : [bullet(labeled(wording.reserved, sentence(hearing.reserved)))]),
      ];
    case 'NOTHING_TO_ADD':
      return [paragraph(wording.nothingToAdd)];
    case 'NOT_HEARD':
      return [paragraph(fill(wording.notHeard, { because: sentence(hearing.because) }))];
  }
}
