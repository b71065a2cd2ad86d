import { certificateSnapshot } from '@vungmanh/contracts/training/certificate';
import { systemDb } from '@vungmanh/testing/system-db';
import { countMembers, getMember, listMembers, myRecord, rosterOf, type Member } from '@vungmanh/contracts/membership/member';
import {
  changeStatus,
  correctMember,
  endExemption,
  endManagement,
  endTemporaryEnrollment,
  endWorkingAway,
  enrollTemporarily,
  enterMember,
  grantExemption,
  recordManagement,
  recordWorkingAway,
  transferMember,
} from '@vungmanh/contracts/membership/member-change';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import type { SentOf } from '@vungmanh/contracts/operation';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { counting } from '@vungmanh/platform/db/counter';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Grants } from '@vungmanh/platform/scope/grants';
import { expectNoDrift } from '@vungmanh/testing/drift';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { World } from '@vungmanh/testing/world';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { randomUUID } from 'node:crypto';
import { membership } from '../service.js';
import { listLines } from './line.queries.js';
import { placeNow } from './member-now.js';
import { addMonths } from './member.rules.js';

const TODAY = '2026-11-22';
const commune = committeeNode('Đảng bộ xã Tam Lư', province);
const one = cellNode('Chi bộ bản Hậu', commune);
const two = cellNode('Chi bộ bản Tình', commune);
const three = cellNode('Chi bộ bản Sại', commune);
const ended = { ...cellNode('Chi bộ bản cũ', commune), status: 'ENDED' as const };
const neighbor = committeeNode('Đảng bộ xã khác', province);
const far = cellNode('Chi bộ thôn xa', neighbor);

let world: World;
beforeAll(async () => {
  world = await World.start(
    membership,
    {
      now: `${TODAY}T03:00:00.000Z`,
      nodes: [commune, one, two, three, ended, neighbor, far],
      grants: [
        grantAt(commune, 'officer'),
        grantAt(neighbor, 'neighbor'),
        grantAt(one, 'secretary', ['membership:list', 'membership:read']),
        grantAt(one, 'lister', ['membership:list']),
      ],
    },
    (w) => w.owns(certificateSnapshot, []),
  );
}, 60_000);
afterAll(() => world?.stop());

const officer = () => world.person('officer');
const secretary = () => world.person('secretary');
const db = () => systemDb(world.service);
const sql = <Row>(text: string, params: unknown[] = []) => db().query<Row>(text, params);

let serial = 0;
const entry = (over: Partial<SentOf<typeof enterMember>> = {}): SentOf<typeof enterMember> => {
  serial += 1;
  return {
    name: `Lê Văn Số ${serial}`,
    birthDate: '1980-05-19',
    sex: 'MALE',
    nodeId: one.id,
    status: 'OFFICIAL',
    admittedOn: '2010-02-03',
    officialOn: '2011-02-03',
    enrolledOn: '2012-01-01',
    ...over,
  };
};
const enter = (over: Partial<SentOf<typeof enterMember>> = {}) => officer().do(enterMember, entry(over));
const read = (personId: string): Promise<Member> => officer().do(getMember, { personId });
const snapshotOf = async (ids: string[]) => world.rpc.call(rosterSnapshot, { ids }, { actor: await world.service.app.get(ActorTokens).forService() });
const events = () =>
  sql<{ id: string; version: number }>(
    `select i.item ->> 'id' as id, (i.item ->> 'version')::int as version
   from outbox o cross join lateral jsonb_array_elements(o.payload -> 'items') as i(item) where o.name = 'membership.member.changed.v1' order by o.id`,
  );

