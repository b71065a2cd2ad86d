import { needsBelow, statedNeeds, stateNeed, trainingNeeds } from '@vungmanh/contracts/training/need';
import {
  addPlannedCourse,
  approveTrainingPlan,
  cancelPlannedCourse,
  changePlannedCourse,
  closeTrainingPlan,
  getTrainingPlan,
  givenQuotas,
  listTrainingPlans,
  openTrainingPlan,
  setQuotas,
  type TrainingPlan,
} from '@vungmanh/contracts/training/plan';
import { Commune } from '../../test/commune.js';

let c: Commune;
let plan: TrainingPlan;
beforeAll(async () => {
  c = await Commune.start();
  await c.dutiesOnce((duties) => duties.length === 7);
});
afterAll(() => c.world.stop());

const YEAR = 2028;
const held = { fromOn: '2028-03-06', toOn: '2028-03-10', classes: 2, places: 20, place: 'Hội trường xã' };

describe('needs', () => {
  it('are gathered from duties and from what organizations ask for, nobody by name', async () => {
    const { officer, secretary, upper, lower, commune } = c;
    const courseId = await c.course('PARTY_AWARENESS');
    const need = { nodeId: upper.id, year: YEAR, courseId, places: 3 };
    expect(await secretary.refused(stateNeed, { ...need, nodeId: lower.id })).toBe('request/not-found');
    expect(await secretary.refused(stateNeed, { ...need, courseId: upper.id })).toBe('training/course-unknown');
    await secretary.do(stateNeed, need);
    await secretary.do(stateNeed, { ...need, places: 4 });
    await officer.do(stateNeed, { ...need, nodeId: lower.id, places: 2 });
    expect((await secretary.do(statedNeeds, { nodeId: upper.id, year: YEAR })).items).toMatchObject([{ courseId, places: 4 }]);
    const { items } = await officer.do(trainingNeeds, { nodeId: commune.id, year: YEAR });
    expect(items.map(({ courseLabel, fromDuties, asked }) => [courseLabel.slice(0, 24), fromDuties, asked])).toEqual([
      ['Bồi dưỡng nhận thức về Đ', 0, 6],
      ['Bồi dưỡng lý luận chính ', 1, 0],
      ['Bồi dưỡng bí thư chi bộ,', 4, 0],
      ['Bồi dưỡng nghiệp vụ công', 2, 0],
    ]);
    expect((await officer.do(needsBelow, { nodeId: commune.id, year: YEAR, courseId })).items).toMatchObject([
      { nodeId: upper.id, asked: 4 },
      { nodeId: lower.id, asked: 2 },
    ]);
    await officer.do(stateNeed, { ...need, nodeId: lower.id, places: 0 });
    expect((await officer.do(statedNeeds, { nodeId: lower.id, year: YEAR })).items).toEqual([]);
  });
});

