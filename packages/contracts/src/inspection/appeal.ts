import { z } from 'zod';
import { get, post, query, command } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, page, pageInput, text } from '../types.js';
import { act, dismissedFrom, dismissing, future } from './discipline-act.js';
import { AppealOutcome, AppealRefusal } from './appeal-state.js';
import { DisciplineDelivery } from './discipline-state.js';
import { personMissing } from './discipline.js';
import { DisciplineForm, Inspector } from './kind.js';

const needsReason = text(4000);

/** The member's own appeal, or one on paper that whoever handles the case has received and enters. */
export const submitAppeal = act('appeal', 'appeals', {
  audit: 'Gửi khiếu nại kỷ luật',
  input: { text: text(8000), on: CalendarDate },
  errors: {
    ...future,
    'inspection/appeal-running': conflict('Khiếu nại trước chưa được giải quyết. Hãy chờ kết quả rồi khiếu nại tiếp lên cấp trên nếu cần.'),
    'inspection/appeal-too-late': conflict(
      'Đã hết thời hạn khiếu nại đối với quyết định này. Nếu có tình tiết mới, hãy gửi kiến nghị bằng văn bản đến ủy ban kiểm tra cấp trên.',
    ),
    'inspection/appeal-beyond': conflict('Cấp tiếp theo là cơ quan Trung ương. Hãy gửi khiếu nại bằng văn bản.'),
  },
});

/** Appeals that wait at an organization for somebody to take them up: against whose decision, since when; nothing of the person. */
export const listAppeals = query({
  subject: 'inspection.appeal.list',
  http: get('/organizations/:nodeId/discipline-appeals'),
  access: { grant: 'inspection:discipline', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id }),
  output: page(
    z.object({
      disciplineId: Id,
      fromNodeName: z.string(),
      actor: Inspector,
      form: DisciplineForm,
      on: CalendarDate,
      due: CalendarDate.optional(),
      overdue: z.boolean(),
    }),
  ),
});

/** Puts the caller on the list of those who settle it; again, it changes nothing. Whoever had a part in the decision cannot. */
export const takeUpAppeal = command({
  subject: 'inspection.appeal.take-up',
  http: post('/organizations/:nodeId/discipline-appeals/:disciplineId'),
  access: { grant: 'inspection:discipline', on: 'nodeId' },
  audit: 'Nhận hồ sơ khiếu nại kỷ luật',
  on: 'many',
  input: z.strictObject({ nodeId: Id, disciplineId: Id }),
  output: z.strictObject({ disciplineId: Id }),
  errors: {
    ...personMissing,
    'inspection/own-case': conflict('Người khiếu nại không tham gia giải quyết khiếu nại của chính mình. Hãy để đồng chí khác nhận hồ sơ.'),
    'inspection/own-decision': conflict(
      'Người đã thụ lý, kiểm phiếu hoặc quyết định kỷ luật không giải quyết khiếu nại về quyết định đó. Hãy để đồng chí khác nhận hồ sơ.',
    ),
  },
});

const judging = {
  ...future,
  'inspection/no-appeal': conflict('Không có khiếu nại nào ở bước này. Hãy tải lại trang.'),
} as const;

/** It is settled from now on: the notice of acceptance can be printed, with a number of the commission's own book. */
export const acceptAppeal = act('accept-appeal', 'appeals/acceptance', {
  audit: 'Thụ lý khiếu nại kỷ luật',
  input: { on: CalendarDate },
  errors: judging,
});

/** Not settled, for one of the reasons that there are (296-QĐ/TW, art. 23). */
export const refuseAppeal = act('refuse-appeal', 'appeals/refusal', {
  audit: 'Không giải quyết khiếu nại kỷ luật',
  input: { on: CalendarDate, ground: AppealRefusal, reason: needsReason },
  errors: judging,
});

/** Seats that a dismissal took do not come back with an answer: whoever is competent elects or appoints anew. */
export const settleAppeal = act('settle-appeal', 'appeals/settlement', {
  audit: 'Giải quyết khiếu nại kỷ luật',
  input: { on: CalendarDate, outcome: AppealOutcome, form: DisciplineForm.optional(), dismissedFrom, reason: needsReason },
  errors: {
    ...judging,
    ...dismissing,
    'inspection/form-missing': invalid('Hãy chọn hình thức kỷ luật thay thế, khác hình thức đang thi hành.'),
    'inspection/form-unfit': invalid('Hình thức kỷ luật này không áp dụng cho đối tượng này. Hãy chọn hình thức khác.'),
  },
});

/** The decision on an appeal is in the hands of whoever appeals: from that day the time for the next one runs. */
export const deliverAnswer = act('deliver-answer', 'appeals/delivery', {
  audit: 'Ghi việc trao quyết định giải quyết khiếu nại',
  input: { on: CalendarDate, how: DisciplineDelivery },
  errors: judging,
});