describe('entering a member', () => {
  it('writes the person, the dated facts, the row of today, one event and one audit row', async () => {
    const entered = await enter({
      name: 'Vi Thị Hoà'.normalize('NFD'),
      cardNumber: '38012345',
      citizenNumber: '038180001111',
      phone: '0912345678',
      homeTown: 'Quan Sơn',
    });
    expect(entered).toEqual({ id: expect.any(String), version: 1 });
    expect(await read(entered.id)).toEqual({
      id: entered.id,
      version: 1,
      name: 'Vi Thị Hoà'.normalize('NFC'),
      birthDate: '1980-05-19',
      birthYear: 1980,
      sex: 'MALE',
      status: 'OFFICIAL',
      nodeId: one.id,
      nodeName: one.name,
      admittedOn: '2010-02-03',
      officialOn: '2011-02-03',
      exempt: false,
      away: false,
      cardNumber: '38012345',
      citizenNumber: '038180001111',
      phone: '0912345678',
      homeTown: 'Quan Sơn',
      statuses: [
        { status: 'PROBATIONARY', from: '2010-02-03', to: '2011-02-03' },
        { status: 'OFFICIAL', from: '2011-02-03' },
      ],
      enrollments: [{ id: expect.any(String), kind: 'OFFICIAL', nodeId: one.id, nodeName: one.name, from: '2012-01-01' }],
      exemptions: [],
      managed: [],
      workingAway: [],
      disciplines: [],
      suspensions: [],
      certificates: [],
    });
    expect((await events()).filter((e) => e.id === entered.id)).toEqual([{ id: entered.id, version: 1 }]);
    expect(await sql(`select operation, node_id, persons from audit where target_id = $1`, [entered.id])).toEqual([
      { operation: 'membership.member.enter', node_id: one.id, persons: [entered.id] },
    ]);
  });

  it('sent twice with one key is one member', async () => {
    const input = entry();
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => officer().do(enterMember, input, { key })));
    expect(new Set(answers.map((a) => a.id)).size).toBe(1);
    expect(await sql('select count(*)::int as n from person where name = $1', [input.name])).toEqual([{ n: 1 }]);
  });

  it.each([
    ['a committee', { nodeId: commune.id }, 'membership/not-a-cell'],
    ['a cell that has ended', { nodeId: ended.id }, 'membership/not-a-cell'],
    ['an organization out of scope', { nodeId: far.id }, 'request/not-found'],
    ['official before admitted', { officialOn: '2009-01-01' }, 'membership/dates-out-of-order'],
    ['born after admitted', { birthDate: '2012-01-01' }, 'membership/dates-out-of-order'],
    ['enrolled before admitted', { enrolledOn: '2010-02-02' }, 'membership/dates-out-of-order'],
    ['on probation with an official day', { status: 'PROBATIONARY' as const }, 'membership/dates-out-of-order'],
    ['enrolled tomorrow', { enrolledOn: '2026-11-23' }, 'membership/date-in-future'],
    ['a short citizen number', { citizenNumber: '12345' }, 'request/invalid'],
  ])('is refused for %s', async (_what, over, code) => {
    expect(await officer().refused(enterMember, entry(over))).toBe(code);
  });

  it('is refused for a number that stands in another record', async () => {
    await enter({ cardNumber: '38099999', citizenNumber: '038180009999' });
    expect(await officer().refused(enterMember, entry({ cardNumber: '38099999' }))).toBe('membership/card-number-in-use');
    expect(await officer().refused(enterMember, entry({ citizenNumber: '038180009999' }))).toBe('membership/citizen-number-in-use');
  });

  it('is closed to who may only read', async () => {
    expect(await secretary().refused(enterMember, entry())).toBe('request/forbidden');
  });
});

describe('correcting', () => {
  it('changes what is said and leaves the rest', async () => {
    const { id } = await enter({ phone: '0900000001' });
    const after = await officer().do(
      correctMember,
      { personId: id, name: 'Hà Đức Ân', admittedOn: '2010-01-01', reason: 'Theo quyết định' },
      { version: 1 },
    );
    expect(after).toEqual({ id, version: 2 });
    expect(await read(id)).toMatchObject({
      name: 'Hà Đức Ân',
      phone: '0900000001',
      admittedOn: '2010-01-01',
      version: 2,
      statuses: [{ from: '2010-01-01', to: '2011-02-03' }, { from: '2011-02-03' }],
    });
    const found = await officer().do(listMembers, { nodeId: commune.id, q: 'ha duc' });
    expect(found.items.map((m) => m.id)).toContain(id);
  });

  it("refuses a stale version, another record's number, days out of order and a record out of scope", async () => {
    await enter({ cardNumber: '38055555' });
    const { id } = await enter();
    const wrong = (input: object, version = 1, who = officer()) => who.refused(correctMember, { personId: id, reason: 'x', ...input }, { version });
    expect(await wrong({ name: 'A' }, 2)).toBe('request/stale');
    expect(await wrong({ cardNumber: '38055555' })).toBe('membership/card-number-in-use');
    expect(await wrong({ birthDate: '2011-01-01' })).toBe('membership/dates-out-of-order');
    expect(await wrong({ admittedOn: '2011-02-03' })).toBe('membership/dates-out-of-order');
    expect(await wrong({ name: 'A' }, 1, world.person('neighbor'))).toBe('request/not-found');
    expect(await wrong({ name: 'A' }, 1, secretary())).toBe('request/forbidden');
    expect((await read(id)).version).toBe(1);
  });

  it('of twenty at once lets one through', async () => {
    const { id } = await enter();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => officer().do(correctMember, { personId: id, name: `Người ${i}`, reason: 'x' }, { version: 1 })),
    );
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
    expect((await read(id)).version).toBe(2);
  });
});

