import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { moreThan } from './unit.js';
import { thresholdText } from './wording.js';

/** What makes a decision of a cell or a committee stand: domain.md §2.2, §4.2. */
export const decision = {
  'vote.majority': parameter({
    unit: 'threshold',
    effect: 'blocks',
    stricter: 'higher',
    says: (t) => `Quyết định chỉ có giá trị khi ${thresholdText(t)} số đảng viên chính thức được tính biểu quyết tán thành.`,
    rows: [
      { ...since(s.STATUTE_FROM, moreThan(1, 2), s.statute('9'), 'Q'), validTo: s.QD208_FROM },
      since(s.QD208_FROM, moreThan(1, 2), s.QD208, 'Q'),
    ],
  }),
  'resolution.item.fields': parameter({
    unit: 'codes',
    effect: 'blocks',
    says: () => 'Mỗi nhiệm vụ trong nghị quyết nêu rõ nội dung, yêu cầu, biện pháp, thời hạn, người thực hiện và người kiểm tra, đôn đốc.',
    rows: [since(s.SEED0_FROM, ['content', 'requirement', 'measure', 'deadline', 'doer', 'checker'], s.SEED0, 'S0')],
  }),
} as const;
