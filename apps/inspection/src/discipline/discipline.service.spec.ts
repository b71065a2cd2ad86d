import { disciplineOutlook, myDisciplines, openDiscipline } from '@vungmanh/contracts/inspection/discipline';
import {
  decideDiscipline,
  deferDiscipline,
  deliverDiscipline,
  dismissDiscipline,
  endDiscipline,
  explainDiscipline,
  hearSubject,
  proposeDiscipline,
  recordDisciplineVote,
  recordFollowing,
  resumeDiscipline,
  shareDiscipline,
  signDiscipline,
} from '@vungmanh/contracts/inspection/discipline-act';
import { Problem } from '@vungmanh/platform/problem';
import { addDays } from '@vungmanh/regulations/calendar';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { eachValue } from '@vungmanh/testing/dump';
import { randomUUID } from 'node:crypto';
import { Disciplining, TODAY, VIOLATION } from '../../test/disciplining.js';

let d: Disciplining;
beforeAll(async () => {
  d = await Disciplining.start();
}, 60_000);
afterAll(() => d?.world.stop());

const story = { REPRIMAND: 8, WARNING: 7, DISMISSAL: 3, EXPULSION: 2 };
const days = (key: 'discipline.written_days' | 'appeal.days'): number => ruleAt(key, TODAY)?.value ?? Number.NaN;

describe('discipline by a cell (story 8)', () => {
  it('goes from the violation to a warning that counts from the announcement of the vote', async () => {
    const opened = await d.open();
    expect(opened.state).toBe('OPENED');
    const subject = d.at(4);
    const explained = await subject.do(explainDiscipline, { disciplineId: opened.id, text: 'Tôi xin giải trình' }, opened);
    const heard = await d.heard(explained);
    const voted = await d.secretary.do(recordDisciplineVote, { disciplineId: opened.id, ...d.ballot(story) }, heard);
    expect(await d.told('inspection.discipline.in-effect.v1', opened.id)).toEqual([]);
    const decided = await d.secretary.do(decideDiscipline, { disciplineId: opened.id, on: '2026-11-21' }, voted);
    expect(decided.state).toBe('IN_EFFECT');
    expect(await d.told('inspection.discipline.in-effect.v1', opened.id)).toEqual([
      { id: opened.id, version: decided.version, personId: d.idOf(4), nodeId: d.cell.id, form: 'WARNING', from: '2026-11-21' },
    ]);
    const shown = await d.read(opened.id);
    expect(shown).toMatchObject({
      state: 'IN_EFFECT',
      form: 'WARNING',
      violation: VIOLATION,
      hearing: { how: 'MET', on: '2026-11-10', by: d.people[1]?.name },
      vote: { voters: 20, adopted: 'WARNING', sums: 'khai trừ 2; +3 = 5; +7 = 12 > 10', votes: story },
      decision: {
        form: 'WARNING',
        from: 'ANNOUNCEMENT',
        effectiveOn: '2026-11-21',
        writtenBy: addDays('2026-11-21', days('discipline.written_days')),
      },
      appeal: { open: true, to: 'Ủy ban kiểm tra Đảng ủy xã Mô Phỏng' },
      overdue: false,
    });
    expect(shown.notes.map((note) => [note.kind, note.text])).toEqual([
      ['EXPLANATION', 'Tôi xin giải trình'],
      ['HEARING', 'Đã nghe trình bày'],
    ]);
  });

  it('shows when the written decision is late, and counts the time for an appeal from the day on which it was received', async () => {
    const voted = await d.voted(story);
    const decided = await d.secretary.do(decideDiscipline, { disciplineId: voted.id, on: '2026-11-21' }, voted);
    const { now } = { now: d.world.clock.now() };
    d.world.clock.set('2026-12-02T03:00:00.000Z');
    try {
      expect((await d.read(voted.id)).overdue).toBe(true);
      const { items } = await d.secretary.do(myDisciplines, {});
      expect(items.find((line) => line.id === voted.id)).toMatchObject({ overdue: true, form: 'WARNING', parts: ['HANDLER'] });
      const early = { disciplineId: voted.id, on: '2026-12-02', how: 'RECEIVED' as const };
      expect(await d.secretary.refused(deliverDiscipline, early, decided)).toBe('inspection/discipline-not-in-state');
      const signed = await d.secretary.do(signDiscipline, { disciplineId: voted.id, on: '2026-12-01', signerId: d.idOf(0) }, decided);
      expect((await d.read(voted.id)).overdue).toBe(false);
      await d.secretary.do(deliverDiscipline, early, signed);
      expect((await d.read(voted.id, d.at(4))).appeal).toMatchObject({ until: addDays('2026-12-02', days('appeal.days')), open: true });
    } finally {
      d.world.clock.set(now);
    }
  });

  it('takes its number from the register, which learns of nobody', async () => {
    const { id } = await d.warned();
    for (let i = 0; i < 60 && (await d.read(id)).decision?.number === undefined; i += 1) await new Promise((done) => setTimeout(done, 50));
    expect(await d.read(id)).toMatchObject({ vote: { number: 'Số 05-BB/CB' }, decision: { number: 'Số 05-QĐ/CB', numberAwaited: false } });
    for (const asked of d.numbered) expect(Object.keys(asked).toSorted()).toEqual(['bodyId', 'date', 'documentId', 'type']);
  });

  it('is followed by a state body, which tells in time or is late; entered again it is corrected', async () => {
    const warned = await d.warned();
    const following = { disciplineId: warned.id, kind: 'STATE' as const, on: '2026-11-10' };
    expect(await d.at(4).refused(recordFollowing, following, warned)).toBe('inspection/not-your-part');
    expect(await d.secretary.refused(recordFollowing, { ...following, on: addDays(TODAY, 1) }, warned)).toBe('inspection/in-the-future');
    expect(await d.secretary.refused(recordFollowing, { ...following, toldOn: '2026-11-09' }, warned)).toBe('inspection/in-the-future');
    const untold = await d.secretary.do(recordFollowing, following, warned);
    const says = ruleAt('state_discipline.report_days', TODAY)?.says;
    expect((await d.read(warned.id)).following).toMatchObject([{ kind: 'STATE', on: '2026-11-10', late: true, rule: says }]);
    await d.secretary.do(recordFollowing, { ...following, toldOn: '2026-11-12' }, untold);
    expect((await d.read(warned.id)).following).toMatchObject([{ kind: 'STATE', toldOn: '2026-11-12', late: false }]);
  });

  it('ends, once, with its reason', async () => {
    const warned = await d.warned();
    const ended = await d.secretary.do(endDiscipline, { disciplineId: warned.id, on: TODAY, reason: 'Đã sửa chữa khuyết điểm' }, warned);
    expect(await d.told('inspection.discipline.ended.v1', warned.id)).toEqual([
      { id: warned.id, version: ended.version, personId: d.idOf(4), nodeId: d.cell.id, on: TODAY, annulled: false },
    ]);
    const again = { disciplineId: warned.id, on: TODAY, reason: 'Lần nữa' };
    expect(await d.secretary.refused(endDiscipline, again, ended)).toBe('inspection/discipline-not-in-state');
  });
});

