import { establishNode } from '@vungmanh/contracts/organization/node';
import { listMembers } from '@vungmanh/contracts/membership/member';
import {
  amendStudyCampaign,
  cascadeStudyCampaign,
  catchUpStudyCampaign,
  closeStudyCampaign,
  exportStudy,
  getStudyCampaign,
  listStudyCampaigns,
  openStudyCampaign,
  type StudyCampaign,
  studyCounts,
} from '@vungmanh/contracts/training/study-campaign';
import {
  downloadOwnProgram,
  finishStudy,
  getStudyLevel,
  holdStudySession,
  implementStudy,
  issueOwnProgram,
  listStudyLevels,
  owedStudies,
  reviewStudy,
  type StudyLevelLine,
} from '@vungmanh/contracts/training/study-level';
import { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const days = { studyBy: '2026-12-10', programBy: '2026-12-20', reviewBy: '2027-11-30' };
const paper = {
  kind: 'RESOLUTION' as const,
  number: '57-NQ/TW',
  issuedOn: '2026-11-15',
  issuer: 'Bộ Chính trị',
  subject: 'về một nhiệm vụ (mô phỏng)',
};
const order = { paper, deadlines: (['SUPERIOR', 'GRASSROOTS', 'CELL'] as const).map((tier) => ({ tier, ...days })) };
const session = {
  heldOn: '2026-12-08',
  audience: 'MEMBERS' as const,
  content: 'Học tập toàn văn (mô phỏng)',
  expected: 6,
  attended: 5,
  essays: 4,
};

/** The third story of training: a resolution goes down from the province to the cells, and one level is late. */
describe('a resolution goes down from the province to the cells', () => {
  const provinceId = process.env['TEST_PROVINCE_ID'] ?? '';
  let officer: Person;
  let quick: { village: Village; staff: Staff };
  let slow: { village: Village; staff: Staff };
  let campaignId: string;

  const founded = async (number: string) => {
    const village = await foundVillage({ number, official: 6, probationary: 0, termFrom: '2025-08-01' });
    return { village, staff: await staffOf(village) };
  };
  const seen = (): Promise<StudyCampaign> => officer.do(getStudyCampaign, { campaignId, nodeId: provinceId });
  const levelOf = async (nodeId: string): Promise<StudyLevelLine> => {
    const { items } = await officer.do(listStudyLevels, { campaignId, nodeId, limit: 200 });
    const level = items.find((one) => one.nodeId === nodeId);
    if (!level) throw new Error('It takes no part');
    return level;
  };
  const studied = async (by: Person, nodeId: string): Promise<StudyLevelLine> => {
    const { id: levelId, version } = await levelOf(nodeId);
    const held = await by.do(holdStudySession, { levelId, ...session }, { version });
    return by.do(finishStudy, { levelId }, held);
  };

  beforeAll(async () => {
    await moveTo('2026-12-07T02:00:00Z');
    officer = await Person.signedIn('canbo.tinh');
    quick = await founded('521');
    slow = await founded('522');
    for (const { village } of [quick, slow]) await officer.doOnceKnown(listStudyCampaigns, { nodeId: village.cell.id });
  });

  it('is drawn up at the province, and reaches every level in one act', async () => {
    const draft = await officer.do(openStudyCampaign, { nodeId: provinceId, ...order });
    campaignId = draft.id;
    const asked = { campaignId, nodeId: slow.village.cell.id };
    expect(await slow.staff.secretary.refused(getStudyCampaign, asked)).toBe('request/not-found');
    expect(await quick.staff.officer.refused(cascadeStudyCampaign, { campaignId }, draft)).toBe('request/not-found');
    expect(await slow.staff.secretary.refused(cascadeStudyCampaign, { campaignId }, draft)).toBe('request/forbidden');
    await officer.do(cascadeStudyCampaign, { campaignId }, draft);
    for (const { village, staff } of [quick, slow]) {
      const { items } = await staff.secretary.do(owedStudies, {});
      expect(items).toMatchObject([{ nodeId: village.cell.id, state: 'RECEIVED', dueOn: '2026-12-10', late: false, paper: { number: '57-NQ/TW' } }]);
      expect((await staff.officer.do(owedStudies, {})).items.map((o) => o.nodeId)).toEqual([village.commune.id]);
      expect(await levelOf(village.commune.id)).toMatchObject({ tier: 'GRASSROOTS', state: 'RECEIVED' });
    }
    expect(await levelOf(provinceId)).toMatchObject({ state: 'RECEIVED' });
  });

  it('is studied, with counts alone, and taken up by a program of one’s own', async () => {
    await moveTo('2026-12-09T02:00:00Z');
    for (const { village, staff } of [quick, slow]) await studied(staff.officer, village.commune.id);
    const { cell } = quick.village;
    const { secretary } = quick.staff;
    const levelId = (await levelOf(cell.id)).id;
    const studiedBy = await studied(secretary, cell.id);
    const fileId = await secretary.upload(Buffer.from('%PDF-1.7\n% chương trình (mô phỏng)\n%%EOF\n'));
    const file = { fileId, name: 'Kế hoạch của chi bộ (mô phỏng).pdf', classification: 'ORDINARY' as const };
    const program = { levelId, number: '03-KH/CB', issuedOn: '2026-12-09' };
    expect(await secretary.refused(issueOwnProgram, { ...program, file: { ...file, classification: 'SECRET' } }, studiedBy)).toBe(
      'training/secret-document',
    );
    const issued = await secretary.do(issueOwnProgram, { ...program, file }, studiedBy);
    expect(issued).toMatchObject({ state: 'OWN_PROGRAM_ISSUED', dueOn: '2027-11-30', attended: 5, essays: 4 });
    const { disposition } = await quick.staff.officer.download(downloadOwnProgram, { levelId });
    expect(disposition).toContain('.pdf');
    await secretary.do(implementStudy, { levelId }, issued);
    expect(await slow.staff.officer.refused(getStudyLevel, { levelId })).toBe('request/not-found');
    expect(await quick.staff.member.refused(getStudyLevel, { levelId })).toBe('request/forbidden');
  });

  it('shows above who is late, by state, and shows it to nobody beside', async () => {
    await moveTo('2026-12-12T02:00:00Z');
    const { commune, cell } = slow.village;
    const below = await officer.do(listStudyLevels, { campaignId, nodeId: commune.id, late: 'true' });
    expect(below.items).toMatchObject([{ nodeId: cell.id, state: 'RECEIVED', late: true }]);
    const { items } = await officer.do(studyCounts, { campaignId, nodeId: provinceId });
    const lateOf = (nodeId: string): number => items.find((row) => row.nodeId === nodeId)?.figures.reduce((sum, f) => sum + f.late, 0) ?? -1;
    expect([lateOf(quick.village.commune.id), lateOf(commune.id)]).toEqual([0, 1]);
    expect((await slow.staff.secretary.do(owedStudies, {})).items).toMatchObject([{ late: true, dueOn: '2026-12-10' }]);
    expect(await quick.staff.officer.refused(studyCounts, { campaignId, nodeId: commune.id })).toBe('request/not-found');
    expect(await quick.staff.secretary.refused(listStudyLevels, { campaignId, nodeId: commune.id })).toBe('request/not-found');
    const { bytes, disposition } = await officer.download(exportStudy, { campaignId, nodeId: commune.id });
    expect(disposition).toContain('.xlsx');
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('follows the tree, and moves deadlines for a reason', async () => {
    const { commune } = slow.village;
    const about = { parentId: commune.id, typeCode: 'CELL', code: '99.522.009', name: 'Chi bộ bản Mới Mô Phỏng 522', establishedOn: '2026-12-12' };
    const fresh = await officer.do(establishNode, { ...about, sector: 'VILLAGE_RESIDENTIAL' });
    await officer.doOnceKnown(listMembers, { nodeId: fresh.id });
    await officer.doOnceKnown(listStudyCampaigns, { nodeId: fresh.id });
    await officer.do(catchUpStudyCampaign, { campaignId }, await seen());
    // Called five days after the others: due five days after them.
    expect(await levelOf(fresh.id)).toMatchObject({ state: 'RECEIVED', dueOn: '2026-12-15', late: false });
    const later = { ...order, deadlines: order.deadlines.map((d) => ({ ...d, studyBy: '2026-12-18' })) };
    const because = 'Mưa lũ ở một số xã (mô phỏng)';
    await officer.do(amendStudyCampaign, { campaignId, ...later, because }, await seen());
    expect(await levelOf(slow.village.cell.id)).toMatchObject({ dueOn: '2026-12-18', late: false });
    expect((await slow.staff.secretary.do(getStudyCampaign, { campaignId, nodeId: slow.village.cell.id })).amendments).toMatchObject([{ because }]);
  });

  it('is looked back on, and closed', async () => {
    const { id: levelId, version } = await levelOf(quick.village.cell.id);
    const review = { levelId, reviewedOn: '2026-12-12', review: 'Đã làm đủ các việc của kế hoạch (mô phỏng)' };
    await quick.staff.secretary.do(reviewStudy, review, { version });
    const close = { campaignId, conclusion: 'Các cấp học tập nghiêm túc (mô phỏng)' };
    expect(await officer.refused(closeStudyCampaign, close, await seen())).toBe('training/study-levels-open');
    await officer.do(closeStudyCampaign, { ...close, because: 'Kết thúc mô phỏng' }, await seen());
    const owed = await eventually(
      () => slow.staff.secretary.do(owedStudies, {}),
      ({ items }) => items.length === 0,
    );
    expect(owed.items).toEqual([]);
    const late = await levelOf(slow.village.cell.id);
    expect(late).toMatchObject({ state: 'RECEIVED', late: false });
    expect(await slow.staff.secretary.refused(holdStudySession, { levelId: late.id, ...session }, late)).toBe('training/study-not-in-state');
  });
});
