import { disciplineEnded, disciplineInEffect } from '@vungmanh/contracts/inspection/discipline-event';
import { memberChanged, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import { committeesOf, endSeat, openTerm, seatPerson } from '@vungmanh/contracts/organization/committee';
import { assignFollower, endFollower, followedCells } from '@vungmanh/contracts/organization/follower';
import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import { numbersOf, recordNumber, registerOf, takeNumber, voidNumber } from '@vungmanh/contracts/organization/register';
import { counting } from '@vungmanh/platform/db/counter';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProvinceWorld } from '../../test/province.js';
import { committeesOf as committeesQuery } from './body.queries.js';

let province: ProvinceWorld;
let commune: NodeDetail;
let village: NodeDetail;
let other: NodeDetail;
beforeAll(async () => {
  province = await ProvinceWorld.start();
  commune = await province.establish(province.provinceId, 'GRASSROOTS_COMMITTEE', '99.001', 'Đảng bộ xã Mô Phỏng');
  village = await province.establish(commune.id, 'CELL', '99.001.001', 'Chi bộ thôn 1');
  other = await province.establish(commune.id, 'CELL', '99.001.002', 'Chi bộ thôn 2');
}, 40_000);
afterAll(() => province.stop());

const officer = () => province.officer;
const bodyOf = (node: NodeDetail): string => node.bodies[0]?.id ?? '';
const elected = (personId: string, post: 'SECRETARY' | 'DEPUTY' | 'MEMBER') => ({ personId, post, origin: 'ELECTED' as const });
const member = (id: string, name: string, nodeId: string): RosterRow => ({
  id,
  version: 1,
  name,
  birthYear: 1980,
  statuses: [{ status: 'OFFICIAL', from: '2005-01-01' }],
  enrollments: [{ kind: 'OFFICIAL', nodeId, from: '2010-01-01' }],
  exemptions: [],
  away: [],
});

/** Tells of members as membership would, and waits until their names are here. */
async function know(...rows: RosterRow[]): Promise<void> {
  province.members.push(...rows);
  await province.world.publish(
    memberChanged,
    rows.map(({ id, version }) => ({ id, version })),
  );
  for (let i = 0; i < 400; i += 1) {
    const known = await province.db.query('select 1 from person_name where person_id = any($1::uuid[])', [rows.map((r) => r.id)]);
    if (known.length === rows.length) return;
    await sleep(20);
  }
  throw new Error('The names did not arrive');
}