describe('a change of status', () => {
  const months = ruleAt('probation.months', TODAY)?.value ?? 0;
  const admittedOn = addMonths(TODAY, -months);
  const probationer = (day: string) => enter({ status: 'PROBATIONARY', admittedOn: day, officialOn: undefined, enrolledOn: day });

  it('makes a probationer official when probation is over, not a day sooner', async () => {
    const { id } = await probationer(admittedOn);
    expect(
      await officer().refused(changeStatus, { personId: id, status: 'OFFICIAL', from: '2026-11-21', decision: '12-QĐ/ĐU' }, { version: 1 }),
    ).toBe('membership/probation-not-over');
    await officer().do(changeStatus, { personId: id, status: 'OFFICIAL', from: TODAY, decision: '12-QĐ/ĐU' }, { version: 1 });
    expect(await read(id)).toMatchObject({
      status: 'OFFICIAL',
      officialOn: TODAY,
      statuses: [
        { status: 'PROBATIONARY', to: TODAY },
        { status: 'OFFICIAL', decision: '12-QĐ/ĐU' },
      ],
    });
  });

  it('that ends membership ends everything that runs, and nothing can be added afterwards', async () => {
    const { id } = await enter();
    await officer().do(grantExemption, { personId: id, reason: 'Tuổi cao', from: '2026-01-01' }, { version: 1 });
    await officer().do(enrollTemporarily, { personId: id, toNodeId: two.id, from: '2026-02-01', to: '2026-12-31' }, { version: 2 });
    await officer().do(changeStatus, { personId: id, status: 'DECEASED', from: '2026-10-01', reason: 'Bệnh nặng' }, { version: 3 });
    expect(await read(id)).toMatchObject({
      status: 'DECEASED',
      exempt: false,
      nodeId: one.id,
      exemptions: [{ to: '2026-10-01' }],
      enrollments: [
        { kind: 'OFFICIAL', to: '2026-10-01' },
        { kind: 'TEMPORARY', to: '2026-10-01' },
      ],
    });
    const after = { personId: id };
    expect(await officer().refused(changeStatus, { ...after, status: 'LEFT', from: TODAY, decision: '1' }, { version: 4 })).toBe(
      'membership/membership-ended',
    );
    expect(await officer().refused(transferMember, { ...after, toNodeId: two.id, from: TODAY }, { version: 4 })).toBe('membership/membership-ended');
    expect(await officer().refused(enrollTemporarily, { ...after, toNodeId: two.id, from: TODAY }, { version: 4 })).toBe(
      'membership/membership-ended',
    );
    expect(await officer().refused(grantExemption, { ...after, reason: 'x', from: TODAY }, { version: 4 })).toBe('membership/membership-ended');
    expect(await officer().refused(recordWorkingAway, { ...after, place: 'x', reason: 'x', from: TODAY }, { version: 4 })).toBe(
      'membership/membership-ended',
    );
    const ids = (status?: 'DECEASED') => officer().do(listMembers, { nodeId: one.id, limit: 200, ...(status ? { status } : {}) });
    expect((await ids()).items.map((m) => m.id)).not.toContain(id);
    expect((await ids('DECEASED')).items.map((m) => m.id)).toEqual([id]);
  });

  it.each([
    [{ status: 'EXPELLED' as const, from: TODAY, decision: '1' }, 'membership/status-not-reachable'],
    [{ status: 'NAME_REMOVED' as const, from: TODAY }, 'membership/decision-missing'],
    [{ status: 'NAME_REMOVED' as const, from: admittedOn, decision: '1' }, 'membership/dates-out-of-order'],
    [{ status: 'NAME_REMOVED' as const, from: '2026-11-23', decision: '1' }, 'membership/date-in-future'],
  ])('is refused: %j', async (to, code) => {
    const { id } = await probationer(admittedOn);
    expect(await officer().refused(changeStatus, { personId: id, ...to }, { version: 1 })).toBe(code);
  });
});

