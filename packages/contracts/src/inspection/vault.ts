import { z } from 'zod';
import { get, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Id, text } from '../types.js';
import { onDenunciation } from './denunciation-act.js';

const anonymous = {
  'inspection/denunciation-anonymous': conflict('Tố cáo không ký tên: không có danh tính nào được lưu. Hãy làm việc trên nội dung tố cáo.'),
} as const;

/** The first of two: asks for the vault to be opened, and says why. An earlier opening is over with it. */
export const askOpening = onDenunciation('ask-opening', 'opening', {
  audit: 'Đề nghị mở danh tính người tố cáo',
  input: { reason: text(1000) },
  errors: anonymous,
});

/** The second, who is somebody else and names what they have read: an opening raises no version, for whoever is denounced sees that. */
export const confirmOpening = onDenunciation('confirm-opening', 'opening/confirmation', {
  audit: 'Đồng ý mở danh tính người tố cáo',
  input: { openingId: Id },
  errors: {
    'inspection/opening-replaced': conflict('Đề nghị mở danh tính đã được thay bằng đề nghị khác. Hãy tải lại trang, đọc lý do rồi mới đồng ý.'),
    'inspection/opening-not-asked': conflict('Chưa có đề nghị mở danh tính. Hãy để người thụ lý đề nghị trước.'),
    'inspection/same-person': conflict('Mở danh tính cần hai người khác nhau. Hãy để người thứ hai đồng ý.'),
  },
});

/** For the two of them, for a short time after the second has agreed. */
export const readDenunciant = query({
  subject: 'inspection.denunciation.read-denunciant',
  http: get('/denunciations/:denunciationId/denunciant'),
  access: { self: true },
  audit: 'Xem danh tính người tố cáo',
  input: z.strictObject({ denunciationId: Id }),
  output: z.strictObject({ name: z.string(), contact: z.string().optional(), about: z.string().optional() }),
  errors: {
    ...anonymous,
    'inspection/second-person-missing': conflict(
      'Danh tính chỉ mở khi hai người cùng đồng ý và có lý do được ghi lại. Hãy đề nghị, chờ người thứ hai đồng ý.',
    ),
    'inspection/opening-over': conflict('Lần mở danh tính này đã hết thời gian. Hãy đề nghị mở lại và ghi lý do.'),
  },
});