describe('the rights of the member', () => {
  it('are no step that can be passed over unseen: no vote before the hearing or its reason', async () => {
    const opened = await d.open();
    expect(await d.secretary.refused(recordDisciplineVote, { disciplineId: opened.id, ...d.ballot(story) }, opened)).toBe(
      'inspection/discipline-not-in-state',
    );
    expect(await d.secretary.refused(decideDiscipline, { disciplineId: opened.id, on: TODAY }, opened)).toBe('inspection/discipline-not-in-state');
    const skipped = { disciplineId: opened.id, how: 'NOT_HELD' as const, on: '2026-11-10', byPersonId: d.idOf(1), text: 'Bão lũ chia cắt' };
    expect(await d.secretary.refused(hearSubject, { ...skipped, text: '  ' }, opened)).toBe('request/invalid');
    await d.secretary.do(hearSubject, skipped, opened);
    for (const by of [d.secretary, d.at(4)]) {
      expect(await d.read(opened.id, by)).toMatchObject({ hearing: { how: 'NOT_HELD' }, notes: [{ kind: 'HEARING', text: 'Bão lũ chia cắt' }] });
    }
  });

  it('to explain lasts while the case goes on, and is nobody else’s', async () => {
    const warned = await d.warned();
    const words = { disciplineId: warned.id, text: 'Tôi vẫn giữ ý kiến' };
    expect(await d.secretary.refused(explainDiscipline, words, warned)).toBe('inspection/not-your-part');
    expect(await d.at(5).refused(explainDiscipline, words, warned)).toBe('request/not-found');
    await d.at(4).do(explainDiscipline, words, warned);
  });

  it('make a case wait while the member is pregnant, has a small child or is seriously ill', async () => {
    const opened = await d.open();
    const deferred = { disciplineId: opened.id, reason: 'SMALL_CHILD' as const, note: 'Con sinh tháng 9' };
    expect(await d.secretary.refused(deferDiscipline, { ...deferred, until: TODAY }, opened)).toBe('inspection/deferral-past');
    const waiting = await d.secretary.do(deferDiscipline, { ...deferred, until: '2027-09-01' }, opened);
    expect(await d.read(opened.id)).toMatchObject({ state: 'DEFERRED', deferral: { reason: 'SMALL_CHILD', until: '2027-09-01' } });
    expect(await d.secretary.refused(recordDisciplineVote, { disciplineId: opened.id, ...d.ballot(story) }, waiting)).toBe(
      'inspection/discipline-not-in-state',
    );
    expect(await d.secretary.do(resumeDiscipline, { disciplineId: opened.id }, waiting)).toMatchObject({ state: 'OPENED' });
  });
});

