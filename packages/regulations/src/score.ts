import { parameter, since } from './parameter.js';
import * as s from './source.js';

/** Quality score of a meeting: domain.md §4.5. The detailed table is provincial. */
export const score = {
  'score.bands': parameter({
    unit: 'bands',
    replaceable: true,
    says: () => 'Chất lượng buổi sinh hoạt xếp theo bốn mức Tốt, Khá, Trung bình, Kém.',
    rows: [
      since(
        s.HD42_FROM,
        [
          { code: 'GOOD', from: 90 },
          { code: 'FAIR', from: 70 },
          { code: 'AVERAGE', from: 50 },
          { code: 'POOR', from: 0 },
        ],
        s.HD42,
        'Q',
      ),
    ],
  }),
  'score.weights': parameter({
    unit: 'weights',
    replaceable: true,
    says: () => 'Điểm chất lượng buổi sinh hoạt cộng theo các nhóm tiêu chí.',
    rows: [
      since(
        s.HD42_FROM,
        [
          { code: 'TIME', points: 5 },
          { code: 'ATTENDANCE', points: 5 },
          { code: 'PREPARATION', points: 10 },
          { code: 'CONDUCT', points: 40 },
          { code: 'PRINCIPLES', points: 5 },
          { code: 'PREVIOUS_RESOLUTION', points: 30 },
          { code: 'CLOSING', points: 5 },
        ],
        s.HD42,
        'Q',
      ),
    ],
  }),
} as const;

/** What the codes of a score are called. */
export const scoreNames = {
  GOOD: 'Tốt',
  FAIR: 'Khá',
  AVERAGE: 'Trung bình',
  POOR: 'Kém',
  TIME: 'Thời gian',
  ATTENDANCE: 'Số đảng viên dự',
  PREPARATION: 'Chuẩn bị',
  CONDUCT: 'Tiến hành sinh hoạt',
  PRINCIPLES: 'Thực hiện nguyên tắc, chế độ',
  PREVIOUS_RESOLUTION: 'Thực hiện nghị quyết kỳ trước',
  CLOSING: 'Kết thúc sinh hoạt',
} as const;