describe('discipline that inspection tells of', () => {
  const [one, two] = [randomUUID(), randomUUID()];
  let elsewhere: NodeDetail;
  beforeAll(async () => {
    elsewhere = await province.establish(province.provinceId, 'GRASSROOTS_COMMITTEE', '99.002', 'Đảng bộ xã Mẫu');
  });
  const document = randomUUID();
  const seatsOf = async (node: NodeDetail) => (await officer().do(committeesOf, { nodeId: node.id })).items[0];
  const until = async (holds: () => Promise<boolean>) => {
    for (let i = 0; i < 200 && !(await holds()); i += 1) await sleep(20);
  };

  it('takes the seats that a dismissal names, with its decision, and shows the vacancy until somebody is seated', async () => {
    const [cell, far] = [
      await province.establish(elsewhere.id, 'CELL', '99.002.011', 'Chi bộ thôn 11'),
      await province.establish(elsewhere.id, 'CELL', '99.002.012', 'Chi bộ thôn 12'),
    ];
    for (const node of [cell, far]) {
      const seats = [elected(one, 'SECRETARY'), elected(two, 'DEPUTY')];
      await officer().do(openTerm, { bodyId: bodyOf(node), number: '2025-2027', from: '2026-11-02', seats });
    }
    const numbered = {
      bodyId: bodyOf(commune),
      issuer: 'INSPECTION_COMMISSION' as const,
      type: 'QĐ' as const,
      documentId: document,
      date: '2026-11-20',
    };
    const { printed } = await province.world.rpc.call(takeNumber, numbered, { actor: await province.tokenOf('meetings'), key: document });
    const told = { id: randomUUID(), version: 4, personId: one, nodeId: cell.id, form: 'DISMISSAL' as const, from: '2026-11-20' };
    const event = { ...told, dismissedFrom: [bodyOf(cell)], decisionId: document };
    await province.world.publish(disciplineInEffect, [event]);
    await until(async () => (await seatsOf(cell))?.vacancies.length === 1);
    await province.world.publish(disciplineInEffect, [event]);
    expect(await seatsOf(cell)).toMatchObject({
      seats: [{ personId: two, post: 'DEPUTY' }],
      vacancies: [{ post: 'SECRETARY', since: '2026-11-20', because: 'DISCIPLINED', decision: { number: printed, date: '2026-11-20' } }],
    });
    expect((await seatsOf(far))?.seats).toHaveLength(2);
    await officer().do(seatPerson, { bodyId: bodyOf(cell), ...elected(randomUUID(), 'SECRETARY'), from: '2026-11-21' });
    expect((await seatsOf(cell))?.vacancies).toEqual([]);

    await province.world.publish(disciplineInEffect, [
      { id: randomUUID(), version: 2, personId: two, nodeId: far.id, form: 'EXPULSION', from: '2026-11-21' },
    ]);
    await until(async () => (await seatsOf(cell))?.seats.length === 1 && (await seatsOf(far))?.seats.length === 1);
    expect([(await seatsOf(cell))?.vacancies, (await seatsOf(far))?.vacancies]).toMatchObject([[{ post: 'DEPUTY' }], [{ post: 'DEPUTY' }]]);
  });

  it('comes in any order: an annulled expulsion that is told of late takes nothing', async () => {
    const cell = await province.establish(elsewhere.id, 'CELL', '99.002.013', 'Chi bộ thôn 13');
    const held = randomUUID();
    await officer().do(openTerm, { bodyId: bodyOf(cell), number: '2025-2027', from: '2026-11-02', seats: [elected(held, 'SECRETARY')] });
    const about = { id: randomUUID(), personId: held, nodeId: cell.id };
    const stored = () => province.db.query<{ version: number }>('select version from discipline_told where case_id = $1', [about.id]);
    await province.world.publish(disciplineEnded, [{ ...about, version: 9, on: '2026-11-22', annulled: true }]);
    await until(async () => (await stored()).length === 1);
    await province.world.publish(disciplineInEffect, [{ ...about, version: 6, form: 'EXPULSION', from: '2026-11-20' }]);
    const after = { id: randomUUID(), version: 1, personId: randomUUID(), nodeId: cell.id, form: 'REPRIMAND' as const, from: '2026-11-20' };
    await province.world.publish(disciplineInEffect, [after]);
    await until(async () => (await province.db.query('select 1 from discipline_told where case_id = $1', [after.id])).length === 1);
    expect((await seatsOf(cell))?.seats).toHaveLength(1);
  });
});

