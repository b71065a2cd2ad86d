import { asSystem } from '@vungmanh/platform/db/reach';
import { systemDb } from '@vungmanh/testing/system-db';
import { closeMeeting, giveNotice, listMeetings, openMeeting, prepareMeeting, type Meeting } from '@vungmanh/contracts/meetings/meeting';
import { generatePlan } from '@vungmanh/contracts/meetings/plan';
import { exportOverview, overviewBelow, overviewOfChildren, overviewOfYear, thematicMissing } from '@vungmanh/contracts/meetings/overview';
import { closeRoll, markRoll } from '@vungmanh/contracts/meetings/roll';
import { rosterSnapshot, type RosterRow } from '@vungmanh/contracts/membership/roster';
import { chapterSnapshot } from '@vungmanh/contracts/training/chapter';
import { bodySnapshot } from '@vungmanh/contracts/organization/body';
import { nodeChanged, type NodeRow } from '@vungmanh/contracts/organization/tree';
import { readWorkbook } from '@vungmanh/documents/workbook/read';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { counting } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import { Files } from '@vungmanh/platform/files';
import { cellNode, committeeNode, grantAt } from '@vungmanh/testing/given';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countedByHand } from '../../test/figures.js';
import { cellBody, members } from '@vungmanh/testing/people';
import { MONTHS, randomChange, randomOf, randomTree } from '../../test/random-months.js';
import { meetings } from '../service.js';
import { OverviewQueries } from './overview.queries.js';

const random = randomOf(20261122);
const province = committeeNode('Tỉnh ủy M');
const commune = committeeNode('Đảng bộ xã A', province);
const village = cellNode('Chi bộ thôn 1', commune);
const other = cellNode('Chi bộ thôn 2', commune);
const people = members(village, 10);
const others = members(other, 10);
const body = cellBody(village, people.slice(0, 2));
const otherBody = cellBody(other, others.slice(0, 2));
const grown = randomTree(random, province, 40);
const bodies = [...grown.bodies, body, otherBody];
const nodes = [...grown.nodes, other, village, commune, province];
const TODAY = '2026-11-22';

let world: World;
let db: Db;
beforeAll(async () => {
  const grants = [
    grantAt(province, 'officer'),
    grantAt(commune, 'commune'),
    { ...grantAt(province, 'above alone'), below: false },
    grantAt(village, 'secretary'),
  ];
  world = await World.start(meetings, { nodes, grants, now: `${TODAY}T02:00:00Z` }, (w) => {
    w.owns(bodySnapshot, bodies);
    w.owns(rosterSnapshot, [...people, ...others]);
    w.owns(chapterSnapshot, []);
  });
  db = systemDb(world.service);
}, 60_000);
afterAll(() => world.stop());

const officer = () => world.person('officer');
const secretary = () => world.person('officer', people[0]?.id);
const below = (node: NodeRow, month: string) => officer().do(overviewBelow, { nodeId: node.id, month });
const rowOf = async (node: NodeRow, month: string) => (await officer().do(overviewOfChildren, { nodeId: node.id, month })).items[0];

async function settled(): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    const [left] = await db.query<{ n: number }>('select (select count(*) from month_dirty)::int + (select count(*) from node_dirty)::int as n');
    if (left?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The fold does not come to an end');
}

async function expectCounted(month: string, today = TODAY): Promise<void> {
  await settled();
  const expected = await countedByHand(db, month, today);
  const { items } = await below(province, month);
  expect(items).toHaveLength(nodes.length);
  for (const { nodeId, parentId: _parent, name, code: _code, typeCode: _type, ...figures } of items) {
    expect({ name, ...figures }).toEqual({ name, ...expected.get(nodeId) });
  }
}

