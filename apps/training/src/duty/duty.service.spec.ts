import { auditOfTraining } from '@vungmanh/contracts/audit';
import { addCourse, getCourse, listCourses, reviseCourse } from '@vungmanh/contracts/training/course';
import { dropDuty, dutyRollUp, listDuties, myDuties, recordDuty, requireDuty } from '@vungmanh/contracts/training/duty';
import { Commune, TODAY } from '../../test/commune.js';

let c: Commune;
beforeAll(async () => {
  c = await Commune.start();
  await c.dutiesOnce((duties) => duties.length === 7);
});
afterAll(() => c.world.stop());

const figuresOf = async (nodeId = c.commune.id) => (await c.officer.do(dutyRollUp, { nodeId, year: 2027 })).items;

describe('duties follow from what organization and membership tell', () => {
  it('are there for who sits in bodies of the base and who is on probation, the earliest deadline first', async () => {
    const duties = await c.duties();
    expect(duties.map((d) => [d.position, d.nodeName, d.dueOn])).toEqual([
      ['PROBATIONARY_MEMBER', c.lower.name, '2027-08-01'],
      ...Array.from({ length: 6 }, () => [expect.any(String), expect.any(String), '2028-01-01']),
    ]);
    expect(duties.filter((d) => d.position === 'COMMITTEE_SECRETARY')).toMatchObject([
      { nodeId: c.commune.id, courseLabel: expect.stringContaining('nghiệp vụ') },
    ]);
    // Who sits in the province's committee alone owes nothing by it.
    expect(await c.duties(c.provincialOfficer, c.root)).toHaveLength(7);
  });

  it('begin with a seat and end with it', async () => {
    const elected = c.inLower[2];
    if (!elected) throw new Error('nobody to elect');
    const [old, deputy] = c.lowerBody.seats;
    if (!old || !deputy) throw new Error('nobody sits in the cell');
    await c.tellBody(c.lowerBody, [{ ...old, to: TODAY }, deputy, { personId: elected.id, post: 'SECRETARY', from: TODAY }]);
    const duties = await c.dutiesOnce((found) => found.some((d) => d.personId === elected.id));
    expect(duties.filter((d) => d.nodeId === c.lower.id && d.position === 'CELL_SECRETARY')).toMatchObject([
      { personId: elected.id, personName: elected.name, since: TODAY, dueOn: '2028-05-10' },
    ]);
    expect(duties.some((d) => d.personId === old.personId)).toBe(false);

    // A deputy who becomes secretary moves: the deadline stays.
    const before = duties.find((d) => d.personId === deputy.personId);
    await c.tellBody(c.lowerBody, [
      { ...deputy, to: TODAY },
      { ...deputy, post: 'SECRETARY', from: TODAY },
    ]);
    const after = await c.dutiesOnce((found) => found.some((d) => d.personId === deputy.personId && d.position === 'CELL_SECRETARY'));
    expect(after.find((d) => d.personId === deputy.personId)).toMatchObject({ id: before?.id, dueOn: before?.dueOn });
    expect(after.some((d) => d.personId === elected.id)).toBe(false);
  });

  it('of a probation end with the recognition, and are counted all along', async () => {
    expect(await figuresOf()).toMatchObject([
      { nodeId: c.commune.id, due: 1, done: 0, overdue: 0, soon: 1 },
      { due: 0 },
      { nodeId: c.lower.id, due: 1 },
    ]);
    await c.tellMember(c.newcomer, {
      statuses: [
        { status: 'PROBATIONARY', from: '2026-08-01', to: '2027-05-01' },
        { status: 'OFFICIAL', from: '2027-05-01' },
      ],
    });
    await c.dutiesOnce((found) => !found.some((d) => d.personId === c.newcomer.id));
    expect(await figuresOf()).toMatchObject([{ due: 0, soon: 0 }, {}, {}]);
  });
});