describe('a committee', () => {
  const [an, binh, chi] = [randomUUID(), randomUUID(), randomUUID()];

  it('opens its term with those elected; names come from membership; a committee of a small cell deviates and stands', async () => {
    await know(member(an, 'Nguyễn Văn An', village.id), member(binh, 'Trần Thị Bình', village.id), member(chi, 'Lê Văn Chi', village.id));
    const term = await officer().do(openTerm, {
      bodyId: bodyOf(village),
      number: '2025-2027',
      from: '2025-06-01',
      plannedTo: '2027-12-01',
      seats: [elected(an, 'SECRETARY'), elected(binh, 'DEPUTY'), elected(chi, 'MEMBER')],
    });
    expect(term).toMatchObject({ version: 1, number: '2025-2027', from: '2025-06-01' });
    expect(term.deviations.map((d) => d.ruleKey)).toEqual(['cell.committee_threshold']);
    const { items } = await officer().do(committeesOf, { nodeId: village.id });
    expect(items).toHaveLength(1);
    expect(items[0]?.term?.number).toBe('2025-2027');
    expect(items[0]?.seats.map((s) => [s.post, s.name])).toEqual([
      ['SECRETARY', 'Nguyễn Văn An'],
      ['DEPUTY', 'Trần Thị Bình'],
      ['MEMBER', 'Lê Văn Chi'],
    ]);
  });

  it('has one secretary at a time, even when two are seated at once', async () => {
    const body = bodyOf(village);
    const refused = await officer().refused(seatPerson, {
      bodyId: body,
      personId: randomUUID(),
      post: 'SECRETARY',
      origin: 'APPOINTED',
      from: '2026-01-01',
    });
    expect(refused).toBe('organization/post-taken');
    const [secretary] = (await officer().do(committeesOf, { nodeId: village.id })).items[0]?.seats ?? [];
    const ended = await officer().do(endSeat, { seatId: secretary?.id ?? '', to: '2026-09-01', because: 'MOVED' }, secretary);
    expect(ended).toMatchObject({ version: 2, to: '2026-09-01', endedBecause: 'MOVED' });
    const both = await Promise.allSettled(
      [randomUUID(), randomUUID()].map((personId) =>
        officer().do(seatPerson, { bodyId: body, personId, post: 'SECRETARY', origin: 'APPOINTED', from: '2026-09-01' }),
      ),
    );
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is shown as of any day', async () => {
    const on = async (day: string) => (await officer().do(committeesOf, { nodeId: village.id, on: day })).items[0];
    expect((await on('2026-08-31'))?.seats[0]?.personId).toBe(an);
    expect((await on('2026-09-01'))?.seats[0]?.personId).not.toBe(an);
    expect((await on('2025-05-31'))?.seats).toEqual([]);
    expect((await on('2025-05-31'))?.term).toBeUndefined();
  });

  it('refuses a second seat, an early end, a stale end and a seat without a term', async () => {
    const seat = (await officer().do(committeesOf, { nodeId: village.id })).items[0]?.seats.find((s) => s.personId === binh);
    if (!seat) throw new Error('the deputy is gone');
    const again = { bodyId: bodyOf(village), personId: binh, post: 'MEMBER', origin: 'ELECTED', from: '2026-01-01' } as const;
    expect(await officer().refused(seatPerson, again)).toBe('organization/person-seated');
    expect(await officer().refused(seatPerson, { ...again, post: 'STANDING_MEMBER' })).toBe('organization/post-unfit');
    expect(await officer().refused(endSeat, { seatId: seat.id, to: '2025-06-01', because: 'DIED' }, seat)).toBe('organization/seat-end-early');
    expect(await officer().refused(endSeat, { seatId: seat.id, to: '2026-06-01', because: 'DIED' }, { version: 9 })).toBe('request/stale');
    expect(await officer().refused(seatPerson, { ...again, bodyId: bodyOf(other) })).toBe('organization/no-term');
  });

  it('ends its running term and seats when the next begins', async () => {
    const term = await officer().do(openTerm, {
      bodyId: bodyOf(village),
      number: '2026-2029',
      from: '2026-11-01',
      seats: [elected(chi, 'SECRETARY')],
    });
    expect(term.deviations).toEqual([]);
    const [now] = (await officer().do(committeesOf, { nodeId: village.id })).items;
    expect(now?.seats.map((s) => s.personId)).toEqual([chi]);
    expect(now?.terms.map((t) => [t.number, t.to])).toEqual([
      ['2026-2029', undefined],
      ['2025-2027', '2026-11-01'],
    ]);
    expect(await officer().refused(openTerm, { bodyId: bodyOf(village), number: '2026-2029', from: '2026-11-10' })).toBe(
      'organization/term-number-used',
    );
    expect(await officer().refused(openTerm, { bodyId: bodyOf(village), number: 'khác', from: '2026-10-10' })).toBe('organization/term-overlaps');
  });

  it('tells other services who sits where, in versions that only rise', async () => {
    const actor = await province.tokenOf('meetings');
    const { items } = await province.world.rpc.call(bodySnapshot, { ids: [bodyOf(village)], limit: 10 }, { actor });
    expect(items).toMatchObject([
      { nodeId: village.id, kind: 'CELL', meets: true, name: 'Chi bộ thôn 1', term: { number: '2026-2029', from: '2026-11-01' } },
    ]);
    expect(items[0]?.seats.find((s) => s.personId === chi && s.to === undefined)).toEqual({ personId: chi, post: 'SECRETARY', from: '2026-11-01' });
    const told = await province.db.query<{ version: number }>(
      `select (i ->> 'version')::int as version from outbox, jsonb_array_elements(payload -> 'items') i where name like 'organization.body.%' and i ->> 'id' = $1 order by outbox.id`,
      [bodyOf(village)],
    );
    expect(told.map((t) => t.version)).toEqual(Array.from({ length: items[0]?.version ?? 0 }, (_, i) => i + 1));
  });

  it('is nothing to somebody outside', async () => {
    const outsider = await province.grant('outsider', other.id);
    expect(await outsider.refused(openTerm, { bodyId: bodyOf(village), number: 'x', from: '2026-11-02' })).toBe('request/not-found');
    expect(await outsider.refused(committeesOf, { nodeId: village.id })).toBe('request/not-found');
  });

  it('is read with as many statements when it has many terms', async () => {
    expect((await counting(() => committeesQuery(province.db, village.id, '2026-11-22'))).statements).toBe(3);
  });
});

