import { beginEnrollment, openClass } from '@vungmanh/contracts/training/class';
import { listCourses } from '@vungmanh/contracts/training/course';
import { listDuties, recordDuty, type DutyLine } from '@vungmanh/contracts/training/duty';
import { dutyClasses, listEnrollments, nominateForDuty } from '@vungmanh/contracts/training/enrollment';
import { District } from '../../test/district.js';

let d: District;
let duties: DutyLine[];
beforeAll(async () => {
  d = await District.start();
  for (let i = 0; i < 100 && (duties ?? []).length < 2; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    duties = (await d.officer.do(listDuties, { nodeId: d.commune.id, limit: 200 })).items;
  }
});
afterAll(() => d.world.stop());

const duty = (i: number): DutyLine => {
  const found = duties[i];
  if (!found) throw new Error('no duty');
  return found;
};
const calling = async (courseId: string) => {
  const planned = await d.officer.do(openClass, { ...d.planInput(), courseId });
  return d.officer.do(beginEnrollment, { classId: planned.id }, planned);
};

describe('who owes a course is named for a class of it at once', () => {
  it('by their own cell, for a class that calls for people', async () => {
    const dutyId = duty(0).id;
    expect((await d.officer.do(dutyClasses, { dutyId })).items).toEqual([]);
    const found = await calling(duty(0).courseId);
    expect((await d.officer.do(dutyClasses, { dutyId })).items).toMatchObject([{ id: found.id, nodeName: d.commune.name, nominated: false }]);
    expect(await d.officer.do(nominateForDuty, { dutyId, classId: found.id })).toEqual({ nominated: 1 });
    expect((await d.officer.do(listEnrollments, { classId: found.id })).items).toMatchObject([
      { personId: duty(0).personId, nodeId: d.upper.id, state: 'NOMINATED' },
    ]);
    expect((await d.officer.do(dutyClasses, { dutyId })).items).toMatchObject([{ nominated: true }]);
    expect(await d.officer.refused(nominateForDuty, { dutyId, classId: found.id })).toBe('training/already-nominated');
  });

  it('not for another course, not once it is done, not by who may not name the cell’s people', async () => {
    const dutyId = duty(1).id;
    const { items } = await d.officer.do(listCourses, {});
    const other = await calling(items.find((course) => course.id !== duty(1).courseId)?.id ?? '');
    expect(await d.officer.refused(nominateForDuty, { dutyId, classId: other.id })).toBe('training/other-course');
    expect(await d.besideOfficer.refused(dutyClasses, { dutyId })).toBe('request/not-found');
    // The duty arises at the commune: the cell's right does not reach it.
    expect(await d.upperSecretary.refused(nominateForDuty, { dutyId, classId: other.id })).toBe('request/not-found');
    await d.officer.do(recordDuty, { dutyId, doneOn: '2026-12-01', paper: 'Giấy chứng nhận mô phỏng' }, duty(1));
    expect(await d.officer.refused(nominateForDuty, { dutyId, classId: other.id })).toBe('training/duty-not-open');
  });
});