describe('the fold', () => {
  it('has every body of a tree whose organizations came in any order', async () => {
    await settled();
    expect((await rowOf(province, '2026-11'))?.bodies).toBe(bodies.length);
    await expectCounted('2026-11');
  });

  it('equals a count by hand after each of many changes of everything that it is made of', async () => {
    await db.write('insert into month_dirty (body_id, month) select b.id, m from body_view b, unnest($1::text[]) as m', [MONTHS]);
    for (let round = 0; round < 4; round += 1) {
      for (let i = 0; i < 120; i += 1) await randomChange(db, random, grown.bodies);
      for (const month of MONTHS) await expectCounted(month);
    }
  }, 60_000);

  it('loses nothing while several write and it folds at the same time', async () => {
    const writers = [1, 2, 3, 4, 5].map(async (seed) => {
      const own = randomOf(seed);
      for (let i = 0; i < 80; i += 1) await randomChange(db, own, grown.bodies);
    });
    await Promise.all(writers);
    for (const month of MONTHS) await expectCounted(month);
  }, 60_000);

  it('comes to the same from nothing, in pieces, when everything is touched at once', async () => {
    await db.write(`with b as (delete from body_month) delete from node_month`);
    await db.write(
      'insert into month_dirty (body_id, month) select b.id, m from body_view b, unnest($1::text[]) as m, generate_series(1, 40) as again order by random()',
      [MONTHS],
    );
    for (const month of MONTHS) await expectCounted(month);
  }, 60_000);

  it('turns the day: a task becomes overdue, and what an ended month still owes is what was due in it', async () => {
    world.clock.set('2026-11-28T02:00:00Z');
    const before = await rowOf(province, '2026-11');
    await expectOverdueOn('2026-11-28');
    world.clock.set('2026-12-01T02:00:00Z');
    await expectOverdueOn('2026-12-01');
    await expectCounted('2026-11', '2026-12-01');
    expect((await rowOf(province, '2026-11'))?.openTasks).toBeLessThan(before?.openTasks ?? 0);
    world.clock.set(`${TODAY}T02:00:00Z`);
  }, 30_000);
});

