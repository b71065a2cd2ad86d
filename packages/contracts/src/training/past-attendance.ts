import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { get, query } from '../operation.js';
import { CalendarDate, Id, page, pageInput } from '../types.js';
import { CourseKind } from './course.js';
import { HolderLevel, PastResult } from './past-sheet.js';

/** A course that somebody took: in a class of ours, or in the past by a sheet that was imported. */
export const TakenCourse = z.object({
  id: Id,
  /** Absent: known from an imported sheet. */
  classId: Id.optional(),
  course: z.string(),
  kind: CourseKind,
  level: HolderLevel.optional(),
  place: z.string().optional(),
  from: CalendarDate,
  to: CalendarDate,
  hours: z.number().int().optional(),
  /** Absent while the class goes on. */
  result: PastResult.optional(),
  certificate: z.string().optional(),
});
export type TakenCourse = z.infer<typeof TakenCourse>;

/** What somebody of the scope has taken, the newest first. */
export const takenCourses = query({
  subject: 'training.taken-course.list',
  http: get('/training/taken-courses/:personId'),
  access: { grant: 'training:read' },
  audit: 'Xem quá trình đào tạo, bồi dưỡng của đảng viên',
  input: z.strictObject({ personId: Id, ...pageInput }),
  output: page(TakenCourse),
});

/** The signed-in person's own. */
export const myTakenCourses = query({
  subject: 'training.taken-course.mine',
  http: get('/my/taken-courses'),
  access: { self: true },
  input: z.strictObject(pageInput),
  output: page(TakenCourse),
});

/** Past attendances at and below an organization, as the workbook that an import takes. */
export const exportPastAttendances = query({
  subject: 'training.past-attendance.export',
  http: get('/organizations/:nodeId/past-attendances/workbook'),
  access: { grant: 'training:import', on: 'nodeId', stepUp: true },
  audit: 'Xuất danh sách lượt học trước đây',
  input: z.strictObject({ nodeId: Id }),
  output: Download,
  download: true,
});
