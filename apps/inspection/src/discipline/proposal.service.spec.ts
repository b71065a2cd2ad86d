import {
  decideProposal,
  dismissDiscipline,
  extendSuspension,
  liftSuspension,
  listProposals,
  proposeDiscipline,
  shareDiscipline,
  signDiscipline,
  suspendMember,
  takeUpProposal,
} from '@vungmanh/contracts/inspection/discipline-act';
import type { DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import { addDays } from '@vungmanh/regulations/calendar';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { Disciplining, TODAY } from '../../test/disciplining.js';

let d: Disciplining;
beforeAll(async () => {
  d = await Disciplining.start();
}, 60_000);
afterAll(() => d?.world.stop());

/** The cell has voted to expel, and has put it forward to the commission of the commune. */
async function proposed(): Promise<DisciplineStanding> {
  const voted = await d.voted({ EXPULSION: 14, WARNING: 6 });
  const to = { disciplineId: voted.id, on: '2026-11-21', toNodeId: d.commune.id, toActor: 'INSPECTION_COMMISSION' as const };
  return d.secretary.do(proposeDiscipline, to, voted);
}

async function takenUp(): Promise<DisciplineStanding> {
  const { id } = await proposed();
  await d.commission.do(takeUpProposal, { nodeId: d.commune.id, disciplineId: id });
  return d.read(id, d.commission);
}

describe('a proposal', () => {
  it('waits above without a name, until somebody who holds the right there takes it up', async () => {
    const { id, state } = await proposed();
    expect(state).toBe('PROPOSED');
    await expect(d.read(id, d.commission)).rejects.toMatchObject({ code: 'request/not-found' });
    const { items } = await d.commission.do(listProposals, { nodeId: d.commune.id });
    expect(items.find((one) => one.disciplineId === id)).toEqual({
      disciplineId: id,
      fromNodeName: d.cell.name,
      actor: 'CELL',
      form: 'EXPULSION',
      on: '2026-11-21',
    });
    // Whoever holds the right further above sees nothing of it, nor does who holds it beside.
    const province = d.world.person('province', d.stranger.id);
    expect((await province.do(listProposals, { nodeId: d.commune.id })).items).toEqual([]);
    expect(await province.refused(takeUpProposal, { nodeId: d.commune.id, disciplineId: id })).toBe('request/not-found');
    expect(await d.secretary.refused(takeUpProposal, { nodeId: d.commune.id, disciplineId: id })).toBe('request/not-found');
    const accused = d.world.person('accused', d.idOf(4));
    expect(await accused.refused(takeUpProposal, { nodeId: d.commune.id, disciplineId: id })).toBe('inspection/own-case');
    await d.commission.do(takeUpProposal, { nodeId: d.commune.id, disciplineId: id });
    await d.commission.do(takeUpProposal, { nodeId: d.commune.id, disciplineId: id });
    expect((await d.read(id)).people.filter((one) => one.part === 'DECIDER')).toHaveLength(1);
    expect(await d.read(id, d.commission)).toMatchObject({ parts: ['DECIDER'], may: ['decide-proposal', 'dismiss-proposal'] });
  });

  it('is decided there, and counts from the signature', async () => {
    const taken = await takenUp();
    const decision = { disciplineId: taken.id, on: '2026-11-22', form: 'EXPULSION' as const };
    expect(await d.secretary.refused(decideProposal, decision, taken)).toBe('inspection/not-your-part');
    expect(await d.commission.refused(decideProposal, { ...decision, form: 'DISBANDMENT' }, taken)).toBe('inspection/form-unfit');
    expect(await d.commission.refused(decideProposal, { ...decision, on: '2026-11-20' }, taken)).toBe('inspection/in-the-future');
    const decided = await d.commission.do(decideProposal, decision, taken);
    expect(decided.state).toBe('DECIDED');
    expect(await d.told('inspection.discipline.in-effect.v1', taken.id)).toEqual([]);
    const signature = { disciplineId: taken.id, on: TODAY, signerId: d.officer.id };
    const signed = await d.commission.do(signDiscipline, signature, decided);
    expect(await d.told('inspection.discipline.in-effect.v1', taken.id)).toEqual([
      {
        id: taken.id,
        version: signed.version,
        personId: d.idOf(4),
        nodeId: d.cell.id,
        form: 'EXPULSION',
        from: TODAY,
        decisionId: expect.any(String),
      },
    ]);
    expect(await d.read(taken.id)).toMatchObject({
      state: 'IN_EFFECT',
      decision: { by: d.commune.name, from: 'SIGNATURE', effectiveOn: TODAY },
      appeal: { to: 'Ủy ban kiểm tra Đảng ủy tỉnh' },
    });
  });

  it('may end there without discipline, by who decides and not by who proposes', async () => {
    const taken = await takenUp();
    const reason = { disciplineId: taken.id, reason: 'Chưa đủ căn cứ' };
    expect(await d.secretary.refused(dismissDiscipline, reason, taken)).toBe('inspection/not-your-part');
    expect(await d.commission.do(dismissDiscipline, reason, taken)).toMatchObject({ state: 'DISMISSED' });
  });
});

describe('a suspension of activities', () => {
  const term = ruleAt('suspension.days', TODAY)?.value ?? Number.NaN;
  const extension = ruleAt('suspension.extension_days', TODAY)?.value ?? Number.NaN;
  const FROM = '2026-11-20';
  const until = addDays(FROM, term - 1);

  it('lasts as long as the rule has it, is extended once, and takes the member out of the count of votes', async () => {
    const opened = await d.open();
    expect(await d.secretary.refused(suspendMember, { disciplineId: opened.id, from: addDays(TODAY, 1) }, opened)).toBe('inspection/in-the-future');
    const suspended = await d.secretary.do(suspendMember, { disciplineId: opened.id, from: FROM }, opened);
    const shown = await d.read(opened.id);
    expect(shown).toMatchObject({ votersToday: 19, suspensions: [{ from: FROM, until, extended: false, extensibleTo: addDays(until, extension) }] });
    const id = shown.suspensions[0]?.id ?? '';
    expect(await d.told('inspection.suspension.changed.v1', id)).toEqual([
      { id, version: 1, personId: d.idOf(4), kind: 'ACTIVITIES', from: FROM, to: addDays(until, 1) },
    ]);
    expect(await d.secretary.refused(suspendMember, { disciplineId: opened.id, from: TODAY }, suspended)).toBe('inspection/suspended-already');
    const longer = { disciplineId: opened.id, until: addDays(until, extension) };
    expect(await d.secretary.refused(extendSuspension, { ...longer, until: addDays(longer.until, 1) }, suspended)).toBe(
      'inspection/suspension-too-long',
    );
    const extended = await d.secretary.do(extendSuspension, longer, suspended);
    expect(await d.secretary.refused(extendSuspension, longer, extended)).toBe('inspection/extended-already');
    const lifted = await d.secretary.do(liftSuspension, { disciplineId: opened.id, on: TODAY }, extended);
    expect(await d.told('inspection.suspension.changed.v1', id)).toMatchObject([
      { version: 1 },
      { version: 2, to: addDays(longer.until, 1) },
      { version: 3, to: TODAY },
    ]);
    expect(await d.secretary.refused(liftSuspension, { disciplineId: opened.id, on: TODAY }, lifted)).toBe('inspection/discipline-not-in-state');
    expect((await d.read(opened.id)).votersToday).toBe(20);
  });

  it('may be from committees alone, for who sits in one', async () => {
    const opened = await d.open();
    const asked = { disciplineId: opened.id, from: FROM, kind: 'COMMITTEE' as const };
    expect(await d.secretary.refused(suspendMember, asked, opened)).toBe('inspection/no-seat');
  });

  it('is of a member, by who handles the case', async () => {
    const about = { nodeId: d.commune.id, actor: 'INSPECTION_COMMISSION' as const, subjectNodeId: d.neighbor.id };
    const organization = await d.open(about, d.commission);
    expect(await d.commission.refused(suspendMember, { disciplineId: organization.id, from: TODAY }, organization)).toBe('inspection/not-a-member');
    const opened = await d.open();
    const shared = await d.secretary.do(shareDiscipline, { disciplineId: opened.id, personId: d.idOf(9), part: 'READER', on: true }, opened);
    expect(await d.at(9).refused(suspendMember, { disciplineId: opened.id, from: TODAY }, shared)).toBe('inspection/not-your-part');
    expect(await d.secretary.refused(liftSuspension, { disciplineId: opened.id, on: TODAY }, shared)).toBe('inspection/discipline-not-in-state');
  });
});