describe('a case is refused', () => {
  it.each<[string, () => Parameters<Disciplining['violation']>[0], string]>([
    ['of a reprimand after five years', () => ({ gravity: 'REPRIMAND', committedOn: '2021-11-01' }), 'inspection/limitation-ended'],
    ['of a warning after ten years', () => ({ committedOn: '2016-11-01' }), 'inspection/limitation-ended'],
    ['for expelling a probationary member', () => ({ personId: d.probationary.id, gravity: 'EXPULSION' }), 'inspection/form-unfit'],
    ['for disbanding a member', () => ({ gravity: 'DISBANDMENT' }), 'inspection/form-unfit'],
    ['to the committee of a cell', () => ({ actor: 'CELL_COMMITTEE' }), 'inspection/not-competent'],
    ['to a cell about an organization', () => ({ subjectNodeId: d.cell.id }), 'inspection/not-competent'],
    ['to a body that the organization has not', () => ({ actor: 'INSPECTION_COMMISSION' }), 'inspection/actor-unfit'],
    ['about a member of another cell', () => ({ personId: d.stranger.id }), 'inspection/subject-outside'],
    ['about nobody', () => ({ personId: randomUUID() }), 'inspection/subject-outside'],
    ['about whoever opens it', () => ({ personId: d.idOf(0) }), 'inspection/own-case'],
    ['found before it was committed', () => ({ committedOn: '2026-10-01', foundOn: '2026-09-01' }), 'inspection/in-the-future'],
    ['at an organization out of reach', () => ({ nodeId: d.neighbor.id }), 'request/not-found'],
  ])('%s', async (_what, over, code) => {
    expect(await d.secretary.refused(openDiscipline, d.violation(over()))).toBe(code);
  });

  it('in the words of the rule', async () => {
    const said = await d.secretary.do(openDiscipline, d.violation({ committedOn: '2016-11-01' })).catch((error: unknown) => error);
    expect(said).toBeInstanceOf(Problem);
    expect(said).toMatchObject({ more: { detail: expect.stringContaining(ruleAt('limitation.warning_years', TODAY)?.says ?? 'no rule') } });
  });

  it('to an advisory organ, and to a cell about a cadre in a task from above; for expulsion there is no limitation', async () => {
    const organ = d.violation({ nodeId: d.commune.id, actor: 'ADVISORY_ORGAN' });
    expect(await d.commission.refused(openDiscipline, organ)).toBe('inspection/not-competent');
    const neighbor = d.world.person('neighbor', d.stranger.id);
    const cadre = d.violation({ nodeId: d.neighbor.id, personId: d.managed.id, assignedBySuperior: true });
    expect(await neighbor.refused(openDiscipline, cadre)).toBe('inspection/not-competent');
    expect(await neighbor.do(openDiscipline, { ...cadre, assignedBySuperior: false })).toMatchObject({ state: 'OPENED' });
    expect(await d.open({ gravity: 'EXPULSION', committedOn: '1999-01-01' })).toMatchObject({ state: 'OPENED' });
  });

  it('and what the body may do can be asked before', async () => {
    const { nodeId, actor, personId, gravity, committedOn } = d.violation({ personId: d.probationary.id });
    const said = await d.secretary.do(disciplineOutlook, { nodeId, actor, personId, gravity, committedOn });
    expect(said).toMatchObject({ subject: 'PROBATIONARY_MEMBER', managedByHigherLevel: false });
    expect(said.forms.map((one) => [one.form, one.verdict, one.barred])).toEqual([
      ['REPRIMAND', 'MAY', false],
      ['WARNING', 'MAY', false],
    ]);
  });
});