describe('following', () => {
  const person = randomUUID();
  const list = async (show: 'ALL' | 'FOLLOWED' | 'UNFOLLOWED', more = {}) =>
    (await officer().do(followedCells, { nodeId: commune.id, show, ...more })).items.map((c) => c.nodeId);

  it('assigns cells to a superior committee member once, and lists them per cell, per person and those without one', async () => {
    const asked = { personId: person, bodyIds: [bodyOf(village), bodyOf(other)], from: '2026-10-01' };
    expect((await officer().do(assignFollower, asked)).items).toHaveLength(2);
    expect((await officer().do(assignFollower, asked)).items).toHaveLength(2);
    expect(await list('ALL')).toEqual([village.id, other.id]);
    expect(await list('ALL', { personId: person })).toEqual([village.id, other.id]);
    expect(await list('ALL', { personId: randomUUID() })).toEqual([]);
    expect(await list('UNFOLLOWED')).toEqual([]);
    expect(await list('UNFOLLOWED', { on: '2026-09-30' })).toEqual([village.id, other.id]);
    expect(await officer().refused(assignFollower, { ...asked, bodyIds: [bodyOf(commune)] })).toBe('organization/not-a-cell');
  });

  it('ends, and the cell is without one', async () => {
    const { items } = await officer().do(followedCells, { nodeId: village.id });
    const follower = items[0]?.followers[0];
    if (!follower) throw new Error('nobody follows');
    expect(await officer().refused(endFollower, { followerId: follower.id, to: '2026-10-01' }, follower)).toBe('organization/follower-end-early');
    expect(await officer().do(endFollower, { followerId: follower.id, to: '2026-11-01' }, follower)).toMatchObject({ to: '2026-11-01', version: 2 });
    expect(await list('UNFOLLOWED')).toEqual([village.id]);
    expect(await list('FOLLOWED')).toEqual([other.id]);
  });
});