/** The turn of the day is a job: waited for. */
async function expectOverdueOn(today: string): Promise<void> {
  const month = today.slice(0, 7);
  const expected = (await countedByHand(db, month, today)).get(province.id);
  for (let i = 0; i < 200; i += 1) {
    const row = await rowOf(province, month);
    if (row?.overdueTasks === expected?.overdueTasks && row?.openTasks === expected?.openTasks) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  expect(await rowOf(province, month)).toMatchObject({ overdueTasks: expected?.overdueTasks, openTasks: expected?.openTasks });
}

const preparation = (day: string, [chair, taker]: RosterRow[], topic?: string) => ({
  startsAt: `${day}T07:00:00.000Z`,
  place: 'Nhà văn hóa',
  chairId: chair?.id ?? '',
  minuteTakerId: taker?.id ?? '',
  coversThematic: topic !== undefined,
  ...(topic === undefined ? {} : { topic }),
  agenda: [{ title: 'Khai mạc', area: 'OPENING' as const, plannedMinutes: 10 }],
});

const planned = async (node: NodeRow, month: string): Promise<{ id: string; version: number }> => {
  const { items } = await officer().do(listMeetings, { nodeId: node.id, kind: 'REGULAR', from: month, to: month, state: 'PLANNED' });
  return items[0] ?? { id: '', version: 0 };
};

async function noticed(node: NodeRow, roster: RosterRow[], day: string, topic?: string): Promise<Meeting> {
  world.clock.set(`${day.slice(0, 8)}01T01:00:00Z`);
  const meeting = await planned(node, day.slice(0, 7));
  const prepared = await secretary().do(prepareMeeting, { meetingId: meeting.id, ...preparation(day, roster, topic) }, meeting);
  return secretary().do(giveNotice, { meetingId: meeting.id }, prepared);
}

/** The month's regular meeting, covering the thematic one, of so many minutes. */
async function combined(node: NodeRow, roster: RosterRow[], day: string, minutes: number): Promise<void> {
  const { id: meetingId, ...told } = await noticed(node, roster, day, 'Học tập và làm theo Bác');
  world.clock.set(`${day}T14:00:00Z`);
  const startedAt = `${day}T07:00:00.000Z`;
  const opened = await secretary().do(openMeeting, { meetingId, startedAt }, told);
  const events = roster.map((p) => ({ type: 'mark' as const, id: randomUUID(), at: startedAt, personId: p.id, state: 'PRESENT' as const }));
  await secretary().do(markRoll, { meetingId, events });
  const roll = await secretary().do(closeRoll, { meetingId }, opened);
  const endedAt = new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();
  await secretary().do(closeMeeting, { meetingId, endedAt, shortBecause: 'Ít việc' }, roll);
}

describe('the view from above', () => {
  it('counts a combined session of 100 minutes as the regular meeting alone, and names the cells that owe the quarter (story 2)', async () => {
    await officer().do(generatePlan, { nodeId: province.id, year: 2027 });
    await combined(other, others, '2026-12-03', 125);
    await combined(village, people, '2027-01-03', 100);
    await settled();
    expect(await rowOf(other, '2026-12')).toMatchObject({ met: 1, thematicDue: 1, thematicDone: 1 });
    expect(await rowOf(other, '2026-11')).toMatchObject({ thematicDue: 1, thematicDone: 1 });
    expect(await rowOf(village, '2027-01')).toMatchObject({ met: 1, present: 10, expected: 10, thematicDue: 1, thematicDone: 0 });
    expect((await rowOf(village, '2027-01'))?.deviations).toBeGreaterThan(0);
    expect(await rowOf(village, '2026-12')).toMatchObject({ thematicDue: 1, thematicDone: 0 });
    expect(await rowOf(commune, '2026-12')).toMatchObject({ thematicDue: 2, thematicDone: 1 });
    const { items } = await world.person('commune').do(thematicMissing, { nodeId: commune.id, month: '2026-12' });
    expect(items).toEqual([
      {
        nodeId: village.id,
        bodyId: body.id,
        code: village.code,
        name: 'Chi bộ thôn 1',
        parentName: 'Đảng bộ xã A',
        says: 'Chưa sinh hoạt chuyên đề quý IV',
      },
    ]);
  });

  it('shows a change within a second', async () => {
    await settled();
    const before = (await below(province, '2027-02')).items[0]?.noticed ?? 0;
    await noticed(village, people, '2027-02-03');
    const began = performance.now();
    while ((await below(province, '2027-02')).items[0]?.noticed !== before + 1) {
      expect(performance.now() - began).toBeLessThan(1000);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('names the missing cells of a province page by page, as many as the figures say', async () => {
    await settled();
    const { thematicDue = 0, thematicDone = 0 } = (await rowOf(province, '2026-12')) ?? {};
    const names: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await officer().do(thematicMissing, { nodeId: province.id, month: '2026-12', limit: 3, ...(cursor ? { cursor } : {}) });
      names.push(...page.items.map((i) => i.nodeId));
      cursor = page.next;
    }
    expect(new Set(names).size).toBe(thematicDue - thematicDone);
    expect(names.length).toBe(thematicDue - thematicDone);
  });

  it('is a year of one organization, months without anything too', async () => {
    const { items } = await officer().do(overviewOfYear, { nodeId: other.id, year: 2026 });
    expect(items.map((i) => i.month)).toEqual(Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`));
    expect(items[11]).toMatchObject({ nodeId: other.id, met: 1, present: 10 });
    expect(items[0]).toMatchObject({ bodies: 0, met: 0 });
  });

  it('is a workbook whose parts add up to its total', async () => {
    const { fileId, name } = await officer().do(exportOverview, { nodeId: commune.id, month: '2026-12' });
    expect(name).toBe('Sinh hoạt tháng 12-2026, Đảng bộ xã A.xlsx');
    const bytes: Buffer[] = [];
    for await (const chunk of (await world.service.app.get(Files).read(fileId)) ?? []) bytes.push(chunk as Buffer);
    const path = join(tmpdir(), `${randomUUID()}.xlsx`);
    await writeFile(path, Buffer.concat(bytes));
    const read = await readWorkbook(path);
    await rm(path);
    if (!read.ok) throw new Error('The workbook cannot be read');
    const [sheet, all] = read.value.map((s) =>
      s.rows.map((r) => {
        const line: unknown[] = [];
        for (const cell of r.cells) line[cell.column - 1] = cell.value;
        return line;
      }),
    );
    const [header, ...lines] = sheet ?? [];
    const due = header?.indexOf('Phải sinh hoạt chuyên đề quý IV') ?? -1;
    expect(lines.map((l) => [l[2], l[due], l[due + 1]])).toEqual([
      ['Chi bộ thôn 1', 1, 0],
      ['Chi bộ thôn 2', 1, 1],
      ['Tổng cộng', 2, 1],
    ]);
    expect(all?.flat()).toContain('Chưa sinh hoạt chuyên đề quý IV');
  });

  it('is refused where the guard finds no right, and narrowed to the organization itself for a right that does not reach below', async () => {
    const at = { nodeId: province.id, month: '2026-12' };
    for (const contract of [overviewBelow, overviewOfChildren, exportOverview, thematicMissing]) {
      expect(await world.person('secretary').refused(contract, at)).toBe('request/not-found');
      expect(await world.person('nobody').refused(contract, at)).toBe('request/forbidden');
    }
    const alone = world.person('above alone');
    expect((await alone.do(overviewBelow, at)).items.map((i) => i.nodeId)).toEqual([province.id]);
    expect((await alone.do(overviewOfChildren, at)).items.map((i) => i.nodeId)).toEqual([province.id]);
    expect((await alone.do(thematicMissing, at)).items).toEqual([]);
    expect((await officer().do(overviewBelow, at)).items).toHaveLength(nodes.length);
  });
});

describe('the answer that is kept', () => {
  const month = '2026-12';
  const etag = async (node: NodeRow): Promise<string> => {
    const tokens = new ActorTokens(await readKeys(world.keysDir, 'gateway'), 'gateway', world.clock);
    const actor = await tokens.forPerson({ id: 'officer', session: 'x' });
    const reply = await world.rpc.send(overviewBelow, JSON.stringify({ nodeId: node.id, month }), { actor, trace: 't' });
    return reply.headers?.get('etag') ?? '';
  };

  it('keeps its ETag until something below has changed, and only then has another', async () => {
    await settled();
    const [ofProvince, ofCommune, ofVillage] = [await etag(province), await etag(commune), await etag(village)];
    expect(await etag(province)).toBe(ofProvince);
    // A touch that changes nothing gives the same bytes.
    await db.write('insert into month_dirty (body_id, month) values ($1, $2)', [otherBody.id, month]);
    await settled();
    expect(await etag(province)).toBe(ofProvince);
    await db.transaction('', async (tx) => {
      await tx.query(`update meeting set present = 1 where body_id = $1 and month = $2`, [otherBody.id, month]);
      await tx.query('insert into month_dirty (body_id, month) values ($1, $2)', [otherBody.id, month]);
    });
    await settled();
    expect(await etag(province)).not.toBe(ofProvince);
    expect(await etag(commune)).not.toBe(ofCommune);
    expect(await etag(village)).toBe(ofVillage);
  });

  it('follows a new name, and an organization that is added', async () => {
    const before = await etag(commune);
    Object.assign(other, { name: 'Chi bộ thôn Hai', version: 2 });
    await world.publish(nodeChanged, [{ id: other.id, version: 2 }]);
    const renamed = await changedFrom(before);
    expect((await below(commune, month)).items.map((i) => i.name)).toContain('Chi bộ thôn Hai');
    const added = cellNode('Chi bộ thôn 3', commune);
    nodes.push(added);
    await world.publish(nodeChanged, [{ id: added.id, version: 1 }]);
    await changedFrom(renamed);
    expect((await below(commune, month)).items.map((i) => i.name)).toContain('Chi bộ thôn 3');
  });

  async function changedFrom(before: string): Promise<string> {
    for (let i = 0; i < 200; i += 1) {
      const now = await etag(commune);
      if (now !== before) return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('The answer stays as it was');
  }

  it('costs the same few statements whatever lies below', async () => {
    const queries = world.service.app.get(OverviewQueries);
    const statements = async (node: NodeRow) => {
      await etag(node);
      const scope = { within: () => 'true', withinBelow: () => 'true' };
      const call = { input: { nodeId: node.id, month }, scope };
      return (await counting(() => asSystem(() => queries.below(call as never)))).statements;
    };
    expect(await statements(province)).toBe(await statements(village));
    expect(await statements(province)).toBe(1);
  });
});