describe('a transfer', () => {
  it('moves the official enrollment and with it who may see the record', async () => {
    const { id } = await enter();
    expect((await secretary().do(getMember, { personId: id })).id).toBe(id);
    await officer().do(enrollTemporarily, { personId: id, toNodeId: two.id, from: '2026-05-01' }, { version: 1 });
    await officer().do(transferMember, { personId: id, toNodeId: two.id, from: '2026-06-01', letterNumber: '07-GT' }, { version: 2 });
    expect(await read(id)).toMatchObject({
      nodeId: two.id,
      enrollments: [
        { kind: 'OFFICIAL', nodeId: one.id, to: '2026-06-01' },
        { kind: 'TEMPORARY', nodeId: two.id, to: '2026-06-01' },
        { kind: 'OFFICIAL', nodeId: two.id, from: '2026-06-01' },
      ],
    });
    expect(await secretary().refused(getMember, { personId: id })).toBe('request/not-found');
  });

  it.each([
    ['the same cell', { toNodeId: one.id }, 'membership/same-cell'],
    ['a committee', { toNodeId: commune.id }, 'membership/not-a-cell'],
    ['an ended cell', { toNodeId: ended.id }, 'membership/not-a-cell'],
    ['a day before the enrollment', { from: '2012-01-01' }, 'membership/dates-out-of-order'],
    ['tomorrow', { from: '2026-11-23' }, 'membership/date-in-future'],
  ])('is refused to %s', async (_what, over, code) => {
    const { id } = await enter();
    expect(await officer().refused(transferMember, { personId: id, toNodeId: two.id, from: TODAY, ...over }, { version: 1 })).toBe(code);
  });
});

