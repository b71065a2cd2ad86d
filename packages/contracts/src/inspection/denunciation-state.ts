import { z } from 'zod';

/** Domain §5.4: classified first; only what is signed and specific is accepted. */
export const DenunciationState = z.enum(['RECEIVED', 'ACCEPTED', 'KEPT', 'FORWARDED', 'SETTLED']);
export type DenunciationState = z.infer<typeof DenunciationState>;

export const denunciationStateLabel: Record<DenunciationState, string> = {
  RECEIVED: 'Mới tiếp nhận, chờ phân loại',
  ACCEPTED: 'Đang giải quyết',
  KEPT: 'Lưu làm thông tin',
  FORWARDED: 'Đã chuyển nơi có thẩm quyền',
  SETTLED: 'Đã giải quyết',
};

/** How it came. */
export const DenunciationWay = z.enum(['LETTER', 'IN_PERSON', 'FORWARDED']);
export type DenunciationWay = z.infer<typeof DenunciationWay>;

export const denunciationWayLabel: Record<DenunciationWay, string> = {
  LETTER: 'Đơn gửi đến',
  IN_PERSON: 'Trình bày trực tiếp',
  FORWARDED: 'Nơi khác chuyển đến',
};

/** What came out of one item (21-QĐ/TW). */
export const ItemResult = z.enum(['FALSE', 'UNFOUNDED', 'SHORTCOMING', 'VIOLATION']);
export type ItemResult = z.infer<typeof ItemResult>;

export const itemResultLabel: Record<ItemResult, string> = {
  FALSE: 'Tố cáo sai',
  UNFOUNDED: 'Không có cơ sở, không đủ căn cứ kết luận',
  SHORTCOMING: 'Tố cáo đúng, có khuyết điểm',
  VIOLATION: 'Tố cáo đúng, có vi phạm',
};

export const DenunciationPart = z.enum(['HANDLER', 'VAULT_KEEPER', 'READER', 'SUBJECT']);
export type DenunciationPart = z.infer<typeof DenunciationPart>;

export const denunciationPartLabel: Record<DenunciationPart, string> = {
  HANDLER: 'Người thụ lý',
  VAULT_KEEPER: 'Người thứ hai khi mở danh tính',
  READER: 'Người được xem',
  SUBJECT: 'Người bị tố cáo, đã được thông báo',
};

export const DenunciationAct = z.enum([
  'share',
  'accept',
  'keep',
  'forward',
  'extend',
  'tell',
  'explain',
  'settle',
  'ask-opening',
  'confirm-opening',
]);
export type DenunciationAct = z.infer<typeof DenunciationAct>;

export const DenunciationNoteKind = z.enum(['CLASSIFICATION', 'EXTENSION', 'EXPLANATION', 'UNTOLD', 'SETTLEMENT']);
export type DenunciationNoteKind = z.infer<typeof DenunciationNoteKind>;

export const denunciationNoteLabel: Record<DenunciationNoteKind, string> = {
  CLASSIFICATION: 'Phân loại',
  EXTENSION: 'Lý do gia hạn',
  EXPLANATION: 'Giải trình của người bị tố cáo',
  UNTOLD: 'Lý do không thông báo cho người bị tố cáo',
  SETTLEMENT: 'Kết luận',
};
