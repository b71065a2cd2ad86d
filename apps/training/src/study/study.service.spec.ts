import {
  amendStudyCampaign,
  cancelStudyCampaign,
  cascadeStudyCampaign,
  catchUpStudyCampaign,
  closeStudyCampaign,
  exportStudy,
  getStudyCampaign,
  listStudyCampaigns,
  openStudyCampaign,
  studyCounts,
} from '@vungmanh/contracts/training/study-campaign';
import {
  downloadOwnProgram,
  dropStudySession,
  finishStudy,
  getStudyLevel,
  holdStudySession,
  implementStudy,
  issueOwnProgram,
  listStudyLevels,
  MOST_SESSIONS,
  owedStudies,
  reviewStudy,
  type StudyLevelLine,
} from '@vungmanh/contracts/training/study-level';
import { counting } from '@vungmanh/platform/db/counter';
import { within } from '@vungmanh/platform/db/reach';
import { Files } from '@vungmanh/platform/files';
import { Dispatcher } from '@vungmanh/platform/rpc/dispatcher';
import { Grants } from '@vungmanh/platform/scope/grants';
import { cellNode } from '@vungmanh/testing/given';
import type { Person } from '@vungmanh/testing/person';
import { randomUUID } from 'node:crypto';
import { order, StudyingProvince, TODAY } from '../../test/studying-province.js';

let p: StudyingProvince;
beforeAll(async () => {
  p = await StudyingProvince.start();
});
afterAll(() => p.world.stop());

const held = { heldOn: '2026-11-20', audience: 'MEMBERS' as const, content: 'Học tập nghị quyết (mô phỏng)', expected: 20, attended: 18, essays: 15 };

async function studied(by: Person, level: StudyLevelLine): Promise<StudyLevelLine> {
  const after = await by.do(holdStudySession, { levelId: level.id, ...held }, level);
  return by.do(finishStudy, { levelId: level.id }, after);
}

async function finished(by: Person, level: StudyLevelLine): Promise<StudyLevelLine> {
  const levelId = level.id;
  const issued = await by.do(issueOwnProgram, { levelId, number: '12-CTr/CB', issuedOn: TODAY }, await studied(by, level));
  const begun = await by.do(implementStudy, { levelId }, issued);
  return by.do(reviewStudy, { levelId, reviewedOn: TODAY, review: 'Đã thực hiện đủ các việc (mô phỏng)' }, begun);
}