describe('for a time', () => {
  it('elsewhere: counted here, taking part there, and over by itself', async () => {
    const { id } = await enter({ nodeId: three.id });
    await officer().do(enrollTemporarily, { personId: id, toNodeId: two.id, from: '2026-11-01', to: '2026-12-01' }, { version: 1 });
    expect(await officer().refused(enrollTemporarily, { personId: id, toNodeId: one.id, from: TODAY }, { version: 2 })).toBe(
      'membership/temporary-already',
    );
    expect(await officer().refused(enrollTemporarily, { personId: id, toNodeId: three.id, from: TODAY }, { version: 2 })).toBe(
      'membership/same-cell',
    );
    expect(await officer().refused(enrollTemporarily, { personId: id, toNodeId: commune.id, from: TODAY }, { version: 2 })).toBe(
      'membership/not-a-cell',
    );
    expect(await officer().refused(enrollTemporarily, { personId: id, toNodeId: one.id, from: '2011-12-31', to: '2012-02-01' }, { version: 2 })).toBe(
      'membership/dates-out-of-order',
    );
    const home = await officer().do(rosterOf, { nodeId: three.id });
    expect(home).toMatchObject({
      counts: { total: 1, official: 1, sentElsewhere: 1, temporaryHere: 0 },
      items: [{ id, enrollment: 'TEMPORARILY_ELSEWHERE', temporaryNodeName: two.name }],
    });
    const there = await officer().do(rosterOf, { nodeId: two.id });
    expect(there.items.find((m) => m.id === id)).toMatchObject({ enrollment: 'TEMPORARY_HERE', nodeId: three.id });
    const line = async () => (await officer().do(listMembers, { nodeId: three.id })).items[0];
    expect(await line()).toMatchObject({ temporaryNodeName: two.name });
    world.clock.set('2026-12-01T03:00:00.000Z');
    expect(await line()).not.toHaveProperty('temporaryNodeName');
    world.clock.set(`${TODAY}T03:00:00.000Z`);
    const [period] = (await read(id)).enrollments.filter((e) => e.kind === 'TEMPORARY');
    await officer().do(endTemporaryEnrollment, { personId: id, periodId: period?.id ?? '', to: '2026-11-10' }, { version: 2 });
    expect(await line()).not.toHaveProperty('temporaryNodeName');
    expect(await officer().refused(endTemporaryEnrollment, { personId: id, periodId: period?.id ?? '', to: '2026-11-12' }, { version: 3 })).toBe(
      'membership/dates-out-of-order',
    );
  });

  it('an official enrollment is not ended like a temporary one, nor a period that is not theirs', async () => {
    const { id } = await enter();
    const [home] = (await read(id)).enrollments;
    for (const periodId of [home?.id ?? '', randomUUID()])
      expect(await officer().refused(endTemporaryEnrollment, { personId: id, periodId, to: TODAY }, { version: 1 })).toBe('request/not-found');
  });

  it('exempt, and back', async () => {
    const { id } = await enter();
    await officer().do(grantExemption, { personId: id, reason: 'Điều trị dài ngày', from: '2026-01-01', to: '2027-01-01' }, { version: 1 });
    expect(await officer().refused(grantExemption, { personId: id, reason: 'x', from: '2026-06-01' }, { version: 2 })).toBe(
      'membership/exempt-already',
    );
    expect(await officer().refused(grantExemption, { personId: id, reason: 'x', from: '2009-06-01', to: '2009-07-01' }, { version: 2 })).toBe(
      'membership/dates-out-of-order',
    );
    const record = await read(id);
    expect(record).toMatchObject({ exempt: true, exemptions: [{ reason: 'Điều trị dài ngày', to: '2027-01-01' }] });
    await officer().do(endExemption, { personId: id, periodId: record.exemptions[0]?.id ?? '', to: TODAY }, { version: 2 });
    expect(await read(id)).toMatchObject({ exempt: false, version: 3 });
  });

  it('managed by a committee above their cell, and no longer; other services hear of it', async () => {
    const { id: personId } = await enter();
    const record = (nodeId: string, from: string, to?: string) => ({ personId, nodeId, from, ...(to ? { to } : {}) });
    const refused = (input: ReturnType<typeof record>, version = 1) => officer().refused(recordManagement, input, { version });
    for (const other of [one, two, neighbor]) expect(await refused(record(other.id, '2025-01-01'))).toBe('membership/manager-not-above');
    expect(await refused(record(commune.id, '2026-11-23'))).toBe('membership/date-in-future');
    expect(await secretary().refused(recordManagement, record(commune.id, '2025-01-01'), { version: 1 })).toBe('request/forbidden');
    expect(await world.person('neighbor').refused(recordManagement, record(commune.id, '2025-01-01'), { version: 1 })).toBe('request/not-found');
    await officer().do(recordManagement, record(commune.id, '2025-01-01'), { version: 1 });
    expect(await refused(record(commune.id, '2026-01-01'), 2)).toBe('membership/managed-already');
    const told = async () => (await snapshotOf([personId])).items[0]?.managed;
    expect(await told()).toEqual([{ nodeId: commune.id, from: '2025-01-01' }]);
    const [managed] = (await read(personId)).managed;
    expect(managed).toEqual({ id: expect.any(String), nodeName: commune.name, from: '2025-01-01' });
    const end = { personId, periodId: managed?.id ?? '', to: TODAY };
    expect(await officer().refused(endManagement, { ...end, to: '2025-01-01' }, { version: 2 })).toBe('membership/dates-out-of-order');
    expect(await officer().refused(endManagement, { ...end, periodId: randomUUID() }, { version: 2 })).toBe('request/not-found');
    await officer().do(endManagement, end, { version: 2 });
    expect(await told()).toEqual([{ nodeId: commune.id, from: '2025-01-01', to: TODAY }]);
    expect((await events()).filter((event) => event.id === personId).map((event) => event.version)).toEqual([1, 2, 3]);
  });

  it('working away, and back', async () => {
    const { id } = await enter();
    await officer().do(
      recordWorkingAway,
      { personId: id, place: 'Bình Dương', reason: 'Làm công nhân', from: '2026-03-01', expectedBack: '2027-02-01' },
      { version: 1 },
    );
    expect(await officer().refused(recordWorkingAway, { personId: id, place: 'x', reason: 'x', from: TODAY }, { version: 2 })).toBe(
      'membership/away-already',
    );
    expect(
      await officer().refused(
        recordWorkingAway,
        { personId: id, place: 'x', reason: 'x', from: '2026-01-01', to: '2026-02-01', expectedBack: '2025-01-01' },
        { version: 2 },
      ),
    ).toBe('membership/dates-out-of-order');
    const record = await read(id);
    expect(record).toMatchObject({ away: true, workingAway: [{ place: 'Bình Dương', reason: 'Làm công nhân', expectedBack: '2027-02-01' }] });
    expect(
      await officer().refused(endWorkingAway, { personId: id, periodId: record.workingAway[0]?.id ?? '', to: '2026-03-01' }, { version: 2 }),
    ).toBe('membership/dates-out-of-order');
    await officer().do(endWorkingAway, { personId: id, periodId: record.workingAway[0]?.id ?? '', to: '2026-11-01' }, { version: 2 });
    expect((await read(id)).away).toBe(false);
  });
});

