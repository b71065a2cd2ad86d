import { z } from 'zod';
import { RollEvent, RollPage } from '../attendance.js';
import { Download } from '../gateway/upload.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { Id, line } from '../types.js';
import { inClassState } from './class.js';

const lesson = { classId: Id, lessonId: Id } as const;
const path = '/training-classes/:classId/lessons/:lessonId' as const;
const rollClosed = { 'training/roll-closed': conflict('Đã chốt điểm danh buổi học này.') } as const;

/** The roll of a sitting: those who attend the class, by name. Its id is the sitting's. */
export const getLessonRoll = query({
  subject: 'training.lesson.get-roll',
  http: get(`${path}/roll`),
  access: { grant: 'training:conduct' },
  audit: 'Xem danh sách điểm danh buổi học',
  input: z.strictObject(lesson),
  output: RollPage,
});

/** Adds events, oldest first, as the roll of a meeting does. */
export const markLessonRoll = command({
  subject: 'training.lesson.mark-roll',
  http: post(`${path}/roll`),
  access: { grant: 'training:conduct' },
  audit: 'Điểm danh buổi học',
  on: 'many',
  input: z.strictObject({ ...lesson, events: z.array(RollEvent).min(1).max(400) }),
  output: RollPage,
  errors: { ...inClassState, ...rollClosed, 'training/mark-refused': invalid('Có dòng điểm danh không đúng với danh sách lớp.') },
});

export const closeLessonRoll = command({
  subject: 'training.lesson.close-roll',
  http: post(`${path}/roll/closing`),
  access: { grant: 'training:conduct' },
  audit: 'Chốt điểm danh buổi học',
  on: 'existing',
  input: z.strictObject(lesson),
  output: RollPage,
  errors: {
    ...inClassState,
    ...rollClosed,
    'training/not-everybody-marked': conflict('Còn học viên chưa được điểm danh. Hãy điểm danh đủ rồi chốt.'),
  },
});

/** The scan of the roll that was signed on paper; a later one takes the place of the one before. */
export const attachLessonScan = command({
  subject: 'training.lesson.attach-scan',
  http: post(`${path}/scan`),
  access: { grant: 'training:conduct' },
  audit: 'Đính kèm bản quét bảng điểm danh đã ký',
  on: 'many',
  input: z.strictObject({ ...lesson, fileId: Id, name: line(200) }),
  output: z.strictObject({ done: z.literal(true) }),
  errors: {
    'training/file-missing': invalid('Tệp gửi lên không còn. Hãy chọn tệp và gửi lại.'),
    'training/secret-document': invalid('Không đưa tài liệu mật lên hệ thống.'),
  },
});

export const downloadLessonScan = query({
  subject: 'training.lesson.download-scan',
  http: get(`${path}/scan`),
  access: { grant: 'training:conduct' },
  audit: 'Tải bản quét bảng điểm danh',
  input: z.strictObject(lesson),
  output: Download,
  download: true,
  errors: { 'training/no-scan': conflict('Chưa có bản quét bảng điểm danh của buổi học này.') },
});