describe('a campaign', () => {
  it('is drawn up by who plans there, and reaches nobody before it is cascaded', async () => {
    const draft = await p.open();
    expect(draft).toMatchObject({ state: 'DRAFT', nodeId: p.root.id, openedOn: TODAY, paper: { number: '57-NQ/TW' } });
    expect(draft.own).toBeUndefined();
    expect(await p.levels(draft.id)).toEqual([]);
    expect(await p.secretary(0).refused(getStudyCampaign, { campaignId: draft.id, nodeId: p.cell(0).id })).toBe('request/not-found');
    const seen = await p.who('tỉnh').do(getStudyCampaign, { campaignId: draft.id, nodeId: p.root.id });
    expect(seen.may).toEqual(['amend', 'cascade', 'cancel']);
    await p.who('tỉnh').do(cancelStudyCampaign, { campaignId: draft.id, because: 'Lập nhầm' }, draft);
    expect(await p.who('tỉnh').do(getStudyCampaign, { campaignId: draft.id, nodeId: p.root.id })).toMatchObject({
      state: 'CANCELLED',
      endedBecause: 'Lập nhầm',
      may: [],
    });
  });

  it('is refused where it cannot be, in words', async () => {
    const asked = { nodeId: p.root.id, ...order() };
    const refused = (changes: object) => p.who('tỉnh').refused(openStudyCampaign, { ...asked, ...changes });
    const [first] = asked.deadlines;
    if (!first) throw new Error('no deadlines');
    expect(await refused({ paper: { ...asked.paper, issuedOn: '2026-11-24' } })).toBe('training/study-paper-later');
    expect(await refused({ paper: { ...asked.paper, subject: 'Tối mật: kế hoạch' } })).toBe('training/secret-document');
    expect(await refused({ deadlines: [{ ...first, programBy: '2026-12-09' }] })).toBe('training/study-deadlines');
    expect(await refused({ deadlines: [first, first] })).toBe('training/study-deadlines');
    expect(await p.secretary(0).refused(openStudyCampaign, { ...asked, nodeId: p.cell(0).id })).toBe('request/forbidden');
    expect(await p.who('xã Hạ').refused(openStudyCampaign, { ...asked, nodeId: p.upper.id })).toBe('request/not-found');
  });

  it('reaches every organization below at once, each at its level, and tells them what they owe', async () => {
    const campaign = await p.cascaded();
    expect(campaign).toMatchObject({ state: 'UNDER_WAY', own: { state: 'RECEIVED', dueOn: '2026-12-10', late: false } });
    const levels = await p.levels(campaign.id);
    expect(levels.map((l) => [l.nodeName, l.tier])).toEqual(
      [p.root, p.upper, ...p.cells.slice(0, 2), p.section, ...p.cells.slice(2, 4), p.lower, ...p.cells.slice(4)].map((n) => [
        n.name,
        n === p.root ? 'SUPERIOR' : n.traits.meetsAsCell ? 'CELL' : 'GRASSROOTS',
      ]),
    );
    const told = await p.told(campaign.id);
    expect(told.size).toBe(p.nodes.length);
    expect(new Set([...told.values()].map((t) => `${t.state} ${t.due}`))).toEqual(new Set(['OPEN 2026-12-10']));
    // Who holds the right at an organization itself is reminded of it; who reaches down from above is not, of all that lies below.
    expect((await p.secretary(1).do(owedStudies, {})).items.map((o) => [o.nodeId, o.paper.number])).toContainEqual([p.cell(1).id, '57-NQ/TW']);
    expect((await p.who('xã Hạ').do(owedStudies, {})).items.every((o) => o.nodeId === p.lower.id)).toBe(true);
    expect(await p.who('tỉnh').refused(cascadeStudyCampaign, { campaignId: campaign.id }, campaign)).toBe('training/study-not-in-state');
    const ours = await p.secretary(1).do(listStudyCampaigns, { nodeId: p.cell(1).id });
    expect(ours.items[0]).toMatchObject({ id: campaign.id, nodeName: p.root.name, own: { state: 'RECEIVED' } });
    await p.who('tỉnh').do(cancelStudyCampaign, { campaignId: campaign.id, because: 'Thử' }, campaign);
    expect(new Set([...(await p.told(campaign.id)).values()].map((t) => t.state))).toEqual(new Set(['CANCELLED']));
    expect((await p.secretary(1).do(owedStudies, {})).items.map((o) => o.campaignId)).not.toContain(campaign.id);
  });

  it('calls only the levels that have deadlines, and nobody where there are none', async () => {
    const cellsOnly = order().deadlines.filter((d) => d.tier === 'CELL');
    const mine = await p.open(p.lower.id, p.who('xã Hạ'), { deadlines: cellsOnly });
    const after = await p.who('xã Hạ').do(cascadeStudyCampaign, { campaignId: mine.id }, mine);
    expect((await p.levels(mine.id)).map((l) => l.nodeId)).toEqual([p.cell(4).id, p.cell(5).id]);
    expect(after.own).toBeUndefined();
    const none = await p.open(p.lower.id, p.who('xã Hạ'), { deadlines: order().deadlines.filter((d) => d.tier === 'SUPERIOR') });
    expect(await p.who('xã Hạ').refused(cascadeStudyCampaign, { campaignId: none.id }, none)).toBe('training/study-nobody');
    expect(await p.who('xã Thượng').refused(cascadeStudyCampaign, { campaignId: none.id }, none)).toBe('request/not-found');
    for (const c of [after, none]) await p.who('xã Hạ').do(cancelStudyCampaign, { campaignId: c.id, because: 'Thử' }, c);
  });

  it('asks for a right over everything below of whoever changes it', async () => {
    const mine = await p.open(p.upper.id, p.who('xã Thượng'));
    expect(await p.who('chỉ xã Thượng').refused(cascadeStudyCampaign, { campaignId: mine.id }, mine)).toBe('request/not-found');
    await p.who('xã Thượng').do(cancelStudyCampaign, { campaignId: mine.id, because: 'Thử' }, mine);
  });
});