describe('reading a record', () => {
  it('shows citizen number and phone whole to who may edit and to the member, else three digits; and leaves a trace each time', async () => {
    const { id } = await enter({ citizenNumber: '038180007123', phone: '0987654321' });
    expect(await read(id)).toMatchObject({ citizenNumber: '038180007123', phone: '0987654321' });
    expect(await secretary().do(getMember, { personId: id })).toMatchObject({ citizenNumber: '•••••••••123', phone: '•••••••321' });
    expect(await world.person('self', id).do(myRecord, {})).toMatchObject({ id, phone: '0987654321' });
    expect(
      await sql(`select actor_id, operation from audit where persons @> array[$1::uuid] and operation <> 'membership.member.enter' order by id`, [
        id,
      ]),
    ).toEqual([
      { actor_id: 'officer', operation: 'membership.member.get' },
      { actor_id: 'secretary', operation: 'membership.member.get' },
      { actor_id: 'self', operation: 'membership.member.mine' },
    ]);
  });

  it('in a list or a search leaves one row a page, with every id on it', async () => {
    const { id } = await enter({ name: 'Trịnh Thị Dấu Vết' });
    const found = await officer().do(listMembers, { nodeId: one.id, q: 'dau vet' });
    expect(found.items.map((m) => m.id)).toEqual([id]);
    await officer().do(rosterOf, { nodeId: one.id });
    await world.service.app.get(ReadTrail).onApplicationShutdown();
    const pages = await sql<{ operation: string; persons: string[] }>(
      `select operation, persons from audit where persons @> array[$1::uuid] and operation <> 'membership.member.enter' order by operation`,
      [id],
    );
    expect(pages.map((p) => p.operation)).toEqual(['membership.member.list', 'membership.roster.get']);
    expect(pages[0]?.persons).toEqual([id]);
    expect(pages[1]?.persons.length).toBeGreaterThan(1);
  });

  it('is the same answer for absent, out of scope and a stranger; and no answer without the permission', async () => {
    const { id } = await enter({ nodeId: two.id });
    expect(await secretary().refused(getMember, { personId: id })).toBe('request/not-found');
    expect(await secretary().refused(getMember, { personId: randomUUID() })).toBe('request/not-found');
    expect(await world.person('neighbor').refused(getMember, { personId: id })).toBe('request/not-found');
    expect(await world.person('lister').refused(getMember, { personId: id })).toBe('request/forbidden');
    expect(await world.person('nobody', randomUUID()).refused(myRecord, {})).toBe('request/not-found');
    expect(await world.person('unbound').refused(myRecord, {})).toBe('request/forbidden');
    expect(await sql(`select 1 from audit where persons @> array[$1::uuid] and operation = 'membership.member.get'`, [id])).toEqual([]);
  });
});