describe('the register', () => {
  const take = async (
    about: { documentId?: string; type?: 'NQ' | 'TB' | 'BB' | 'CTr'; issuer?: 'INSPECTION_COMMISSION'; bodyId?: string; date?: string } = {},
  ) => {
    const input = { bodyId: bodyOf(village), type: 'NQ', documentId: randomUUID(), date: '2026-11-20', ...about } as const;
    return province.world.rpc.call(takeNumber, input, { actor: await province.tokenOf('meetings') });
  };

  it('gives 100 who ask at once 1 to 100, without gap or double', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => take()));
    expect(all.map((n) => n.number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(all.find((n) => n.number === 5)?.printed).toBe('Số 05-NQ/CB');
    expect(new Set(all.map((n) => n.term))).toEqual(new Set(['2026-2029']));
  }, 30_000);

  it('gives a document the number it has, also when it is asked 20 times at once', async () => {
    const documentId = randomUUID();
    const numbers = await Promise.all(Array.from({ length: 20 }, () => take({ documentId, type: 'TB' })));
    expect(new Set(numbers.map((n) => n.number))).toEqual(new Set([1]));
    expect((await take({ type: 'TB' })).number).toBe(2);
  });

  it('counts each body, type and term for itself', async () => {
    expect((await take({ type: 'BB' })).printed).toBe('Số 01-BB/CB');
    expect((await take({ date: '2026-10-31' })).term).toBe('2025-2027');
    expect(await take({ bodyId: bodyOf(commune) })).toMatchObject({ number: 1, term: '', printed: 'Số 01-NQ/ĐU' });
  });

  it("keeps a commission's book beside its committee's", async () => {
    const ofCommune = { bodyId: bodyOf(commune), type: 'CTr' } as const;
    const ofCommission = { ...ofCommune, issuer: 'INSPECTION_COMMISSION' } as const;
    expect([await take(ofCommune), await take(ofCommission), await take(ofCommission)].map((n) => n.printed)).toEqual([
      'Số 01-CTr/ĐU',
      'Số 01-CTr/UBKTĐU',
      'Số 02-CTr/UBKTĐU',
    ]);
    const { items } = await officer().do(registerOf, { nodeId: commune.id, type: 'CTr', limit: 2 });
    expect(items.map((i) => [i.issuer, i.number, i.gapBefore])).toEqual([
      [undefined, 1, 0],
      ['INSPECTION_COMMISSION', 2, 0],
    ]);
  });

  it('takes numbers given on paper, goes on behind them, and shows the gap', async () => {
    const actor = await province.tokenOf('meetings');
    const record = (number: number) =>
      province.world.rpc.call(recordNumber, { bodyId: bodyOf(other), type: 'NQ', documentId: randomUUID(), date: '2026-11-20', number }, { actor });
    await record(7);
    expect((await take({ bodyId: bodyOf(other) })).number).toBe(8);
    await expect(record(7)).rejects.toMatchObject({ code: 'organization/number-taken' });
    await record(3);
    const { items } = await officer().do(registerOf, { nodeId: other.id });
    expect(items.map((i) => [i.number, i.gapBefore])).toEqual([
      [8, 0],
      [7, 3],
      [3, 2],
    ]);
  });

  it('voids with a reason, and never gives the number again', async () => {
    const actor = await province.tokenOf('meetings');
    const taken = await take({ bodyId: bodyOf(other), type: 'TB' });
    const voided = await province.world.rpc.call(voidNumber, { documentId: taken.documentId, reason: 'Ban hành nhầm' }, { actor });
    expect(voided).toMatchObject({ number: 1, voidedBecause: 'Ban hành nhầm' });
    await expect(province.world.rpc.call(voidNumber, { documentId: taken.documentId, reason: 'Lại' }, { actor })).rejects.toMatchObject({
      code: 'organization/number-void',
    });
    expect((await take({ bodyId: bodyOf(other), type: 'TB' })).number).toBe(2);
    const { items } = await province.world.rpc.call(numbersOf, { documentIds: [taken.documentId] }, { actor });
    expect(items).toMatchObject([{ number: 1, voidedBecause: 'Ban hành nhầm' }]);
  });

  it('is leafed through in pages, newest term first', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await officer().do(registerOf, { nodeId: village.id, limit: 60, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((i) => `${i.term} ${i.type} ${i.number}`));
      cursor = page.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, 3)).toEqual(['2026-2029 BB 1', '2026-2029 NQ 100', '2026-2029 NQ 99']);
    expect(seen.at(-1)).toBe('2025-2027 NQ 1');
  });
});