describe('a plan', () => {
  it('is drafted by a committee, one a year, with courses of the catalog in its own year', async () => {
    const { officer, secretary, commune, upper } = c;
    const courseId = await c.course('CELL_SECRETARY_COMMITTEE');
    plan = await officer.do(openTrainingPlan, { nodeId: commune.id, year: YEAR });
    expect(plan).toMatchObject({ state: 'DRAFT', courses: 0, may: ['plan', 'approve'] });
    expect(await officer.refused(openTrainingPlan, { nodeId: commune.id, year: YEAR })).toBe('training/plan-exists');
    expect(await officer.refused(openTrainingPlan, { nodeId: upper.id, year: YEAR })).toBe('training/no-committee');
    const planId = plan.id;
    expect(await officer.refused(approveTrainingPlan, { planId, approvedOn: '2027-05-09', meeting: 'Hội nghị' }, plan)).toBe('training/plan-empty');
    const add = { planId, courseId, ...held };
    expect(await officer.refused(addPlannedCourse, { ...add, fromOn: '2027-12-30' }, plan)).toBe('training/dates-unfit');
    expect(await officer.refused(addPlannedCourse, { ...add, toOn: '2028-03-01' }, plan)).toBe('training/dates-unfit');
    expect(await officer.refused(addPlannedCourse, { ...add, courseId: commune.id }, plan)).toBe('training/course-unknown');
    plan = await officer.do(addPlannedCourse, add, plan);
    plan = await officer.do(addPlannedCourse, { ...add, fromOn: '2028-09-04', toOn: '2028-09-08', places: 5 }, plan);
    expect(plan).toMatchObject({ courses: 2, places: 25, amendments: [], lines: [{ fromOn: '2028-03-06', edition: 1 }, { places: 5 }] });
    expect(await secretary.refused(getTrainingPlan, { planId })).toBe('request/not-found');
    expect((await officer.do(listTrainingPlans, { nodeId: commune.id, year: YEAR, below: 'true' })).items).toMatchObject([
      { id: planId, places: 25 },
    ]);
  });

  it('shares its places out, never more than there are, and only below', async () => {
    const { officer, secretary, commune, upper, lower, root } = c;
    const [line] = plan.lines;
    const of = { planId: plan.id, plannedId: line?.id ?? '' };
    const quota = (nodeId: string, places: number) => ({ nodeId, places });
    expect(await officer.refused(setQuotas, { ...of, quotas: [quota(upper.id, 12), quota(lower.id, 9)] }, plan)).toBe('training/quota-exceeds');
    expect(await officer.refused(setQuotas, { ...of, quotas: [quota(root.id, 1)] }, plan)).toBe('training/quota-outside');
    plan = await officer.do(setQuotas, { ...of, quotas: [quota(upper.id, 12), quota(lower.id, 8)] }, plan);
    expect(plan.lines[0]?.quotas).toMatchObject([{ nodeName: upper.name, places: 12 }, { places: 8 }]);
    expect(await officer.refused(changePlannedCourse, { ...of, ...held, places: 19 }, plan)).toBe('training/quota-exceeds');
    plan = await officer.do(changePlannedCourse, { ...of, ...held, place: 'Trung tâm xã' }, plan);
    // Nothing is told of a draft.
    expect((await secretary.do(givenQuotas, { nodeId: upper.id, year: YEAR })).items).toEqual([]);
    expect(commune.id).toBe(plan.nodeId);
  });

  it('once approved gets its number and changes by amendments with a reason', async () => {
    const { officer, secretary, upper } = c;
    const approval = { planId: plan.id, meeting: 'Hội nghị Ban Chấp hành tháng 5' };
    expect(await officer.refused(approveTrainingPlan, { ...approval, approvedOn: '2027-05-11' }, plan)).toBe('training/in-the-future');
    plan = await officer.do(approveTrainingPlan, { ...approval, approvedOn: '2027-05-09' }, plan);
    for (let i = 0; i < 100 && plan.approval?.numberAwaited !== false; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      plan = await officer.do(getTrainingPlan, { planId: plan.id });
    }
    expect(plan).toMatchObject({ state: 'APPROVED', approval: { number: 'Số 05-KH/ĐU' }, may: ['amend', 'close'] });
    expect((await secretary.do(givenQuotas, { nodeId: upper.id, year: YEAR })).items).toMatchObject([{ places: 12, place: 'Trung tâm xã' }]);
    const second = { planId: plan.id, plannedId: plan.lines[1]?.id ?? '' };
    expect(await officer.refused(cancelPlannedCourse, second, plan)).toBe('training/reason-missing');
    plan = await officer.do(cancelPlannedCourse, { ...second, reason: 'Gộp vào lớp tháng 3' }, plan);
    expect(plan).toMatchObject({
      courses: 1,
      lines: [{ state: 'PLANNED' }, { state: 'CANCELLED' }],
      amendments: [{ number: 1, type: 'CANCEL', reason: 'Gộp vào lớp tháng 3' }],
    });
    expect(await officer.refused(cancelPlannedCourse, { ...second, reason: 'Lần nữa' }, plan)).toBe('request/not-found');
    plan = await officer.do(closeTrainingPlan, { planId: plan.id }, plan);
    expect(await officer.refused(closeTrainingPlan, { planId: plan.id }, plan)).toBe('training/plan-not-in-state');
    const first = { planId: plan.id, plannedId: plan.lines[0]?.id ?? '', reason: 'Muộn rồi' };
    expect(await officer.refused(cancelPlannedCourse, first, plan)).toBe('training/plan-not-in-state');
  });
});