describe('what is sealed', () => {
  it('stands readable in no table', async () => {
    const canaries = { cardNumber: '99887766', citizenNumber: '099887766554', phone: '0998877665' };
    const { id } = await enter(canaries);
    await officer().do(grantExemption, { personId: id, reason: 'Canary bệnh hiểm nghèo', from: '2026-01-01' }, { version: 1 });
    await officer().do(recordWorkingAway, { personId: id, place: 'Nơi xa', reason: 'Canary nợ nần', from: '2026-01-01' }, { version: 2 });
    await officer().do(changeStatus, { personId: id, status: 'LEFT', from: TODAY, decision: '1', reason: 'Canary lý do riêng' }, { version: 3 });
    expect(await read(id)).toMatchObject({ ...canaries, statuses: [{}, {}, { reason: 'Canary lý do riêng' }] });
    const tables = await sql<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`);
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const nameSql = `"${name}"`;
      const rows = await sql<{ row: string }>(`select t::text as row from ${nameSql} t`);
      const leaked = rows.filter(({ row }) => [...Object.values(canaries), 'Canary'].some((canary) => row.includes(canary)));
      expect({ name, leaked }).toEqual({ name, leaked: [] });
    }
  });
});

describe('a list', () => {
  const names = [
    'Nguyễn Văn An',
    'Lê Thị Ánh',
    'Đỗ Đức Ân',
    'Trần Hòa',
    'Phạm Thị Hoà',
    'Hoàng Đình Đức',
    'Bùi Dũng',
    'Lò Văn Ín',
    'Nguyễn Thị Vũ',
    'Vàng A Của',
  ];
  const given = [
    'Nguyễn Văn An',
    'Lê Thị Ánh',
    'Đỗ Đức Ân',
    'Vàng A Của',
    'Bùi Dũng',
    'Hoàng Đình Đức',
    'Trần Hòa',
    'Phạm Thị Hoà',
    'Lò Văn Ín',
    'Nguyễn Thị Vũ',
  ];
  const chief = () => world.person('neighbor');
  const namesOf = (items: { name: string }[]) => items.map((m) => m.name);

  beforeAll(async () => {
    for (const name of names) await chief().do(enterMember, entry({ name, nodeId: far.id }));
  });

  it('is in the order of given names', async () => {
    const { items } = await chief().do(listMembers, { nodeId: neighbor.id });
    // Hòa and Hoà are one given name; without a middle name comes first.
    expect(namesOf(items)).toEqual(given);
  });

  it('goes on over pages without losing or doubling anybody, at one statement a page', async () => {
    const scope = await world.service.app.get(Grants).scope({ id: 'neighbor' }, 'membership:list');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { result, statements } = await counting(() => listLines(db(), scope, { nodeId: neighbor.id, limit: 3, cursor }, TODAY));
      expect(statements).toBe(1);
      seen.push(...namesOf(result.items));
      cursor = result.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(given);
    expect(await chief().refused(listMembers, { nodeId: neighbor.id, cursor: 'forged' })).toBe('request/invalid');
  });

  it.each([
    ['duc', ['Đỗ Đức Ân', 'Hoàng Đình Đức']],
    ['Đức', ['Đỗ Đức Ân', 'Hoàng Đình Đức']],
    ['ĐỨC'.normalize('NFD'), ['Đỗ Đức Ân', 'Hoàng Đình Đức']],
    ['hoà', ['Hoàng Đình Đức', 'Trần Hòa', 'Phạm Thị Hoà']],
    ['hòa', ['Hoàng Đình Đức', 'Trần Hòa', 'Phạm Thị Hoà']],
    ['thi ng', ['Nguyễn Thị Vũ']],
    ['dinh d', ['Hoàng Đình Đức']],
    ['uyen', []],
    ['a', ['Nguyễn Văn An', 'Lê Thị Ánh', 'Đỗ Đức Ân', 'Vàng A Của']],
    ['%', given],
    ['_n', ['Nguyễn Văn An', 'Nguyễn Thị Vũ']],
  ])('finds %s', async (q, found) => {
    expect(namesOf((await chief().do(listMembers, { nodeId: neighbor.id, q })).items)).toEqual(found);
  });

  it('holds only what lies in scope', async () => {
    await enter({ name: 'Lương Thị Hàng Xóm', nodeId: two.id });
    expect(await secretary().refused(listMembers, { nodeId: two.id })).toBe('request/not-found');
    expect(await secretary().refused(listMembers, { nodeId: commune.id })).toBe('request/not-found');
    expect(await secretary().refused(countMembers, { nodeId: two.id })).toBe('request/not-found');
    expect(await secretary().refused(rosterOf, { nodeId: two.id })).toBe('request/not-found');
    const mine = await secretary().do(listMembers, { nodeId: one.id, limit: 200 });
    expect(new Set(mine.items.map((m) => m.nodeId))).toEqual(new Set([one.id]));
    expect(namesOf((await officer().do(listMembers, { nodeId: commune.id, limit: 200 })).items)).toContain('Lương Thị Hàng Xóm');
  });

  it('is counted by status', async () => {
    expect(await chief().do(countMembers, { nodeId: neighbor.id })).toEqual({ total: 10, official: 10, probationary: 0, exempt: 0, away: 0 });
  });
});

describe('as of a day', () => {
  it('a roster is what the dated facts say of that day, half-open', async () => {
    const a = await enter({
      name: 'Sử A',
      nodeId: three.id,
      admittedOn: '2024-01-01',
      officialOn: undefined,
      status: 'PROBATIONARY',
      enrolledOn: '2024-01-01',
    });
    await officer().do(changeStatus, { personId: a.id, status: 'OFFICIAL', from: '2025-01-01', decision: '1' }, { version: 1 });
    await officer().do(transferMember, { personId: a.id, toNodeId: two.id, from: '2025-07-01' }, { version: 2 });
    await officer().do(grantExemption, { personId: a.id, reason: 'x', from: '2025-03-01', to: '2025-05-01' }, { version: 3 });
    await officer().do(recordWorkingAway, { personId: a.id, place: 'x', reason: 'x', from: '2025-04-01', to: '2025-06-01' }, { version: 4 });
    await officer().do(changeStatus, { personId: a.id, status: 'LEFT', from: '2026-01-01', decision: '2' }, { version: 5 });
    const on = async (nodeId: string, asOf: string) => {
      const find = (items: { id: string }[]) => items.find((m) => m.id === a.id);
      const roster = find((await officer().do(rosterOf, { nodeId, asOf })).items);
      const listed = find((await officer().do(listMembers, { nodeId, asOf, limit: 200 })).items);
      expect(listed).toEqual(roster && Object.fromEntries(Object.entries(roster).filter(([key]) => key !== 'enrollment')));
      return roster;
    };
    expect(await on(three.id, '2023-12-31')).toBeUndefined();
    expect(await on(three.id, '2024-01-01')).toMatchObject({ status: 'PROBATIONARY' });
    expect(await on(three.id, '2024-12-31')).toMatchObject({ status: 'PROBATIONARY', exempt: false });
    expect(await on(three.id, '2025-01-01')).toMatchObject({ status: 'OFFICIAL' });
    expect(await on(three.id, '2025-04-30')).toMatchObject({ exempt: true, away: true });
    expect(await on(three.id, '2025-05-01')).toMatchObject({ exempt: false, away: true });
    expect(await on(three.id, '2025-06-30')).toMatchObject({ nodeId: three.id, away: false });
    expect(await on(three.id, '2025-07-01')).toBeUndefined();
    expect(await on(two.id, '2025-07-01')).toMatchObject({ nodeId: two.id, nodeName: two.name });
    expect(await on(two.id, '2025-12-31')).toMatchObject({ status: 'OFFICIAL' });
    expect(await on(two.id, '2026-01-01')).toBeUndefined();
  });

  it('the row of today is what the dated facts say, whatever has happened before', async () => {
    const now = () => sql<{ id: string }>('select * from member_now order by person_id');
    const before = await now();
    await db().transaction('test', (tx) =>
      placeNow(
        tx,
        before.map((r) => String(Reflect.get(r, 'person_id'))),
      ),
    );
    expect(await now()).toEqual(before);
    const count = await sql<{ n: number }>('select count(*)::int as n from person');
    expect(before).toHaveLength(count[0]?.n ?? 0);
  });
});

describe('the snapshot', () => {
  const ask = async (input: SentOf<typeof rosterSnapshot>) =>
    world.rpc.call(rosterSnapshot, input, { actor: await world.service.app.get(ActorTokens).forService() });

  it('gives every member with all dates, in pages and by id, to services only', async () => {
    const { id } = await enter({ nodeId: three.id });
    await officer().do(recordWorkingAway, { personId: id, place: 'x', reason: 'x', from: '2026-03-01' }, { version: 1 });
    const rows: RosterRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask({ limit: 7, ...(cursor ? { cursor } : {}) });
      rows.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    const [{ n } = { n: 0 }] = await sql<{ n: number }>('select count(*)::int as n from person');
    expect(new Set(rows.map((r) => r.id)).size).toBe(n);
    expect(rows).toHaveLength(n);
    const wanted = {
      id,
      version: 2,
      name: `Lê Văn Số ${serial}`,
      birthYear: 1980,
      statuses: [
        { status: 'PROBATIONARY', from: '2010-02-03', to: '2011-02-03' },
        { status: 'OFFICIAL', from: '2011-02-03' },
      ],
      enrollments: [{ kind: 'OFFICIAL', nodeId: three.id, from: '2012-01-01' }],
      exemptions: [],
      away: [{ from: '2026-03-01' }],
    };
    expect(await ask({ ids: [id, randomUUID()] })).toEqual({ items: [wanted] });
    expect(rows.find((r) => r.id === id)).toEqual(wanted);
    expect(await officer().refused(rosterSnapshot, {})).toBe('request/forbidden');
  });
});

it('entities and migrations say the same', () => expectNoDrift(db().dataSource));