describe('by hand', () => {
  it('a course that was taken elsewhere closes the duty, and the next begins a year later', async () => {
    const { officer, secretary } = c;
    const [duty] = (await c.duties()).filter((d) => d.nodeId === c.upper.id);
    if (!duty) throw new Error('no duty');
    const input = { dutyId: duty.id, doneOn: '2027-03-02', paper: 'Giấy chứng nhận số 12 (mô phỏng)' };
    expect(await secretary.refused(recordDuty, input, duty)).toBe('request/forbidden');
    expect(await officer.refused(recordDuty, { ...input, doneOn: '2027-05-11' }, duty)).toBe('training/in-the-future');
    expect(await officer.do(recordDuty, input, duty)).toMatchObject({ id: duty.id, state: 'DONE', version: 2 });
    expect(await officer.refused(recordDuty, input, { version: 2 })).toBe('training/duty-not-open');
    const next = (await c.duties()).filter((d) => d.personId === duty.personId);
    expect(next).toMatchObject([{ position: duty.position, dueOn: '2028-03-02' }]);
    expect(await figuresOf()).toMatchObject([{ due: 1, done: 1 }, { nodeId: c.upper.id, done: 1 }, { done: 0 }]);
    // Told once more, a body changes nothing of it.
    await c.tellBody(c.upperBody, c.upperBody.seats);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await c.duties()).filter((d) => d.personId === duty.personId)).toEqual(next);
  });

  it('a commission’s member is named, once, and only they are dropped by hand', async () => {
    const { officer } = c;
    const courseId = await c.course('INSPECTION_SKILLS');
    const named = {
      nodeId: c.commune.id,
      personId: c.inUpper[3]?.id ?? '',
      courseId,
      position: 'INSPECTION_COMMISSION_MEMBER' as const,
      dueOn: '2027-09-30',
    };
    expect(await officer.refused(requireDuty, { ...named, dueOn: '2027-05-09' })).toBe('training/due-past');
    expect(await officer.refused(requireDuty, { ...named, courseId: c.commune.id })).toBe('training/course-unknown');
    expect(await officer.refused(requireDuty, { ...named, nodeId: c.lower.id })).toBe('training/person-outside');
    const asked = await officer.do(requireDuty, named);
    expect(await officer.refused(requireDuty, named)).toBe('training/duty-exists');
    expect((await c.duties())[0]).toMatchObject({ id: asked.id, position: 'INSPECTION_COMMISSION_MEMBER', nodeId: c.commune.id });
    expect((await officer.do(listDuties, { nodeId: c.commune.id, courseId, span: 'YEAR' })).items).toHaveLength(1);
    expect((await officer.do(listDuties, { nodeId: c.commune.id, courseId, span: 'OVERDUE' })).items).toHaveLength(0);
    const ofSeat = (await c.duties()).find((d) => d.position === 'CELL_SECRETARY');
    if (!ofSeat) throw new Error('no duty of a seat');
    expect(await officer.refused(dropDuty, { dutyId: ofSeat.id }, ofSeat)).toBe('training/duty-of-position');
    expect(await officer.do(dropDuty, { dutyId: asked.id }, asked)).toMatchObject({ state: 'CANCELLED' });
    expect((await c.duties()).some((d) => d.id === asked.id)).toBe(false);
  });

  it('each sees their own, a cell its own, and the audit who looked', async () => {
    const { secretary } = c;
    expect((await secretary.do(myDuties, {})).items).toMatchObject([{ position: 'CELL_SECRETARY', nodeName: c.upper.name }]);
    expect((await secretary.do(listDuties, { nodeId: c.upper.id })).items).toHaveLength(2);
    expect(await secretary.refused(listDuties, { nodeId: c.lower.id })).toBe('request/not-found');
    let acts: string[] = [];
    for (let i = 0; i < 60 && !acts.includes('training.duty.list'); i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { items } = await c.provincialOfficer.do(auditOfTraining, { nodeId: c.root.id, limit: 200 });
      acts = items.map((row) => row.operation);
    }
    expect(acts).toEqual(expect.arrayContaining(['training.duty.list', 'training.duty.record', 'training.duty.require', 'training.duty.drop']));
  });
});

describe('the catalog', () => {
  const syllabus = { audience: 'Cấp ủy viên', issuer: 'Đảng ủy xã', topics: [{ title: 'Bài 1', periods: 5 }], source: 'Kế hoạch mô phỏng' };

  it('holds what the register knows, and the province alone adds to it', async () => {
    const { officer, provincialOfficer, commune, root } = c;
    const { items } = await officer.do(listCourses, {});
    expect(items.find((one) => one.code === 'PARTY_AWARENESS')?.edition).toMatchObject({ periods: 50, sessions: 10, days: 5, validMonths: 60 });
    const added = { label: 'Tập huấn dân vận', kind: 'TRAINING_SESSION' as const, validFrom: '2027-01-01', syllabus };
    expect(await officer.refused(addCourse, { ...added, nodeId: commune.id })).toBe('training/province-only');
    const course = await provincialOfficer.do(addCourse, { ...added, nodeId: root.id });
    expect(await provincialOfficer.refused(addCourse, { ...added, nodeId: root.id })).toBe('training/course-exists');
    const edition = { nodeId: root.id, courseId: course.id, validFrom: '2027-06-01', syllabus: { ...syllabus, periods: 10 } };
    expect(await provincialOfficer.refused(reviseCourse, { ...edition, validFrom: '2027-01-01' }, course)).toBe('training/edition-not-later');
    expect(await officer.refused(reviseCourse, { ...edition, nodeId: commune.id }, course)).toBe('training/province-only');
    await provincialOfficer.do(reviseCourse, edition, course);
    expect((await officer.do(getCourse, { courseId: course.id })).editions).toMatchObject([
      { number: 2, validFrom: '2027-06-01', periods: 10 },
      { number: 1, validFrom: '2027-01-01', validTo: '2027-06-01' },
    ]);
    // Lists show what is in force today.
    expect((await officer.do(listCourses, {})).items.find((one) => one.id === course.id)?.edition?.number).toBe(1);
  });
});
