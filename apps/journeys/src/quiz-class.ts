import { beginEnrollment, openClass, startClass, type TrainingClass } from '@vungmanh/contracts/training/class';
import { listCourses } from '@vungmanh/contracts/training/course';
import { decideEnrollments, listEnrollments, nominate } from '@vungmanh/contracts/training/enrollment';
import { addQuestion, approveQuestion, listQuestionFields } from '@vungmanh/contracts/training/question';
import type { Staff } from './staff.js';
import type { Village } from './village.js';

/** So many questions in use of the commune, all with the first option right; answers their field. */
export async function fillBank({ officer }: Staff, { commune }: Village, wanted: { field: string; questions: number }): Promise<string> {
  const fieldId = (await officer.do(listQuestionFields, {})).items.find((f) => f.label === wanted.field)?.id ?? '';
  for (let n = 1; n <= wanted.questions; n += 1) {
    const content = {
      kind: 'SINGLE' as const,
      stem: `Câu hỏi mô phỏng số ${n}?`,
      options: ['Phương án đúng', 'Phương án khác'],
      right: [0],
      source: { document: 'Văn bản mô phỏng', article: `Điều ${n}` },
    };
    const draft = await officer.doOnceKnown(addQuestion, { nodeId: commune.id, fieldId, reserved: true, content });
    await officer.do(approveQuestion, { questionId: draft.id }, draft);
  }
  return fieldId;
}

/** A class of the commune that runs on a day, with these people of the cell in it. */
export async function runningClass(
  { officer, secretary }: Staff,
  village: Village,
  about: { day: string; personIds: string[] },
): Promise<TrainingClass> {
  const { day, personIds } = about;
  const [course] = (await officer.do(listCourses, {})).items;
  const lesson = { startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T10:00:00.000Z`, place: 'Hội trường xã', topic: 'Mô phỏng', lecturers: [] };
  const input = { nodeId: village.commune.id, courseId: course?.id ?? '', title: 'Lớp mô phỏng', capacity: 20, passing: { mark: 5 }, limits: {} };
  const planned = await officer.doOnceKnown(openClass, { ...input, lessons: [lesson] });
  const classId = planned.id;
  const enrolling = await officer.do(beginEnrollment, { classId }, planned);
  await secretary.doOnceKnown(nominate, { classId, nodeId: village.cell.id, personIds });
  const enrollmentIds = (await officer.do(listEnrollments, { classId })).items.map((one) => one.id);
  await officer.do(decideEnrollments, { classId, enrollmentIds, approve: true });
  return officer.do(startClass, { classId, decidedOn: day }, enrolling);
}
