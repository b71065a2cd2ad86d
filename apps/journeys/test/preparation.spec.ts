import { readersInTraining } from '@vungmanh/contracts/audit';
import {
  approvePreparation,
  exportPreparations,
  getPreparation,
  listPreparations,
  proposePreparation,
  renewPreparation,
  takeOutPreparation,
} from '@vungmanh/contracts/training/preparation';
import { staffOf, type Staff } from '../src/staff.js';
import { moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

/** Seed 001: "quy hoạch, lựa chọn đội ngũ bí thư chi bộ". */
describe('preparing people for posts', () => {
  let village: Village;
  let staff: Staff;

  beforeAll(async () => {
    await moveTo('2026-12-10T02:00:00Z');
    village = await foundVillage({ number: '671', official: 4, probationary: 1, termFrom: '2025-08-01' });
    staff = await staffOf(village);
  });

  it('goes from a proposal to a decision, shows what is lacking by which rule, and ends with a reason', async () => {
    const { officer, secretary, member } = staff;
    const personId = village.plain?.id ?? '';
    const input = {
      nodeId: village.cell.id,
      personId,
      post: 'SECRETARY' as const,
      term: '2025-2030',
      from: '2026-12-01',
      to: '2028-06-30',
      proposedBy: 'Chi ủy (mô phỏng)',
    };
    const proposed = await officer.doOnceKnown(proposePreparation, input);
    const about = { preparationId: proposed.id };
    const decided = { decision: '31-QĐ/ĐU', decidedOn: '2026-12-09' };
    const approved = await officer.do(approvePreparation, { ...about, ...decided }, proposed);
    const renewed = await officer.do(renewPreparation, { ...about, ...decided, to: '2030-06-30' }, approved);
    const [found] = (await officer.do(listPreparations, { nodeId: village.commune.id })).items;
    expect(found).toMatchObject({ id: proposed.id, state: 'APPROVED', to: '2030-06-30', cellName: village.cell.name });
    expect(found?.checks.map((check) => [check.aspect, check.verdict])).toEqual([
      ['MEMBERSHIP', 'MET'],
      ['AGE', 'NO_RULE'],
      ['PARTY_AGE', 'NO_RULE'],
      ['THEORY', 'NO_RULE'],
      ['DUTY_COURSE', 'LACKING'],
    ]);
    // Born on 15 May 1975.
    expect(found?.checks.find((check) => check.aspect === 'AGE')?.has).toContain('51 tuổi');
    expect(found?.checks.find((check) => check.aspect === 'DUTY_COURSE')?.source).toBeDefined();
    const { bytes } = await officer.download(exportPreparations, { nodeId: village.commune.id });
    expect(bytes.subarray(0, 2).toString()).toBe('PK');

    expect(await secretary.refused(listPreparations, { nodeId: village.cell.id })).toBe('request/forbidden');
    expect(await member.refused(getPreparation, about)).toBe('request/forbidden');
    expect((await member.do(readersInTraining, { limit: 50 })).items.filter((row) => row.act.includes('quy hoạch'))).toEqual([]);

    await officer.do(takeOutPreparation, { ...about, because: 'Xin rút (mô phỏng)', decidedOn: '2026-12-10' }, renewed);
    expect((await officer.do(getPreparation, about)).steps.map((step) => step.act)).toEqual(['PROPOSED', 'APPROVED', 'RENEWED', 'TAKEN_OUT']);
  });
});
