import { issueCertificates, listCertificates } from '@vungmanh/contracts/training/certificate';
import { assessClass, beginEnrollment, getClass, openClass, startClass } from '@vungmanh/contracts/training/class';
import { listCourses } from '@vungmanh/contracts/training/course';
import { decideEnrollments, listEnrollments, nominate } from '@vungmanh/contracts/training/enrollment';
import { closeLessonRoll, getLessonRoll, markLessonRoll } from '@vungmanh/contracts/training/lesson-roll';
import { randomUUID } from 'node:crypto';
import type { Person } from '../person.js';
import { eventually } from '../time.js';
import { DAY } from './places.js';

/** A class of one sitting with one person of a cell in it, from its plan to the certificate: whatever is asked of it afterwards, it has ended. */
export async function heldClass(
  { officer, secretary }: { officer: Person; secretary: Person },
  nodeId: string,
  of: { cellId: string; personId: string },
) {
  const { cellId, personId } = of;
  const [course] = (await officer.do(listCourses, {})).items;
  const lesson = { startsAt: `${DAY}T01:00:00.000Z`, endsAt: `${DAY}T04:00:00.000Z`, place: 'Mô phỏng', topic: 'Mô phỏng', lecturers: [] };
  const input = { nodeId, courseId: course?.id ?? '', title: 'Mô phỏng', capacity: 5, passing: {}, limits: {} };
  const planned = await officer.doOnceKnown(openClass, { ...input, lessons: [lesson] });
  const classId = planned.id;
  const enrolling = await officer.do(beginEnrollment, { classId }, planned);
  await secretary.doOnceKnown(nominate, { classId, nodeId: cellId, personIds: [personId] });
  const [enrolled] = (await officer.do(listEnrollments, { classId })).items;
  const enrollmentId = enrolled?.id ?? '';
  await officer.do(decideEnrollments, { classId, enrollmentIds: [enrollmentId], approve: true });
  await officer.do(startClass, { classId, decidedOn: DAY }, enrolling);
  const about = { classId, lessonId: planned.lessons[0]?.id ?? '' };
  await officer.do(getLessonRoll, about);
  const mark = { type: 'mark' as const, id: randomUUID(), at: lesson.startsAt, personId, state: 'PRESENT' as const };
  const marked = await officer.do(markLessonRoll, { ...about, events: [mark] });
  await officer.do(closeLessonRoll, about, marked);
  const numbered = await eventually(
    () => officer.do(getClass, { classId }),
    (one) => one.decision?.numberAwaited === false,
    15_000,
  );
  const assessed = await officer.do(assessClass, { classId }, numbered);
  await officer.do(issueCertificates, { classId, issuedOn: DAY }, assessed);
  const [certificate] = (await officer.do(listCertificates, { classId })).items;
  return { ...about, enrollmentId, certificateId: certificate?.id ?? '' };
}
