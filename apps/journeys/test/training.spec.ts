import { readersInTraining } from '@vungmanh/contracts/audit';
import { committeesOf, endSeat, seatPerson } from '@vungmanh/contracts/organization/committee';
import { listCourses } from '@vungmanh/contracts/training/course';
import { dutyRollUp, listDuties, myDuties, recordDuty, type DutyLine } from '@vungmanh/contracts/training/duty';
import { stateNeed, trainingNeeds } from '@vungmanh/contracts/training/need';
import { addPlannedCourse, approveTrainingPlan, getTrainingPlan, givenQuotas, openTrainingPlan, setQuotas } from '@vungmanh/contracts/training/plan';
import type { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const YEAR = 2027;

/** domain.md §6: who is elected owes a course by an event, and no longer by another; what is needed becomes the plan of the year. */
describe('training', () => {
  let village: Village;
  let staff: Staff;

  beforeAll(async () => {
    await moveTo('2026-12-10T02:00:00Z');
    village = await foundVillage({ number: '501', official: 5, probationary: 1, termFrom: '2025-08-01' });
    staff = await staffOf(village);
  });

  const dutiesOf = async (by: Person, right: (duties: DutyLine[]) => boolean) =>
    eventually(async () => (await by.doOnceKnown(listDuties, { nodeId: village.cell.id, limit: 200 })).items, right);
  const plain = (): string => village.plain?.id ?? '';

  it('is owed by who is elected, from the day on which they take the seat', async () => {
    const { officer, member } = staff;
    const before = await dutiesOf(officer, (duties) => duties.length === 2);
    expect(before.map((d) => [d.position, d.dueOn])).toContainEqual(['CELL_SECRETARY', '2027-08-01']);
    expect(before.map((d) => d.position)).toContain('PROBATIONARY_MEMBER');
    const [term] = (await officer.do(committeesOf, { nodeId: village.cell.id })).items;
    const [seat] = term?.seats ?? [];
    await officer.do(endSeat, { seatId: seat?.id ?? '', to: '2026-12-10', because: 'CHANGED_POST' }, term?.term);
    const now = (await officer.do(committeesOf, { nodeId: village.cell.id })).items[0];
    await officer.do(
      seatPerson,
      {
        bodyId: village.bodyId,
        personId: plain(),
        post: 'SECRETARY',
        origin: 'ELECTED',
        from: '2026-12-10',
        reason: 'Chi bộ bầu bổ sung (mô phỏng)',
      },
      now?.term,
    );
    const after = await dutiesOf(officer, (duties) => duties.some((d) => d.personId === plain()));
    expect(after.filter((d) => d.position === 'CELL_SECRETARY')).toMatchObject([{ personId: plain(), since: '2026-12-10', dueOn: '2027-12-10' }]);
    expect((await member.do(myDuties, {})).items).toMatchObject([{ position: 'CELL_SECRETARY', nodeName: village.cell.name }]);
  });

  it('is closed by the paper that shows it, and the next begins', async () => {
    const { officer, secretary, member } = staff;
    const [duty] = (await dutiesOf(officer, () => true)).filter((d) => d.personId === plain());
    const input = { dutyId: duty?.id ?? '', doneOn: '2026-12-09', paper: 'Giấy chứng nhận số 05 (mô phỏng)' };
    expect(await secretary.refused(recordDuty, input, duty)).toBe('request/forbidden');
    expect(await officer.do(recordDuty, input, duty)).toMatchObject({ state: 'DONE' });
    expect((await member.do(myDuties, {})).items).toMatchObject([{ dueOn: '2027-12-09' }]);
    const { items } = await officer.do(dutyRollUp, { nodeId: village.commune.id, year: 2026 });
    expect(items).toMatchObject([
      { nodeId: village.commune.id, done: 1 },
      { nodeId: village.cell.id, done: 1 },
    ]);
    // Who is spoken of sees who has looked and who has written.
    const read = () => member.do(readersInTraining, { limit: 50 });
    const readers = await eventually(read, (page) => page.items.some((row) => row.kind === 'CHANGE'));
    expect(readers.items.map((row) => row.act)).toContain('Ghi nhận người đã học, theo giấy tờ đã có');
  });

  it('is planned from what is needed, approved with a number, and tells each how many places they have', async () => {
    const { officer, secretary } = staff;
    const { items: courses } = await officer.do(listCourses, {});
    const courseId = courses.find((c) => c.code === 'PARTY_AWARENESS')?.id ?? '';
    await secretary.do(stateNeed, { nodeId: village.cell.id, year: YEAR, courseId, places: 3 });
    const needs = await officer.do(trainingNeeds, { nodeId: village.commune.id, year: YEAR });
    expect(needs.items).toMatchObject([{ asked: 3, fromDuties: 0 }, { fromDuties: 1 }, { fromDuties: 1 }]);
    let plan = await officer.do(openTrainingPlan, { nodeId: village.commune.id, year: YEAR });
    const planId = plan.id;
    const held = { fromOn: '2027-04-05', toOn: '2027-04-09', classes: 1, places: 40, place: 'Hội trường xã' };
    plan = await officer.do(addPlannedCourse, { planId, courseId, ...held }, plan);
    const plannedId = plan.lines[0]?.id ?? '';
    plan = await officer.do(setQuotas, { planId, plannedId, quotas: [{ nodeId: village.cell.id, places: 3 }] }, plan);
    expect((await secretary.do(givenQuotas, { nodeId: village.cell.id, year: YEAR })).items).toEqual([]);
    await officer.do(approveTrainingPlan, { planId, approvedOn: '2026-12-09', meeting: 'Hội nghị Ban Chấp hành (mô phỏng)' }, plan);
    const approved = await eventually(
      () => officer.do(getTrainingPlan, { planId }),
      (p) => p.approval?.numberAwaited === false,
    );
    expect(approved.approval?.number).toMatch(/KH/);
    expect((await secretary.do(givenQuotas, { nodeId: village.cell.id, year: YEAR })).items).toMatchObject([{ plannedId, places: 3 }]);
  });
});
