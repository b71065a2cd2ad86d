import { beginEnrollment, openClass, startClass } from '@vungmanh/contracts/training/class';
import { listCourses } from '@vungmanh/contracts/training/course';
import { startAttempt } from '@vungmanh/contracts/training/attempt';
import { decideEnrollments, listEnrollments, nominate } from '@vungmanh/contracts/training/enrollment';
import { addQuiz, openQuiz, type Quiz } from '@vungmanh/contracts/training/quiz';
import { Person } from '../person.js';
import { clockAheadMs } from '../time.js';
import { DAY } from './places.js';

async function plannedClass(officer: Person, nodeId: string) {
  const [course] = (await officer.do(listCourses, {})).items;
  const lesson = { startsAt: `${DAY}T06:00:00.000Z`, endsAt: `${DAY}T07:00:00.000Z`, place: 'Mô phỏng', topic: 'Mô phỏng', lecturers: [] };
  const input = { nodeId, courseId: course?.id ?? '', title: 'Lớp có bài kiểm tra', capacity: 5, passing: {}, limits: {} };
  return officer.doOnceKnown(openClass, { ...input, lessons: [lesson] });
}

function draftFor(officer: Person, nodeId: string, of: { classId: string; fieldId: string }): Promise<Quiz> {
  const now = Date.now() + clockAheadMs();
  const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
  const plan = { title: 'Mô phỏng', parts: [{ fieldId: of.fieldId, questions: 1 }], minutes: 120, opensAt: at(-1), closesAt: at(600) };
  return officer.do(addQuiz, { nodeId, classId: of.classId, ...plan });
}

/** A test that has been given to nobody yet. */
export async function quizDraft(officer: Person, nodeId: string, fieldId: string): Promise<string> {
  const { id: classId } = await plannedClass(officer, nodeId);
  return (await draftFor(officer, nodeId, { classId, fieldId })).id;
}

/** A test of the commune that somebody sits who attends its class, and their paper. */
export async function sittingOf(
  { officer, secretary, username }: { officer: Person; secretary: Person; username: string },
  nodes: { commune: string; cell: string },
  personId: string,
  fieldId: string,
): Promise<{ quizId: string; attemptId: string }> {
  const planned = await plannedClass(officer, nodes.commune);
  const classId = planned.id;
  const enrolling = await officer.do(beginEnrollment, { classId }, planned);
  await secretary.doOnceKnown(nominate, { classId, nodeId: nodes.cell, personIds: [personId] });
  const enrollmentIds = (await officer.do(listEnrollments, { classId })).items.map((one) => one.id);
  await officer.do(decideEnrollments, { classId, enrollmentIds, approve: true });
  await officer.do(startClass, { classId, decidedOn: DAY }, enrolling);
  const draft = await draftFor(officer, nodes.commune, { classId, fieldId });
  const quiz = await officer.do(openQuiz, { quizId: draft.id }, draft);
  const person = await Person.signedIn(username);
  return { quizId: quiz.id, attemptId: (await person.do(startAttempt, { quizId: quiz.id })).id };
}