describe('an organization', () => {
  it('goes from step to step, with its sessions, its counts and its own program, and never over one', async () => {
    const campaign = await p.cascaded();
    const by = p.secretary(0);
    const level = await p.levelOf(campaign.id, p.cell(0));
    const levelId = level.id;
    expect(await by.refused(finishStudy, { levelId }, level)).toBe('training/study-no-session');
    expect(await by.refused(issueOwnProgram, { levelId, number: '1', issuedOn: TODAY }, level)).toBe('training/study-not-in-state');
    const once = await by.do(holdStudySession, { levelId, ...held }, level);
    const twice = await by.do(holdStudySession, { levelId, ...held, audience: 'PEOPLE', expected: 40, attended: 30, essays: 0 }, once);
    expect(twice).toMatchObject({ sessions: 2, expected: 60, attended: 48, essays: 15, state: 'RECEIVED' });
    const [, wrong] = (await by.do(getStudyLevel, { levelId })).held;
    const back = await by.do(dropStudySession, { levelId, sessionId: wrong?.id ?? '', because: 'Ghi nhầm' }, twice);
    expect(back).toMatchObject({ sessions: 1, attended: 18 });
    expect(await by.refused(dropStudySession, { levelId, sessionId: wrong?.id ?? '', because: 'Nữa' }, back)).toBe('request/not-found');
    const done = await by.do(finishStudy, { levelId }, back);
    expect(done).toMatchObject({ state: 'STUDIED', dueOn: '2026-12-31', studiedOn: TODAY });
    const { fileId } = await p.world.service.app.get(Files).put([Buffer.from('%PDF-1.7 mô phỏng')], { by: by.actor.id, type: 'application/pdf' });
    const file = { fileId, name: 'Chương trình hành động', classification: 'ORDINARY' as const };
    const issue = (changes: object, version = done) =>
      by.refused(issueOwnProgram, { levelId, number: '12-CTr/CB', issuedOn: TODAY, ...changes }, version);
    expect(await issue({ file: { ...file, classification: 'SECRET' } })).toBe('training/secret-document');
    expect(await issue({ file: { ...file, fileId: randomUUID() } })).toBe('training/file-missing');
    expect(await issue({ issuedOn: '2026-11-24' })).toBe('training/study-in-future');
    expect(await issue({ issuedOn: '2026-09-30' })).toBe('training/study-before-paper');
    const issued = await by.do(issueOwnProgram, { levelId, number: '12-CTr/CB', issuedOn: TODAY, file }, done);
    expect(issued).toMatchObject({ state: 'OWN_PROGRAM_ISSUED', dueOn: '2027-11-30', program: { number: '12-CTr/CB', fileName: file.name } });
    expect(await by.do(downloadOwnProgram, { levelId })).toMatchObject({ fileId, name: file.name });
    const begun = await by.do(implementStudy, { levelId }, issued);
    const mended = await by.do(issueOwnProgram, { levelId, number: '13-CTr/CB', issuedOn: TODAY }, begun);
    expect(mended).toMatchObject({ state: 'IMPLEMENTING', program: { number: '13-CTr/CB', fileName: file.name } });
    const review = { levelId, reviewedOn: TODAY, review: 'Đã làm đủ (mô phỏng)' };
    expect(await by.refused(reviewStudy, review, begun)).toBe('request/stale');
    const last = await by.do(reviewStudy, review, mended);
    expect(last).toMatchObject({ state: 'REVIEWED', reviewedOn: TODAY, late: false });
    expect(await by.do(getStudyLevel, { levelId })).toMatchObject({ review: review.review, may: [], leaderName: p.root.name });
    expect((await p.told(campaign.id)).get(p.cell(0).id)).toMatchObject({ state: 'DONE' });
    expect(await by.refused(holdStudySession, { levelId, ...held }, last)).toBe('training/study-not-in-state');
    await p.who('tỉnh').do(cancelStudyCampaign, { campaignId: campaign.id, because: 'Thử' }, campaign);
  });

  it('is written about by who works for it, and read by who reaches it', async () => {
    const campaign = await p.cascaded();
    const level = await p.levelOf(campaign.id, p.cell(0));
    const levelId = level.id;
    const hold = { levelId, ...held };
    expect(await p.secretary(1).refused(holdStudySession, hold, level)).toBe('request/not-found');
    expect(await p.who('xã Hạ').refused(getStudyLevel, { levelId })).toBe('request/not-found');
    expect(await p.who('người đọc').refused(holdStudySession, hold, level)).toBe('request/forbidden');
    expect((await p.who('người đọc').do(getStudyLevel, { levelId })).may).toEqual([]);
    expect(await p.who('người đọc').refused(downloadOwnProgram, { levelId })).toBe('training/program-without-file');
    expect((await p.who('xã Thượng').do(getStudyLevel, { levelId })).may).toEqual(['hold-session', 'finish-study']);
    expect(await p.secretary(0).refused(holdStudySession, { ...hold, attended: 21 }, level)).toBe('training/study-attended');
    expect(await p.secretary(0).refused(holdStudySession, { ...hold, heldOn: '2026-11-24' }, level)).toBe('training/study-in-future');
    await p.db.write('update study_level set sessions = $2 where id = $1', [levelId, MOST_SESSIONS]);
    expect(await p.secretary(0).refused(holdStudySession, hold, level)).toBe('training/study-sessions-full');
    await p.who('tỉnh').do(cancelStudyCampaign, { campaignId: campaign.id, because: 'Thử' }, campaign);
    expect(await p.secretary(0).refused(finishStudy, { levelId }, await p.secretary(0).do(getStudyLevel, { levelId }))).toBe(
      'training/study-not-in-state',
    );
  });
});