describe('a ballot', () => {
  it.each<[string, () => object, string]>([
    ['above the voters', () => ({ present: 21, issued: 21, returned: 21, votes: { WARNING: 21 } }), 'inspection/too-many-votes'],
    ['that does not add up', () => ({ returned: 19 }), 'inspection/votes-do-not-add-up'],
    ['before the hearing', () => ({ on: '2026-11-09' }), 'inspection/in-the-future'],
    ['of tomorrow', () => ({ on: addDays(TODAY, 1) }), 'inspection/in-the-future'],
  ])('%s is refused', async (_what, over, code) => {
    const heard = await d.heard(await d.open());
    expect(await d.secretary.refused(recordDisciplineVote, { disciplineId: heard.id, ...d.ballot({ WARNING: 20 }), ...over() }, heard)).toBe(code);
  });

  it('of a probationary member has their forms only', async () => {
    const heard = await d.heard(await d.open({ personId: d.probationary.id, gravity: 'WARNING' }));
    expect(await d.secretary.refused(recordDisciplineVote, { disciplineId: heard.id, ...d.ballot({ DISMISSAL: 12 }) }, heard)).toBe(
      'inspection/form-unfit',
    );
    const voted = await d.secretary.do(recordDisciplineVote, { disciplineId: heard.id, ...d.ballot({ WARNING: 12 }) }, heard);
    expect((await d.read(voted.id)).vote).toMatchObject({ voters: 20, adopted: 'WARNING' });
  });

  it('that adopts nothing ends as no discipline; entered again it is corrected', async () => {
    const first = await d.voted({ REPRIMAND: 10 });
    expect(await d.secretary.refused(decideDiscipline, { disciplineId: first.id, on: TODAY }, first)).toBe('inspection/none-adopted');
    const corrected = await d.secretary.do(
      recordDisciplineVote,
      { disciplineId: first.id, ...d.ballot({ REPRIMAND: 9 }, { none: 11, present: 20, issued: 20, returned: 20 }) },
      first,
    );
    const dismissed = await d.secretary.do(dismissDiscipline, { disciplineId: first.id, reason: 'Không hình thức nào đủ phiếu' }, corrected);
    expect(dismissed.state).toBe('DISMISSED');
  });

  it('is entered by whoever counts, who does nothing else', async () => {
    const heard = await d.heard(await d.open());
    const recorder = d.at(7);
    const count = { disciplineId: heard.id, ...d.ballot(story) };
    expect(await recorder.refused(recordDisciplineVote, count, heard)).toBe('request/not-found');
    const shared = await d.secretary.do(shareDiscipline, { disciplineId: heard.id, personId: d.idOf(7), part: 'VOTER_RECORDER', on: true }, heard);
    const voted = await recorder.do(recordDisciplineVote, count, shared);
    expect((await d.read(heard.id, recorder)).may).toEqual(['vote']);
    expect(await recorder.refused(decideDiscipline, { disciplineId: heard.id, on: TODAY }, voted)).toBe('inspection/not-your-part');
  });
});

describe('one violation', () => {
  it('is disciplined once, whoever else has a case about it', async () => {
    const same = d.violation();
    const [first, second] = [
      await d.secretary.do(openDiscipline, same),
      await d.commission.do(openDiscipline, { ...same, nodeId: d.commune.id, actor: 'INSPECTION_COMMISSION' }),
    ];
    const voted = await d.voted({ WARNING: 20 }, first);
    await d.secretary.do(decideDiscipline, { disciplineId: first.id, on: '2026-11-21' }, voted);
    const heard = await d.heard(second, d.commission);
    const ballot = { ...d.ballot({ REPRIMAND: 3 }), commissioners: 5 };
    const counted = await d.commission.do(recordDisciplineVote, { disciplineId: second.id, ...ballot }, heard);
    expect(await d.commission.refused(decideDiscipline, { disciplineId: second.id, on: '2026-11-21' }, counted)).toBe(
      'inspection/disciplined-already',
    );
    // Another one of the same day is another one.
    const other = await d.open({ committedOn: same.committedOn, violationOfDay: 2 });
    const again = await d.voted({ REPRIMAND: 20 }, other);
    expect(await d.secretary.do(decideDiscipline, { disciplineId: other.id, on: '2026-11-21' }, again)).toMatchObject({ state: 'IN_EFFECT' });
  });
});

