import { createAccount } from '@vungmanh/contracts/identity/account';
import { acceptAppeal, listAppeals, settleAppeal, submitAppeal, takeUpAppeal } from '@vungmanh/contracts/inspection/appeal';
import { getDenunciation, registerDenunciation } from '@vungmanh/contracts/inspection/denunciation';
import { acceptDenunciation, shareDenunciation } from '@vungmanh/contracts/inspection/denunciation-act';
import { getDiscipline, myDisciplines, openDiscipline, type DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import {
  decideDiscipline,
  decideProposal,
  deliverDiscipline,
  explainDiscipline,
  hearSubject,
  listProposals,
  proposeDiscipline,
  recordDisciplineVote,
  signDiscipline,
  takeUpProposal,
} from '@vungmanh/contracts/inspection/discipline-act';
import type { DisciplineForm } from '@vungmanh/contracts/inspection/kind';
import { askOpening, confirmOpening, readDenunciant } from '@vungmanh/contracts/inspection/vault';
import { getMember } from '@vungmanh/contracts/membership/member';
import type { Operation, SentOf } from '@vungmanh/contracts/operation';
import { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const VIOLATION = 'Buông lỏng quản lý quỹ bản (mô phỏng)';
const story = { REPRIMAND: 8, WARNING: 7, DISMISSAL: 3, EXPULSION: 2 };
const DENUNCIANT = { name: 'Người tố cáo mô phỏng 209', contact: 'Ở đâu đó' };

/** domain.md §11.3, story 8: discipline by a cell of twenty, its appeal, its proposal above, and a denunciation whose author nobody learns. */
describe('discipline in a commune', () => {
  let village: Village;
  let staff: Staff;
  let commission: Person;
  let deputy: Person;

  const member = (place: number): string => village.members[place]?.id ?? '';
  const officerAt = async (name: string, personId: string): Promise<Person> => {
    const officer = await Person.signedIn('canbo.tinh');
    const account = { username: `${name}.209`, password: 'Vungmanh@2026', displayName: 'Ủy ban kiểm tra xã (mô phỏng)', personId };
    await officer.doOnceKnown(createAccount, { ...account, roleCode: 'INSPECTION_COMMISSION', nodeId: village.commune.id, below: true });
    const person = await Person.signedIn(account.username);
    await person.doOnceKnown(listProposals, { nodeId: village.commune.id });
    return person;
  };

  beforeAll(async () => {
    await moveTo('2026-12-10T02:00:00Z');
    village = await foundVillage({ number: '209', official: 20, probationary: 0, termFrom: '2025-08-01' });
    staff = await staffOf(village);
    const others = village.members.filter(({ id }) => ![village.secretary.id, village.minuteTaker.id, village.plain?.id].includes(id));
    commission = await officerAt('ubkt', others[0]?.id ?? '');
    deputy = await officerAt('ubkt2', others[1]?.id ?? '');
  });

  const subject = (): string => village.plain?.id ?? '';
  const violation = (over: Partial<SentOf<typeof openDiscipline>> = {}): SentOf<typeof openDiscipline> => ({
    nodeId: village.cell.id,
    actor: 'CELL',
    personId: subject(),
    gravity: 'WARNING',
    violation: VIOLATION,
    committedOn: '2026-10-05',
    foundOn: '2026-11-01',
    ...over,
  });
  const ballot = (votes: Partial<Record<DisciplineForm, number>>) => {
    const cast = Object.values(votes).reduce((sum, n) => sum + n, 0);
    const about = {
      on: '2026-12-08',
      startedAt: '19:30',
      venue: 'Nhà văn hóa bản',
      chairId: village.secretary.id,
      counterIds: [member(8), member(9)],
    };
    return { ...about, present: cast, issued: cast, returned: cast, invalid: 0, none: 0, votes };
  };
  const heard = (opened: DisciplineStanding, by: Person = staff.secretary) =>
    by.do(
      hearSubject,
      { disciplineId: opened.id, how: 'MET', on: '2026-12-02', byPersonId: village.minuteTaker.id, text: 'Đã nghe trình bày' },
      opened,
    );
  const read = (disciplineId: string, by: Person = staff.secretary) => by.do(getDiscipline, { disciplineId });
  /** The problem as it is read: which, and what it says to do. */
  const told = async <O extends Operation>(by: Person, contract: O, input: SentOf<O>, about: { version?: number } = {}) => {
    const { ok, body } = await by.send(contract, input, about);
    if (ok) throw new Error(`${contract.subject} was expected to be refused and was not`);
    return [String(body.code), `${String(body.title)} ${String(body.detail ?? '')}`];
  };

  it('a cell hears, votes and decides by the cumulative rule; the member explains, receives the decision and appeals', async () => {
    const opened = await staff.secretary.doOnceKnown(openDiscipline, violation());
    const disciplineId = opened.id;
    // Nobody but the people on its list: the commune neither.
    for (const by of [commission, staff.minuteTaker]) expect(await by.refused(getDiscipline, { disciplineId })).toBe('request/not-found');
    expect(await staff.officer.refused(getDiscipline, { disciplineId })).toBe('request/forbidden');
    expect(await told(staff.secretary, recordDisciplineVote, { disciplineId, ...ballot(story) }, opened)).toEqual([
      'inspection/discipline-not-in-state',
      expect.stringMatching(/tải lại/i),
    ]);
    const explained = await staff.member.do(explainDiscipline, { disciplineId, text: 'Tôi xin giải trình (mô phỏng)' }, opened);
    const voted = await staff.secretary.do(recordDisciplineVote, { disciplineId, ...ballot(story) }, await heard(explained));
    expect((await read(disciplineId)).vote).toMatchObject({ voters: 20, adopted: 'WARNING', sums: 'khai trừ 2; +3 = 5; +7 = 12 > 10' });
    await staff.secretary.do(decideDiscipline, { disciplineId, on: '2026-12-08' }, voted);
    const inForce = await read(disciplineId);
    expect(inForce).toMatchObject({ state: 'IN_EFFECT', decision: { from: 'ANNOUNCEMENT', writtenBy: '2026-12-18' }, overdue: false });
    await eventually(
      () => staff.officer.do(getMember, { personId: subject() }),
      (m) => m.disciplines.some((d) => d.form === 'WARNING' && d.from === '2026-12-08'),
    );

    await moveTo('2026-12-21T02:00:00Z');
    expect(await read(disciplineId)).toMatchObject({ overdue: true });
    expect((await staff.secretary.do(myDisciplines, {})).items).toMatchObject([{ id: disciplineId, overdue: true }]);
    await staff.secretary.do(signDiscipline, { disciplineId, on: '2026-12-20', signerId: village.secretary.id }, inForce);
    const signed = await eventually(
      () => read(disciplineId),
      (one) => one.decision?.number !== undefined && one.vote?.number !== undefined,
    );
    await staff.secretary.do(deliverDiscipline, { disciplineId, on: '2026-12-21', how: 'RECEIVED' }, signed);

    const mine = await read(disciplineId, staff.member);
    expect(mine).toMatchObject({ parts: ['SUBJECT'], people: [], appeal: { until: '2027-01-20', open: true } });
    await staff.member.do(submitAppeal, { disciplineId, on: '2026-12-21', text: 'Tôi không đồng ý (mô phỏng)' }, mine);
    const there = { nodeId: village.commune.id };
    expect((await commission.do(listAppeals, there)).items).toMatchObject([{ disciplineId, fromNodeName: village.cell.name, overdue: false }]);
    await commission.do(takeUpAppeal, { ...there, disciplineId });
    await commission.do(acceptAppeal, { disciplineId, on: '2026-12-21' }, await read(disciplineId, commission));
    const settlement = { disciplineId, on: '2026-12-21', outcome: 'CHANGED' as const, form: 'REPRIMAND' as const, reason: 'Có tình tiết giảm nhẹ' };
    expect(await told(staff.secretary, settleAppeal, settlement, await read(disciplineId))).toEqual([
      'inspection/not-your-part',
      expect.stringContaining('dành cho'),
    ]);
    await commission.do(settleAppeal, settlement, await read(disciplineId, commission));
    await eventually(
      () => staff.officer.do(getMember, { personId: subject() }),
      (m) => m.disciplines.some((d) => d.form === 'REPRIMAND'),
    );
  });

  it('what has lapsed is not disciplined, and what is beyond the cell is proposed to the commission, which decides', async () => {
    expect(await told(staff.secretary, openDiscipline, violation({ gravity: 'REPRIMAND', committedOn: '2021-10-01' }))).toEqual([
      'inspection/limitation-ended',
      expect.stringContaining('Thời hiệu xử lý kỷ luật là 5 năm'),
    ]);
    const opened = await staff.secretary.do(openDiscipline, violation({ personId: member(12), gravity: 'EXPULSION', committedOn: '2026-10-06' }));
    const disciplineId = opened.id;
    const voted = await staff.secretary.do(recordDisciplineVote, { disciplineId, ...ballot({ EXPULSION: 14, WARNING: 6 }) }, await heard(opened));
    expect(await told(staff.secretary, decideDiscipline, { disciplineId, on: '2026-12-08' }, voted)).toEqual([
      'inspection/propose-instead',
      expect.stringContaining('cấp có thẩm quyền'),
    ]);
    const to = { toNodeId: village.commune.id, toActor: 'INSPECTION_COMMISSION' as const };
    await staff.secretary.do(proposeDiscipline, { disciplineId, on: '2026-12-09', ...to }, voted);
    await commission.do(takeUpProposal, { nodeId: village.commune.id, disciplineId });
    const taken = await read(disciplineId, commission);
    const decided = await commission.do(decideProposal, { disciplineId, on: '2026-12-10', form: 'EXPULSION' }, taken);
    const signature = { disciplineId, on: '2026-12-11', signerId: member(10) };
    await commission.do(signDiscipline, signature, decided);
    await eventually(
      () => staff.officer.do(getMember, { personId: member(12) }),
      (m) => m.status === 'EXPELLED',
    );
  });

  it('who denounces is learnt by two people together, and by nobody in any other way', async () => {
    const letter = { nodeId: village.commune.id, actor: 'INSPECTION_COMMISSION' as const, personId: member(14), receivedOn: '2026-12-10' };
    const one = await commission.do(registerDenunciation, { ...letter, way: 'LETTER', items: ['Thu quỹ không phiếu thu'], denunciant: DENUNCIANT });
    const denunciationId = one.id;
    expect(await staff.secretary.refused(getDenunciation, { denunciationId })).toBe('request/not-found');
    const accepted = await commission.do(acceptDenunciation, { denunciationId, on: '2026-12-10', dueOn: '2027-02-10', note: 'Có ký tên' }, one);
    expect(await told(commission, readDenunciant, { denunciationId })).toEqual([
      'inspection/second-person-missing',
      expect.stringContaining('chờ người thứ hai'),
    ]);
    const { items } = await commission.do(listProposals, { nodeId: village.commune.id });
    expect(items).toEqual([]);
    const second = (await deputy.do(myDisciplines, {})).items;
    expect(second).toEqual([]);
    const people = village.members.filter(({ id }) => ![village.secretary.id, village.minuteTaker.id, village.plain?.id].includes(id));
    const share = { denunciationId, personId: people[1]?.id ?? '', part: 'VAULT_KEEPER' as const, on: true };
    const shared = await commission.do(shareDenunciation, share, accepted);
    const asked = await commission.do(askOpening, { denunciationId, reason: 'Cần làm rõ ngày thu' }, shared);
    const openingId = (await deputy.do(getDenunciation, { denunciationId })).opening?.id ?? '';
    expect((await told(commission, confirmOpening, { denunciationId, openingId }, asked))[0]).toBe('inspection/same-person');
    await deputy.do(confirmOpening, { denunciationId, openingId }, asked);
    expect(await deputy.do(readDenunciant, { denunciationId })).toEqual(DENUNCIANT);
    for (const by of [commission, deputy]) expect(JSON.stringify(await by.do(getDenunciation, { denunciationId }))).not.toContain(DENUNCIANT.name);
  });
});