describe('seen from above', () => {
  it('are counts by state, with who is late, and a list in the order of the tree', async () => {
    const campaign = await p.cascaded({ deadlines: order().deadlines.map((d) => (d.tier === 'CELL' ? { ...d, studyBy: '2026-11-22' } : d)) });
    const about = { campaignId: campaign.id, nodeId: p.root.id };
    await studied(p.secretary(0), await p.levelOf(campaign.id, p.cell(0)));
    await finished(p.secretary(4), await p.levelOf(campaign.id, p.cell(4)));
    const { items } = await p.who('tỉnh').do(studyCounts, about);
    expect(items.map((row) => row.nodeId)).toEqual([p.root.id, p.upper.id, p.lower.id]);
    const figure = (row: number, tier: string, state: string) => items[row]?.figures.find((f) => f.tier === tier && f.state === state);
    expect(figure(0, 'CELL', 'RECEIVED')).toMatchObject({ levels: 4, late: 4 });
    expect(figure(0, 'CELL', 'REVIEWED')).toMatchObject({ levels: 1, late: 0 });
    expect(figure(1, 'CELL', 'STUDIED')).toMatchObject({ levels: 1, late: 0 });
    expect(figure(1, 'GRASSROOTS', 'RECEIVED')).toMatchObject({ levels: 2, late: 0 });
    expect(items[0]).toMatchObject({ sessions: 2, expected: 40, attended: 36, essays: 30 });
    expect(items[2]).toMatchObject({ sessions: 1, attended: 18 });
    expect((await p.levels(campaign.id, { late: 'true' })).map((l) => l.nodeId)).toEqual([1, 2, 3, 5].map((i) => p.cell(i).id));
    expect((await p.levels(campaign.id, { state: 'STUDIED' })).map((l) => l.nodeId)).toEqual([p.cell(0).id]);
    expect((await p.levels(campaign.id, { tier: 'GRASSROOTS', nodeId: p.upper.id })).map((l) => l.nodeId)).toEqual([p.upper.id, p.section.id]);
    const first = await p.who('tỉnh').do(listStudyLevels, { ...about, limit: 7 });
    const rest = await p.who('tỉnh').do(listStudyLevels, { ...about, limit: 7, ...(first.next === undefined ? {} : { cursor: first.next }) });
    expect([...first.items, ...rest.items].map((l) => l.id)).toEqual((await p.levels(campaign.id)).map((l) => l.id));
    expect(await p.who('xã Hạ').refused(studyCounts, { ...about, nodeId: p.upper.id })).toBe('request/not-found');
    expect(await p.who('xã Hạ').do(exportStudy, { ...about, nodeId: p.lower.id })).toMatchObject({ name: expect.stringContaining(p.lower.name) });
    await p.who('tỉnh').do(cancelStudyCampaign, { campaignId: campaign.id, because: 'Thử' }, campaign);
    expect(await p.levels(campaign.id, { late: 'true' })).toEqual([]);
  });

  it('take as many statements for a province as for one cell', async () => {
    const campaign = await p.cascaded();
    const { app } = p.world.service;
    const officer = p.who('tỉnh').actor;
    const run = async (nodeId: string): Promise<number[]> => {
      const ask = async <O extends typeof listStudyLevels | typeof studyCounts>(contract: O): Promise<number> => {
        const scope = await app.get(Grants).scope(officer, 'training:read');
        await app.get(Grants).covers(scope, nodeId);
        const call = { contract, input: contract.input.parse({ campaignId: campaign.id, nodeId }), actor: officer, scope, trace: 'counted' };
        const useCase = app.get(Dispatcher).useCases.get(contract.subject);
        if (!useCase) throw new Error('no such use case');
        return (await counting(() => within(scope.reach, () => useCase.run(call)))).statements;
      };
      return [await ask(listStudyLevels), await ask(studyCounts)];
    };
    expect(await run(p.root.id)).toEqual([1, 1]);
    expect(await run(p.cell(0).id)).toEqual([1, 1]);
    await p.who('tỉnh').do(cancelStudyCampaign, { campaignId: campaign.id, because: 'Thử' }, campaign);
  });
});

