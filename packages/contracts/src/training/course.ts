import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, line, text, Version } from '../types.js';

/** Lớp bồi dưỡng; tập huấn; đào tạo (domain.md §1.4). */
export const CourseKind = z.enum(['FOSTERING', 'TRAINING_SESSION', 'DEGREE']);
export type CourseKind = z.infer<typeof CourseKind>;

export const courseKindLabel: Record<CourseKind, string> = {
  FOSTERING: 'Bồi dưỡng',
  TRAINING_SESSION: 'Tập huấn',
  DEGREE: 'Đào tạo',
};

/** A topic of a syllabus. Its periods are left out where no document says how many. */
export const SyllabusTopic = z.strictObject({ title: line(300), periods: z.number().int().positive().max(1000).optional() });
export type SyllabusTopic = z.infer<typeof SyllabusTopic>;

const measure = z.number().int().positive().max(2000).optional();

/** What a course teaches, how long, and for how long its certificate counts. A measure without a source is left out. */
export const Syllabus = z.strictObject({
  audience: line(500),
  periods: measure,
  sessions: measure,
  /** Days, one half allowed: 7.5. */
  days: z.number().positive().multipleOf(0.5).max(1000).optional(),
  /** Absent: the certificate does not expire. */
  validMonths: measure,
  issuer: line(300),
  topics: z.array(SyllabusTopic).max(60),
  source: text(500),
});
export type Syllabus = z.infer<typeof Syllabus>;

/** A syllabus while it was in force; the number counts up from 1. A class keeps the number that it was opened under. */
export const CourseEdition = Syllabus.extend({ number: z.number().int().positive(), validFrom: CalendarDate, validTo: CalendarDate.optional() });
export type CourseEdition = z.infer<typeof CourseEdition>;

/** A course that a province holds: a row, not an enum. */
export const CourseType = z.strictObject({
  id: Id,
  version: Version,
  code: z.string(),
  label: z.string(),
  kind: CourseKind,
  /** No new classes are opened for one that has ended. */
  ended: z.boolean(),
  /** The newest first. */
  editions: z.array(CourseEdition),
});
export type CourseType = z.infer<typeof CourseType>;

/** A course as lists and forms offer it. */
export const CourseLine = CourseType.omit({ editions: true }).extend({ edition: CourseEdition.omit({ topics: true }).optional() });
export type CourseLine = z.infer<typeof CourseLine>;

/** Every course, with the edition in force today. Holds no data of an organization or a person. */
export const listCourses = query({
  subject: 'training.course.list',
  http: get('/training/courses'),
  access: { signedIn: true },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(CourseLine) }),
});

const courseId = { courseId: Id };

export const getCourse = query({
  subject: 'training.course.get',
  http: get('/training/courses/:courseId'),
  access: { signedIn: true },
  input: z.strictObject(courseId),
  output: CourseType,
});

const provinceOnly = forbidden('Chương trình bồi dưỡng do cơ quan cấp tỉnh quản lý. Hãy đề nghị cấp tỉnh bổ sung.');

/** Adds a course of the province's own. `nodeId`: the province, whose right it takes. */
export const addCourse = command({
  subject: 'training.course.add',
  http: post('/training/courses'),
  access: { grant: 'training:plan', on: 'nodeId' },
  audit: 'Thêm lớp học vào danh mục đào tạo, bồi dưỡng',
  on: 'new',
  input: z.strictObject({ nodeId: Id, label: line(200), kind: CourseKind, validFrom: CalendarDate, syllabus: Syllabus }),
  output: CourseType,
  errors: {
    'training/province-only': provinceOnly,
    'training/course-exists': conflict('Danh mục đã có lớp học mang tên này. Hãy mở lớp học đó để sửa chương trình.'),
  },
});

/** A new edition of a syllabus: what has been held under the one before keeps it. */
export const reviseCourse = command({
  subject: 'training.course.revise',
  http: post('/training/courses/:courseId/editions'),
  access: { grant: 'training:plan', on: 'nodeId' },
  audit: 'Sửa chương trình của một lớp học',
  on: 'existing',
  input: z.strictObject({ ...courseId, nodeId: Id, validFrom: CalendarDate, syllabus: Syllabus }),
  output: CourseType,
  errors: {
    'training/province-only': provinceOnly,
    'training/edition-not-later': invalid('Chương trình mới phải có hiệu lực sau chương trình hiện có. Hãy chọn ngày muộn hơn.'),
  },
});
