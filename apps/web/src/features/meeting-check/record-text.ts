import { CellRecord } from '@vungmanh/contracts/inspection/check-cell';
import { Judgment } from '@vungmanh/contracts/inspection/meeting-check-state';
import { CalendarDate, text } from '@vungmanh/contracts/types';
import { z } from 'zod';

const remark = text(1000).optional();

/** The sheet of a cell as its form has it: one field beside the other. */
export const RecordDraft = z
  .strictObject({
    kept: z.enum(['YES', 'NO'], { error: 'Chưa chọn' }),
    keptRemark: remark,
    resolutions: Judgment,
    resolutionsRemark: remark,
    tasks: Judgment,
    tasksRemark: remark,
    thematic: Judgment,
    thematicRemark: remark,
    handbook: Judgment,
    handbookRemark: remark,
    superiorsRemark: remark,
    attendedOn: CalendarDate.optional(),
    heardOn: CalendarDate.optional(),
    members: z.number().int().min(1, { error: 'Từ 1 đồng chí trở lên' }).max(500).optional(),
    concerns: text(4000).optional(),
  })
  .refine((d) => d.heardOn === undefined || d.members !== undefined, { path: ['members'], error: 'Chưa ghi số đảng viên dự' })
  .refine((d) => d.heardOn !== undefined || (d.members === undefined && d.concerns === undefined), {
    path: ['heardOn'],
    error: 'Chưa ghi ngày nghe phản ánh',
  });
export type RecordDraft = z.infer<typeof RecordDraft>;

/** The four that are judged, in the order of the sheet. */
export const judged = [
  { name: 'resolutions', remark: 'resolutionsRemark', label: 'Nghị quyết ghi đủ nội dung, yêu cầu, biện pháp, thời hạn, người làm, người kiểm tra' },
  { name: 'tasks', remark: 'tasksRemark', label: 'Thực hiện nghị quyết, nhiệm vụ đã giao' },
  { name: 'thematic', remark: 'thematicRemark', label: 'Sinh hoạt chuyên đề: chọn chuyên đề, chất lượng' },
  { name: 'handbook', remark: 'handbookRemark', label: 'Sử dụng sổ tay, tài liệu sinh hoạt' },
] as const;

/** What lies in the sheet already, for its form. */
export function draftOf({ minuteBook, superiors, attendedOn, hearing, ...rest }: CellRecord): RecordDraft {
  return {
    kept: minuteBook.kept ? 'YES' : 'NO',
    keptRemark: minuteBook.remark,
    resolutions: rest.resolutions.judgment,
    resolutionsRemark: rest.resolutions.remark,
    tasks: rest.tasks.judgment,
    tasksRemark: rest.tasks.remark,
    thematic: rest.thematic.judgment,
    thematicRemark: rest.thematic.remark,
    handbook: rest.handbook.judgment,
    handbookRemark: rest.handbook.remark,
    superiorsRemark: superiors.remark,
    attendedOn,
    heardOn: hearing?.heldOn,
    members: hearing?.members,
    concerns: hearing?.concerns,
  };
}

/** The sheet that is sent of what was typed. */
export function recordOf(d: RecordDraft): CellRecord {
  const { heardOn, members } = d;
  return CellRecord.parse({
    minuteBook: { kept: d.kept === 'YES', remark: d.keptRemark },
    resolutions: { judgment: d.resolutions, remark: d.resolutionsRemark },
    tasks: { judgment: d.tasks, remark: d.tasksRemark },
    thematic: { judgment: d.thematic, remark: d.thematicRemark },
    handbook: { judgment: d.handbook, remark: d.handbookRemark },
    superiors: { remark: d.superiorsRemark },
    ...(d.attendedOn === undefined ? {} : { attendedOn: d.attendedOn }),
    ...(heardOn === undefined || members === undefined ? {} : { hearing: { heldOn: heardOn, members, concerns: d.concerns } }),
  });
}