describe('what changes on the way', () => {
  it('moves deadlines for a reason that stays with it, and takes none away', async () => {
    const campaign = await p.cascaded();
    await studied(p.secretary(0), await p.levelOf(campaign.id, p.cell(0)));
    const { deadlines: asked, ...same } = order();
    const later = asked.map((d) => ({ ...d, studyBy: '2026-12-20' }));
    const amend = { campaignId: campaign.id, ...same, deadlines: later };
    expect(await p.who('tỉnh').refused(amendStudyCampaign, amend, campaign)).toBe('training/study-reason-missing');
    const because = 'Mưa lũ kéo dài (mô phỏng)';
    expect(await p.who('tỉnh').refused(amendStudyCampaign, { ...amend, deadlines: later.slice(1), because }, campaign)).toBe(
      'training/study-tier-dropped',
    );
    await p.who('tỉnh').do(amendStudyCampaign, { ...amend, because }, campaign);
    const seen = await p.who('tỉnh').do(getStudyCampaign, { campaignId: campaign.id, nodeId: p.root.id });
    expect(seen.amendments).toMatchObject([{ number: 1, madeOn: TODAY, because, before: { deadlines: asked } }]);
    expect(await p.levelOf(campaign.id, p.cell(1))).toMatchObject({ dueOn: '2026-12-20' });
    // It has studied already, and is measured by the program, which did not move.
    expect(await p.levelOf(campaign.id, p.cell(0))).toMatchObject({ dueOn: '2026-12-31' });
    expect((await p.told(campaign.id)).get(p.cell(1).id)).toEqual({ state: 'OPEN', due: '2026-12-20' });
    await p.who('tỉnh').do(cancelStudyCampaign, { campaignId: campaign.id, because: 'Thử' }, seen);
  });

  it('ends with a conclusion, and with a reason where somebody has not finished', async () => {
    const cellsOnly = { deadlines: order().deadlines.filter((d) => d.tier === 'CELL') };
    const mine = await p.open(p.lower.id, p.who('xã Hạ'), cellsOnly);
    const campaign = await p.who('xã Hạ').do(cascadeStudyCampaign, { campaignId: mine.id }, mine);
    await finished(p.secretary(4), await p.levelOf(campaign.id, p.cell(4)));
    const close = { campaignId: campaign.id, conclusion: 'Đã học tập nghiêm túc (mô phỏng)' };
    expect(await p.who('xã Hạ').refused(closeStudyCampaign, close, campaign)).toBe('training/study-levels-open');
    const closed = await p.who('xã Hạ').do(closeStudyCampaign, { ...close, because: 'Chi bộ chuyển địa điểm' }, campaign);
    expect(closed.state).toBe('CLOSED');
    expect([...(await p.told(campaign.id)).entries()]).toEqual(
      expect.arrayContaining([
        [p.cell(4).id, { state: 'DONE', due: '2027-11-30' }],
        [p.cell(5).id, { state: 'CANCELLED', due: '2026-12-10' }],
      ]),
    );
    expect(await p.who('xã Hạ').refused(closeStudyCampaign, close, closed)).toBe('training/study-not-in-state');
  });

  it('follows the tree: who comes later has as many days as the others, who is merged ends with its record kept', async () => {
    const campaign = await p.cascaded();
    await studied(p.secretary(3), await p.levelOf(campaign.id, p.cell(3)));
    p.world.clock.set('2026-11-25T02:00:00Z');
    const fresh = { ...cellNode('Chi bộ mới lập', p.lower), code: '99.102.009' };
    await p.change(fresh, { ...p.cell(3), version: 2, status: 'ENDED', parentId: p.lower.id });
    const now = await p.who('tỉnh').do(catchUpStudyCampaign, { campaignId: campaign.id }, campaign);
    expect(await p.levelOf(campaign.id, fresh)).toMatchObject({ state: 'RECEIVED', dueOn: '2026-12-12' });
    const gone = await p.levels(campaign.id, { ended: 'true' });
    expect(gone).toMatchObject([{ nodeId: p.cell(3).id, endedOn: '2026-11-25', state: 'STUDIED', attended: 18, late: false }]);
    expect((await p.told(campaign.id)).get(p.cell(3).id)).toMatchObject({ state: 'CANCELLED' });
    const { items } = await p.who('tỉnh').do(studyCounts, { campaignId: campaign.id, nodeId: p.lower.id });
    // What it had held counts with the organization that it went to; it itself is counted nowhere any more.
    expect(items[0]).toMatchObject({ nodeId: p.lower.id, sessions: 1, attended: 18 });
    expect(items[0]?.figures.reduce((sum, f) => sum + f.levels, 0)).toBe(4);
    const levelId = gone[0]?.id ?? '';
    const seen = await p.who('xã Hạ').do(getStudyLevel, { levelId });
    expect(seen.may).toEqual([]);
    expect(await p.who('xã Hạ').refused(issueOwnProgram, { levelId, number: '1', issuedOn: TODAY }, seen)).toBe('training/study-not-in-state');
    // The next night does it without anybody asking.
    const later = { ...cellNode('Chi bộ lập sau', p.upper), code: '99.101.009' };
    await p.change(later);
    p.world.clock.set('2026-11-26T02:00:00Z');
    await p.until('select count(*) > 0 as yes from study_level l where l.campaign_id = $1 and l.node_id = $2', [campaign.id, later.id]);
    expect(await p.levelOf(campaign.id, later)).toMatchObject({ dueOn: '2026-12-13' });
    expect(await p.who('tỉnh').refused(cancelStudyCampaign, { campaignId: campaign.id, because: 'Thử' }, campaign)).toBe('request/stale');
    await p.who('tỉnh').do(cancelStudyCampaign, { campaignId: campaign.id, because: 'Thử' }, now);
  });
});