describe('who sees a case', () => {
  it('are the people on its lists, and nobody by the tree', async () => {
    const { id, version } = await d.warned();
    const strangers = [d.at(5), d.commission, d.world.person('province', d.stranger.id), d.world.person('neighbor', d.managed.id)];
    for (const stranger of strangers) {
      expect(await stranger.refused(explainDiscipline, { disciplineId: id, text: 'x' }, { version })).toBe('request/not-found');
      await expect(d.read(id, stranger)).rejects.toMatchObject({ code: 'request/not-found' });
      expect((await stranger.do(myDisciplines, {})).items.map((line) => line.id)).not.toContain(id);
    }
    await expect(d.read(randomUUID())).rejects.toMatchObject({ code: 'request/not-found' });
    expect((await d.at(4).do(myDisciplines, { about: 'true' })).items.map((line) => line.id)).toContain(id);
    expect((await d.at(4).do(myDisciplines, {})).items).toEqual([]);
    expect(await d.read(id, d.at(4))).toMatchObject({ people: [], parts: ['SUBJECT'], may: ['explain', 'appeal'] });
  });

  it('change by name, and each reading is on record', async () => {
    const opened = await d.open();
    const reader = d.at(9);
    const share = (part: 'READER' | 'HANDLER', personId: string, on: boolean) => ({ disciplineId: opened.id, personId, part, on });
    expect(await d.secretary.refused(shareDiscipline, share('READER', d.idOf(4), true), opened)).toBe('inspection/own-case');
    expect(await d.secretary.refused(shareDiscipline, share('HANDLER', d.idOf(0), false), opened)).toBe('inspection/last-handler');
    const shared = await d.secretary.do(shareDiscipline, share('READER', d.idOf(9), true), opened);
    expect(await d.read(opened.id, reader)).toMatchObject({ parts: ['READER'], may: [] });
    const trail = await d.db.query<{ persons: string[] }>(
      `select persons from audit where operation = 'inspection.discipline.get' and target_id = $1 and actor_id = 'member 9'`,
      [opened.id],
    );
    expect(trail).toEqual([{ persons: [d.idOf(4)] }]);
    await d.secretary.do(shareDiscipline, share('READER', d.idOf(9), false), shared);
    await expect(d.read(opened.id, reader)).rejects.toMatchObject({ code: 'request/not-found' });
  });

  it('who handles it handles it no longer without the right', async () => {
    const opened = await d.open();
    const handler = d.at(8);
    const shared = await d.secretary.do(shareDiscipline, { disciplineId: opened.id, personId: d.idOf(8), part: 'HANDLER', on: true }, opened);
    const hearing = { disciplineId: opened.id, how: 'MET' as const, on: '2026-11-10', byPersonId: d.idOf(8), text: 'Đã gặp' };
    expect(await handler.refused(hearSubject, hearing, shared)).toBe('inspection/not-your-part');
  });

  it('and no text of it lies open anywhere', async () => {
    const places: string[] = [];
    await eachValue(d.world.databaseUrl, ({ table, column }, text) => {
      if (['Canary', 'Tôi xin giải trình', 'Bão lũ'].some((word) => text.includes(word))) places.push(`${table}.${column}`);
    });
    expect(places).toEqual([]);
  });
});

it('a form for another body is proposed, not decided', async () => {
  const voted = await d.voted({ EXPULSION: 14, WARNING: 6 });
  expect(await d.secretary.refused(decideDiscipline, { disciplineId: voted.id, on: TODAY }, voted)).toBe('inspection/propose-instead');
  const to = { disciplineId: voted.id, on: '2026-11-21', toActor: 'INSPECTION_COMMISSION' as const };
  for (const toNodeId of [d.neighbor.id, d.cell.id, randomUUID()]) {
    expect(await d.secretary.refused(proposeDiscipline, { ...to, toNodeId }, voted)).toBe('inspection/not-above');
  }
  expect(await d.secretary.refused(proposeDiscipline, { ...to, toNodeId: d.commune.id, toActor: 'ADVISORY_ORGAN' }, voted)).toBe(
    'inspection/not-competent',
  );
  const light = await d.voted({ WARNING: 20 });
  expect(await d.secretary.refused(proposeDiscipline, { ...to, disciplineId: light.id, toNodeId: d.commune.id }, light)).toBe(
    'inspection/decide-instead',
  );
});
