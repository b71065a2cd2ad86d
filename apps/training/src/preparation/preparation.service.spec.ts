import { auditOfTraining, readersInTraining } from '@vungmanh/contracts/audit';
import {
  approvePreparation,
  exportPreparations,
  getPreparation,
  listPreparations,
  proposePreparation,
  renewPreparation,
  takeOutPreparation,
} from '@vungmanh/contracts/training/preparation';
import type { SentOf } from '@vungmanh/contracts/operation';
import { Files } from '@vungmanh/platform/files';
import { buffer } from 'node:stream/consumers';
import { PastProvince } from '../../test/past-province.js';

let p: PastProvince;
beforeAll(async () => {
  p = await PastProvince.start({ cells: 2, people: 6 });
});
afterAll(() => p.world.stop());

const proposal = (i: number, more: Partial<SentOf<typeof proposePreparation>> = {}): SentOf<typeof proposePreparation> => ({
  nodeId: p.commune.id,
  personId: p.at(i).id,
  post: 'SECRETARY',
  term: '2025-2030',
  from: '2026-12-01',
  to: '2030-06-30',
  proposedBy: 'Ban Thường vụ Đảng ủy (mô phỏng)',
  ...more,
});
const decided = { decision: '12-QĐ/ĐU', decidedOn: '2026-12-10' };

describe('people who are being prepared', () => {
  it('come in by a proposal, are approved, go on longer and go, each by a decision', async () => {
    const { officer } = p;
    const proposed = await officer.do(proposePreparation, proposal(0));
    expect(proposed).toMatchObject({ state: 'PROPOSED', version: 1 });
    const about = { preparationId: proposed.id };
    expect(await officer.refused(proposePreparation, proposal(0))).toBe('training/preparation-exists');
    expect(await officer.refused(renewPreparation, { ...about, ...decided, to: '2031-01-01' }, proposed)).toBe('training/preparation-not-in-state');
    expect(await officer.refused(approvePreparation, { ...about, ...decided, decidedOn: '2026-12-15' }, proposed)).toBe('training/in-the-future');
    expect(await officer.refused(approvePreparation, { ...about, ...decided, decision: 'Quyết định TỐI MẬT 5' }, proposed)).toBe(
      'training/preparation-secret',
    );
    const approved = await officer.do(approvePreparation, { ...about, ...decided }, proposed);
    expect(approved).toMatchObject({ state: 'APPROVED', version: 2 });
    expect(await officer.refused(approvePreparation, { ...about, ...decided }, proposed)).toBe('request/stale');
    expect(await officer.refused(renewPreparation, { ...about, ...decided, to: '2030-06-30' }, approved)).toBe('training/preparation-period');
    const renewed = await officer.do(renewPreparation, { ...about, ...decided, to: '2031-06-30' }, approved);
    const found = await officer.do(getPreparation, about);
    expect(found).toMatchObject({ personName: p.at(0).name, bodyName: p.commune.name, cellName: p.cellAt(0).name, to: '2031-06-30', expired: false });
    expect(found.checks.map((check) => [check.aspect, check.verdict])).toEqual([
      ['MEMBERSHIP', 'MET'],
      ['AGE', 'NO_RULE'],
      ['PARTY_AGE', 'NO_RULE'],
      ['THEORY', 'NO_RULE'],
      ['DUTY_COURSE', expect.any(String)],
    ]);
    await officer.do(takeOutPreparation, { ...about, because: 'Chuyển công tác (mô phỏng)', decidedOn: '2026-12-12' }, renewed);
    expect((await officer.do(getPreparation, about)).steps.map((step) => [step.act, step.decision, step.because])).toEqual([
      ['PROPOSED', undefined, undefined],
      ['APPROVED', '12-QĐ/ĐU', undefined],
      ['RENEWED', '12-QĐ/ĐU', undefined],
      ['TAKEN_OUT', undefined, 'Chuyển công tác (mô phỏng)'],
    ]);
    // Whoever went may come again.
    expect(await officer.do(proposePreparation, proposal(0))).toMatchObject({ state: 'PROPOSED' });
  });

  it('are members at or below the organization, which has a body', async () => {
    expect(await p.officer.refused(proposePreparation, proposal(0, { personId: p.stranger.id }))).toBe('training/person-outside');
    expect(await p.officer.refused(proposePreparation, proposal(0, { nodeId: p.beside.id }))).toBe('request/not-found');
    expect(await p.officer.refused(proposePreparation, proposal(1, { to: '2026-12-01' }))).toBe('training/preparation-period');
    expect(await p.officer.refused(proposePreparation, proposal(1, { nodeId: p.cellAt(1).id }))).toBe('training/preparation-no-body');
  });

  it('are listed by given name, page by page, and of nobody else', async () => {
    for (const i of [4, 1, 3]) await p.officer.do(proposePreparation, proposal(i, { post: 'MEMBER' }));
    const first = await p.officer.do(listPreparations, { nodeId: p.commune.id, post: 'MEMBER', limit: 2 });
    const rest = await p.officer.do(listPreparations, {
      nodeId: p.commune.id,
      post: 'MEMBER',
      limit: 2,
      ...(first.next ? { cursor: first.next } : {}),
    });
    expect([...first.items, ...rest.items].map((one) => one.personName)).toEqual([1, 3, 4].map((i) => p.at(i).name));
    expect((await p.officer.do(listPreparations, { nodeId: p.commune.id, state: 'TAKEN_OUT' })).items).toHaveLength(1);
  });

  it('are seen by the mandate alone, not by their cell and not by themselves, nor through the audit', async () => {
    const [found] = (await p.officer.do(listPreparations, { nodeId: p.commune.id })).items;
    const about = { preparationId: found?.id ?? '' };
    expect(await p.inCell.refused(listPreparations, { nodeId: p.cellAt(0).id })).toBe('request/forbidden');
    expect(await p.inCell.refused(getPreparation, about)).toBe('request/forbidden');
    const themselves = p.world.person('themselves', p.at(0).id);
    expect(await themselves.refused(getPreparation, about)).toBe('request/forbidden');
    expect((await themselves.do(readersInTraining, {})).items.filter((row) => row.act.includes('quy hoạch'))).toEqual([]);
    const { items } = await p.provincial.do(auditOfTraining, { nodeId: p.root.id, limit: 200 });
    const rows = items.filter((row) => row.operation.startsWith('training.preparation.'));
    expect(rows.map((row) => row.operation)).toEqual(
      expect.arrayContaining([listPreparations.subject, getPreparation.subject, proposePreparation.subject]),
    );
    expect(rows.flatMap((row) => row.persons)).toEqual([]);
  });

  it('go out as a workbook on a fresh second factor only', async () => {
    expect(await p.officer.withSecond().refused(exportPreparations, { nodeId: p.commune.id })).toBe('request/step-up');
    const { fileId } = await p.officer.do(exportPreparations, { nodeId: p.commune.id });
    const bytes = await p.world.service.app.get(Files).read(fileId);
    if (!bytes) throw new Error('no workbook');
    expect((await buffer(bytes)).subarray(0, 2).toString()).toBe('PK');
  });
});
