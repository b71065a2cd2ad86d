import { z } from 'zod';
import type { Command } from '../operation.js';
import { command, post } from '../operation.js';
import type { Refusals } from '../problem.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, text } from '../types.js';
import { DenunciationStanding } from './denunciation.js';
import { DenunciationPart, ItemResult } from './denunciation-state.js';
import { future } from './discipline-act.js';

const denunciationId = { denunciationId: Id };
const shared = {
  'inspection/denunciation-not-in-state': conflict('Việc này không làm được ở bước hiện tại của hồ sơ tố cáo. Hãy tải lại trang.'),
  'inspection/not-your-part': forbidden('Việc này dành cho người được giao trong hồ sơ và đang giữ quyền giải quyết.'),
} as const;

/** An act of somebody on the list of a denunciation. */
export const onDenunciation = <S extends z.ZodRawShape, const E extends Refusals = Record<never, never>>(
  verb: string,
  path: string,
  says: { audit: string; input: S; errors?: E },
) =>
  command({
    subject: `inspection.denunciation.${verb}` satisfies Command['subject'],
    http: post(`/denunciations/:denunciationId/${path}`),
    access: { self: true },
    audit: says.audit,
    on: 'existing',
    input: z.strictObject({ ...denunciationId, ...says.input }),
    output: DenunciationStanding,
    errors: { ...shared, ...(says.errors ?? ({} as E)) },
  });

export const shareDenunciation = onDenunciation('share', 'people', {
  audit: 'Thay đổi người được xem hồ sơ tố cáo',
  input: { personId: Id, part: DenunciationPart.exclude(['SUBJECT']), on: z.boolean() },
  errors: {
    'inspection/own-case': conflict('Người bị tố cáo không tham gia giải quyết tố cáo về chính mình. Hãy chọn đồng chí khác.'),
    'inspection/last-handler': conflict('Hồ sơ phải còn ít nhất một người thụ lý. Hãy thêm người khác trước.'),
  },
});

/** Only what is signed; the day by which it is to be settled is the rule's where there is one, else the body sets it. */
export const acceptDenunciation = onDenunciation('accept', 'acceptance', {
  audit: 'Thụ lý tố cáo',
  input: { on: CalendarDate, dueOn: CalendarDate.optional(), note: text(2000) },
  errors: {
    ...future,
    'inspection/denunciation-anonymous': conflict('Tố cáo không ký tên thì không thụ lý. Hãy lưu làm thông tin khi xây dựng chương trình kiểm tra.'),
    'inspection/due-too-late': invalid('Hạn giải quyết vượt quá thời hạn theo quy định, hoặc trước ngày thụ lý. Hãy chọn ngày sớm hơn.'),
    'inspection/due-missing': invalid('Chưa có quy định về thời hạn. Hãy ghi hạn giải quyết do cơ quan ấn định.'),
  },
});

/** Anonymous, or without anything specific: information for planning only. */
export const keepDenunciation = onDenunciation('keep', 'keeping', {
  audit: 'Lưu tố cáo làm thông tin, không thụ lý',
  input: { note: text(2000) },
});

/** To whoever is competent; the letter itself goes on paper, sealed. */
export const forwardDenunciation = onDenunciation('forward', 'forwarding', {
  audit: 'Chuyển tố cáo đến nơi có thẩm quyền',
  input: { note: text(2000) },
});

export const extendDenunciation = onDenunciation('extend', 'extension', {
  audit: 'Gia hạn giải quyết tố cáo',
  input: { until: CalendarDate, note: text(2000) },
  errors: {
    'inspection/extended-already': conflict('Chỉ gia hạn giải quyết tố cáo một lần. Hãy kết luận; nếu chậm, phần mềm ghi rõ là quá hạn.'),
    'inspection/due-too-late': acceptDenunciation.errors['inspection/due-too-late'],
  },
});

/** Whoever is denounced learns the items, never who denounces, and may explain from then on. */
export const tellDenounced = onDenunciation('tell', 'telling', {
  audit: 'Thông báo nội dung tố cáo cho người bị tố cáo',
  input: {},
  errors: { 'inspection/not-a-member': invalid('Tổ chức đảng bị tố cáo được thông báo bằng văn bản. Hãy gửi thông báo thụ lý đã ký.') },
});

export const explainDenunciation = onDenunciation('explain', 'explanations', {
  audit: 'Gửi giải trình về nội dung tố cáo',
  input: { text: text(8000) },
});

/** A result for every item; a member who was never told of it could not explain, so that this needs its reason. */
export const settleDenunciation = onDenunciation('settle', 'settlement', {
  audit: 'Kết luận giải quyết tố cáo',
  input: {
    on: CalendarDate,
    results: z
      .array(z.strictObject({ itemId: Id, result: ItemResult }))
      .min(1)
      .max(30),
    note: text(4000),
    /** Why the member who is denounced was not told, where they were not. */
    untold: text(1000).optional(),
  },
  errors: {
    ...future,
    'inspection/result-missing': invalid('Hãy chọn kết quả cho từng nội dung tố cáo.'),
    'inspection/denounced-untold': conflict(
      'Người bị tố cáo chưa được thông báo nên chưa giải trình. Hãy thông báo trước khi kết luận, hoặc ghi lý do không thông báo.',
    ),
  },
});
