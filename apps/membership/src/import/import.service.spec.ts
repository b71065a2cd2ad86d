import { certificateSnapshot } from '@vungmanh/contracts/training/certificate';
import { systemDb } from '@vungmanh/testing/system-db';
import {
  applyMembers,
  BETWEEN_TEXTS,
  checkMembers,
  dropMembers,
  exportMembers,
  stagedMembers,
  stageMembers,
} from '@vungmanh/contracts/membership/import';
import { getMember, listMembers, rosterOf } from '@vungmanh/contracts/membership/member';
import { changeStatus, enterMember } from '@vungmanh/contracts/membership/member-change';
import type { Command, InputOf, Operation, OutputOf, SentOf } from '@vungmanh/contracts/operation';
import { memberColumns, type ImportRow } from '@vungmanh/contracts/organization/import-sheet';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { Problem } from '@vungmanh/platform/problem';
import { placeNodes } from '@vungmanh/platform/scope/tree';
import { cellNode, committeeNode, grantAt, province } from '@vungmanh/testing/given';
import { World } from '@vungmanh/testing/world';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { membership } from '../service.js';

const TODAY = '2026-11-22';
const commune = committeeNode('Đảng bộ xã Tam Lư', province);
const one = cellNode('Chi bộ bản Hậu', commune);
const two = cellNode('Chi bộ bản Tình', commune);
const ended = { ...cellNode('Chi bộ bản cũ', commune), status: 'ENDED' as const };

let world: World;
let organization: ActorTokens;
beforeAll(async () => {
  world = await World.start(
    membership,
    {
      now: `${TODAY}T03:00:00.000Z`,
      nodes: [commune, one, two, ended],
      grants: [grantAt(commune, 'officer'), grantAt(one, 'reader', ['membership:read']), grantAt(commune, 'exporter', ['organization:export'])],
    },
    (w) => w.owns(certificateSnapshot, []),
  );
  organization = new ActorTokens(await readKeys(world.keysDir, 'organization'), 'organization', world.clock);
}, 60_000);
afterAll(() => world?.stop());

const officer = () => world.person('officer');
const sql = <Row>(text: string, params: unknown[] = []) => systemDb(world.service).write<Row>(text, params);
const place = (change: Partial<typeof one>) => systemDb(world.service).transaction('test', (tx) => placeNodes(tx, [{ ...one, ...change }]));
const ask = async <O extends Operation>(contract: O, input: SentOf<O>): Promise<OutputOf<O>> =>
  world.rpc.call(contract, input, { actor: await organization.forService() });
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

let serial = 0;
const digits = (length: number): string => `2${String((serial += 1)).padStart(length - 1, '0')}`;
type Cells = Record<string, string | undefined>;
const whole = (): Cells => ({
  name: `Lê Thị ${'ABCDEGHIKLMNOPQRSTUVXY'[serial % 22] ?? 'A'}n`,
  cardNumber: digits(8),
  citizenNumber: digits(12),
  birthDate: '1980-05-19',
  sex: 'Nữ',
  admittedOn: '2010-02-03',
  officialOn: '2011-02-03',
  cellCode: 'c',
  residence: 'Chi bộ bản Hậu',
  status: 'Chính thức',
});
const dated = new Set(['birthDate', 'admittedOn', 'officialOn', 'exemptFrom', 'awayFrom']);
const columns = memberColumns.map((c) => c.key);
type Sheet = Pick<InputOf<typeof stageMembers>, 'rows' | 'cells'>;
const sheet = (rows: Cells[], cell: { id: string } = one): Sheet => ({
  rows: rows.map((cells, i) => ({ row: i + 2, texts: columns.map((column) => cells[column] ?? '').join(BETWEEN_TEXTS), cell: 0 })),
  cells: [{ nodeId: cell.id, meetsAsCell: true }],
});

const check = async (rows: Sheet, importId: string = randomUUID()) => {
  await ask(stageMembers, { importId, columns, ...rows });
  const counts = await ask(checkMembers, { importId });
  const { items } = await ask(stagedMembers, { importId, limit: 200 });
  return { importId, counts, items, said: items.map(saidOf) };
};
const saidOf = (row: ImportRow): string => [row.state, ...row.remarks.map((r) => `${r.column} ${r.kind}`)].join(', ');
const apply = async (rows: Sheet) => {
  const { importId, said } = await check(rows);
  return { importId, said, counts: await ask(applyMembers, { importId, accountId: 'officer' }) };
};
const counted = (over: object) => ({ new: 0, changed: 0, unchanged: 0, errors: 0, warnings: 0, ...over });
const countPersons = async () => (await sql<{ n: number }>('select count(*)::int as n from person'))[0]?.n ?? 0;
const events = () =>
  sql<{ n: number }>(`select jsonb_array_length(payload -> 'items') as n from outbox where name = 'membership.member.changed.v1' order by id`);

describe('an import', () => {
  it('checked changes nothing; applied it writes members with dates, numbers, events and traces; again it changes nothing', async () => {
    const people = [
      whole(),
      { ...whole(), status: 'Dự bị', officialOn: undefined, admittedOn: '2026-03-01' },
      { ...whole(), exemptFrom: '2026-01-01', awayFrom: '2026-02-01', awayPlace: 'Bình Dương' },
    ];
    const before = await countPersons();
    const seen = await check(sheet(people));
    expect(seen.counts).toEqual(counted({ new: 3 }));
    expect(seen.items[0]?.cells).toEqual({ ...people[0], birthDate: '19/05/1980', admittedOn: '03/02/2010', officialOn: '03/02/2011' });
    expect(await countPersons()).toBe(before);
    const applied = await ask(applyMembers, { importId: seen.importId, accountId: 'officer' });
    expect(applied).toEqual(counted({ new: 3 }));
    expect((await events()).at(-1)).toEqual({ n: 3 });
    const { items } = await officer().do(rosterOf, { nodeId: one.id });
    expect(items.map((m) => [m.status, m.exempt, m.away]).sort((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['OFFICIAL', false, false],
      ['OFFICIAL', true, true],
      ['PROBATIONARY', false, false],
    ]);
    const [first] = (await officer().do(listMembers, { nodeId: one.id, q: people[0]?.['name'] })).items;
    expect(await officer().do(getMember, { personId: first?.id ?? '' })).toMatchObject({
      cardNumber: people[0]?.['cardNumber'],
      citizenNumber: people[0]?.['citizenNumber'],
      residenceNote: 'Chi bộ bản Hậu',
      sex: 'FEMALE',
      statuses: [
        { status: 'PROBATIONARY', from: '2010-02-03', to: '2011-02-03' },
        { status: 'OFFICIAL', from: '2011-02-03' },
      ],
      enrollments: [{ kind: 'OFFICIAL', nodeId: one.id, from: '2010-02-03' }],
    });
    expect(await sql(`select actor_id from audit where operation = 'membership.import.apply' and persons @> array[$1::uuid]`, [first?.id])).toEqual([
      { actor_id: 'officer' },
    ]);

    // The same import once more, with another key: what it answered. The same file as a new import: nothing to do.
    const sent = (await events()).length;
    expect(await ask(applyMembers, { importId: seen.importId, accountId: 'officer' })).toEqual(counted({ new: 3 }));
    expect((await apply(sheet(people))).counts).toEqual(counted({ unchanged: 3 }));
    expect((await events()).length).toBe(sent);
    expect(await countPersons()).toBe(before + 3);
  });

  it('keeps no number readable while it waits, and forgets its rows when dropped', async () => {
    const { importId } = await check(sheet([{ ...whole(), citizenNumber: '077766655544', cardNumber: '7776665' }]));
    const kept = await sql<{ row: string }>(
      'select r::text || v::text as row from import_row r join import_verdict v using (import_id, "row") where import_id = $1',
      [importId],
    );
    expect(kept[0]?.row).toContain('Lê Thị');
    expect(kept[0]?.row).not.toMatch(/077766655544|7776665/);
    await ask(dropMembers, { importId });
    expect((await ask(stagedMembers, { importId })).items).toEqual([]);
    expect(await ask(applyMembers, { importId, accountId: 'officer' })).toEqual(counted({}));
  });

  it('staged twice is staged once, the later row instead of the earlier', async () => {
    const [first, second] = [whole(), whole()];
    const { importId } = await check(sheet([first]));
    const again = await check(sheet([second]), importId);
    expect(again.items.map((r) => r.cells['cardNumber'])).toEqual([second['cardNumber']]);
  });

  it('is for organization alone', async () => {
    for (const contract of [stageMembers, checkMembers, applyMembers, dropMembers] satisfies Command[])
      expect(await officer().refused(contract, { importId: randomUUID(), accountId: 'officer', rows: [] } as never)).toMatch(
        /request\/(forbidden|invalid)/,
      );
    expect(await officer().refused(exportMembers, { nodeId: one.id, accountId: 'officer' })).toBe('request/forbidden');
  });

  it('with one error writes nothing, also when it was right when it was checked', async () => {
    const good = whole();
    const wrong = await check(sheet([good, { ...whole(), cardNumber: '1' }]));
    expect(wrong.counts).toEqual(counted({ new: 1, errors: 1 }));
    expect(await refusal(ask(applyMembers, { importId: wrong.importId, accountId: 'officer' }))).toBe('membership/import-has-errors');
    const right = await check(sheet([good, whole()]));
    await officer().do(enterMember, {
      name: 'Người khác',
      cardNumber: good['cardNumber'],
      nodeId: two.id,
      status: 'OFFICIAL',
      admittedOn: '2000-01-01',
      officialOn: '2001-01-01',
      enrolledOn: '2001-01-01',
    });
    // Rows that came after the check, and a cell that has ended since.
    const late = await check(sheet([whole()]));
    const more = sheet([whole(), { ...whole(), cardNumber: '1' }]);
    await ask(stageMembers, { importId: late.importId, columns, ...more, rows: more.rows.slice(1) });
    const gone = await check(sheet([whole()]));
    await place({ status: 'ENDED', version: one.version + 1 });
    const before = await countPersons();
    for (const { importId } of [late, gone])
      expect(await refusal(ask(applyMembers, { importId, accountId: 'officer' }))).toBe('membership/import-has-errors');
    await place({ version: one.version + 2 });
    expect(await refusal(ask(applyMembers, { importId: right.importId, accountId: 'officer' }))).toBe('membership/import-has-errors');
    expect(await countPersons()).toBe(before);
  });
});

describe('inside the sheet', () => {
  const twice = (over: Cells, common: Cells = {}) => {
    const [a, b] = [
      { ...whole(), ...common },
      { ...whole(), ...common },
    ];
    return sheet([
      { ...a, ...over },
      { ...b, ...over },
    ]);
  };

  it.each([
    ['one card number twice', () => twice({ cardNumber: digits(8) }), ['ERROR, cardNumber ERROR', 'ERROR, cardNumber ERROR']],
    ['one citizen number twice', () => twice({ citizenNumber: digits(12) }), ['ERROR, citizenNumber ERROR', 'ERROR, citizenNumber ERROR']],
    ['namesakes with numbers', () => twice({ name: 'Bùi Trùng Tên' }), ['NEW, name WARNING', 'NEW, name WARNING']],
    [
      'namesakes without numbers',
      () => twice({ name: 'Bùi Không Số', cardNumber: undefined, citizenNumber: undefined }),
      ['ERROR, name ERROR', 'ERROR, name ERROR'],
    ],
    ['an ended cell', () => sheet([whole()], ended), ['ERROR, cellCode ERROR']],
    ['a cell that is only just being established', () => sheet([whole()], { id: randomUUID() }), ['NEW']],
  ])('%s', async (_what, rows, said) => expect((await check(rows())).said).toEqual(said));

  it('says which row it is', async () => {
    const { items } = await check(twice({ cardNumber: digits(8) }));
    expect(items.map((r) => r.remarks[0]?.says)).toEqual(['Trùng số thẻ với dòng 3.', 'Trùng số thẻ với dòng 2.']);
  });
});

describe('against the register', () => {
  const known = async (over: Cells = {}, cell = one) => {
    const cells = { ...whole(), ...over };
    await apply(sheet([cells], cell));
    return cells;
  };
  const without = { cardNumber: undefined, citizenNumber: undefined };

  it.each<[string, Cells, Cells, string]>([
    ['the card', { name: 'Ngân Một' }, { citizenNumber: undefined, name: 'Hà Tên Mới' }, 'CHANGED, name CHANGED'],
    ['the citizen number', { name: 'Ngân Hai' }, { cardNumber: undefined, name: 'Hà Tên Mới' }, 'CHANGED, name CHANGED'],
    ['name, birth and cell', { name: 'Ngân Ba' }, without, 'UNCHANGED'],
    ['a name without its marks, birth and cell', { name: 'Ngân Bốn' }, { ...without, name: 'ngan bon' }, 'CHANGED, name CHANGED'],
    ['nothing, when the citizen number is another', { name: 'Ngân Năm' }, { cardNumber: undefined, citizenNumber: '099000000001' }, 'NEW'],
  ])('finds a person by %s', async (_what, stands, over, said) => {
    const cells = await known(stands);
    expect((await check(sheet([{ ...cells, ...over }]))).said).toEqual([said]);
  });

  it.each([
    ['sex', { sex: 'Nam' }, 'Hồ sơ đang ghi Nữ.'],
    ['birthDate', { birthDate: '1980-05-20' }, 'Hồ sơ đang ghi 19/05/1980.'],
    ['admittedOn', { admittedOn: '2010-02-01' }, 'Hồ sơ đang ghi 03/02/2010.'],
    ['officialOn', { officialOn: '2011-03-03' }, 'Hồ sơ đang ghi 03/02/2011.'],
    ['residence', { residence: 'Nơi khác' }, 'Hồ sơ đang ghi Chi bộ bản Hậu.'],
    ['cardNumber', { cardNumber: '99900011' }, 'Khác số thẻ ghi trong hồ sơ.'],
    ['exemptFrom', { exemptFrom: '2026-01-01' }, 'Hồ sơ chưa ghi.'],
    ['awayFrom', { awayFrom: '2026-01-01' }, 'Hồ sơ chưa ghi.'],
  ])('shows a change of %s, writes it, and is content the next time', async (column, over, says) => {
    const cells = await known();
    const changed = { ...cells, ...over };
    const { importId, items } = await check(sheet([changed]));
    expect(items[0]).toMatchObject({ state: 'CHANGED', remarks: [{ column, kind: 'CHANGED', says }] });
    expect(await ask(applyMembers, { importId, accountId: 'officer' })).toEqual(counted({ changed: 1 }));
    expect((await check(sheet([changed]))).said).toEqual(['UNCHANGED']);
  });

  it('seals a new number for the person it belongs to, and moves their version on', async () => {
    const cells = await known();
    const { importId } = await apply(sheet([{ ...cells, cardNumber: '99900022' }]));
    const [row] = await sql<{ id: string }>('select person_id as id from import_verdict where import_id = $1', [importId]);
    expect(await officer().do(getMember, { personId: row?.id ?? '' })).toMatchObject({
      cardNumber: '99900022',
      citizenNumber: cells['citizenNumber'],
      version: 2,
    });
  });

  it('leaves a member in one cell at a time, whoever writes and at the same time', async () => {
    const cells = await known();
    const [member] = await sql<{ id: string }>('select person_id as id from member_now where name = $1 order by person_id desc limit 1', [
      cells['name'],
    ]);
    const enroll = (kind: string, from: string, to?: string) =>
      systemDb(world.service).transaction('test', async (tx) => {
        await tx.query(
          'insert into enrollment (id, person_id, kind, node_id, valid_from, valid_to) select uuidv7(), $1, $2, $3, d.from, d.to from unnest($4::date[], $5::date[]) d("from", "to")',
          [member?.id, kind, two.id, [from], [to ?? null]],
        );
        await sleep(30);
      });
    const once = { driverError: { code: '23P01', constraint: 'enrollment_once' } };
    await expect(enroll('OFFICIAL', '2020-01-01')).rejects.toMatchObject(once);
    const both = await Promise.allSettled([enroll('TEMPORARY', '2020-01-01'), enroll('TEMPORARY', '2021-01-01')]);
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((b) => b.status === 'rejected')?.reason).toMatchObject(once);
    await enroll('OFFICIAL', '2001-01-01', '2010-02-03');
    await expect(sql(`update enrollment set valid_to = null where person_id = $1 and kind = 'OFFICIAL'`, [member?.id])).rejects.toMatchObject(
      once.driverError,
    );
    await sql(`delete from enrollment where person_id = $1 and (kind = 'TEMPORARY' or valid_to is not null)`, [member?.id]);
  });

  it('takes a probationer over to official with the day, and refuses to without it', async () => {
    const cells = await known({ status: 'Dự bị', officialOn: undefined });
    expect((await check(sheet([{ ...cells, status: 'Chính thức' }]))).said).toEqual(['ERROR, officialOn ERROR, status CHANGED']);
    const { said } = await apply(sheet([{ ...cells, status: 'Chính thức', officialOn: '2011-02-03' }]));
    expect(said).toEqual(['CHANGED, officialOn CHANGED, status CHANGED']);
    expect((await check(sheet([{ ...cells, status: 'Dự bị' }]))).said).toEqual(['ERROR, status ERROR']);
  });

  it('gives who was official since an unknown day their probation when the day is told', async () => {
    const cells = await known({ officialOn: undefined });
    const { importId } = await apply(sheet([{ ...cells, officialOn: '2011-02-03' }]));
    const [row] = await sql<{ id: string }>('select person_id as id from import_verdict where import_id = $1', [importId]);
    const statuses = await sql('select status, valid_from::text as "from" from member_status where person_id = $1 order by valid_from', [row?.id]);
    expect(statuses).toEqual([
      { status: 'PROBATIONARY', from: '2010-02-03' },
      { status: 'OFFICIAL', from: '2011-02-03' },
    ]);
  });

  it('refuses somebody of another cell without a word about them, and numbers of two records', async () => {
    const there = await known({ name: 'Lương Bí Mật' }, two);
    const here = await known();
    const elsewhere = await check(sheet([{ ...here, citizenNumber: undefined, cardNumber: there['cardNumber'] }]));
    expect(elsewhere.said).toEqual(['ERROR, cellCode ERROR']);
    expect(JSON.stringify(elsewhere.items)).not.toContain('Bí Mật');
    expect((await check(sheet([{ ...here, citizenNumber: there['citizenNumber'] }]))).said).toEqual([
      'ERROR, citizenNumber ERROR, citizenNumber CHANGED',
    ]);
  });

  it('refuses somebody who has left', async () => {
    const cells = await known({ name: 'Quách Đã Đi' });
    const [person] = (await officer().do(listMembers, { nodeId: one.id, q: 'quach da di' })).items;
    await officer().do(changeStatus, { personId: person?.id ?? '', status: 'LEFT', from: TODAY, decision: '1' }, { version: 1 });
    expect((await check(sheet([cells]))).said).toEqual(['ERROR, status ERROR']);
  });

  it('the preview goes in pages and by state', async () => {
    const { importId } = await check(sheet([whole(), { ...whole(), sex: 'x' }, whole(), { ...whole(), birthDate: undefined }]));
    const first = await ask(stagedMembers, { importId, limit: 3 });
    const second = await ask(stagedMembers, { importId, limit: 3, cursor: first.next });
    expect([...first.items, ...second.items].map((r) => r.row)).toEqual([2, 3, 4, 5]);
    expect(second.next).toBeUndefined();
    expect((await ask(stagedMembers, { importId, state: 'ERROR' })).items.map((r) => r.row)).toEqual([3]);
    expect((await ask(stagedMembers, { importId, state: 'WARNING' })).items.map((r) => r.row)).toEqual([5]);
  });
});

describe('an export', () => {
  const all = async (accountId: string, nodeId = commune.id) => {
    const items: OutputOf<typeof exportMembers>['items'] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(exportMembers, { nodeId, accountId, limit: 5, ...(cursor ? { cursor } : {}) });
      items.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    return items;
  };

  it('comes in again unchanged, leaves a trace of everybody, and holds no more than its account may read', async () => {
    const items = await all('officer');
    const [{ n } = { n: 0 }] = await sql<{ n: number }>(
      'select count(*)::int as n from member_now m join node_view v on v.id = m.node_id where m.active',
    );
    expect(new Set(items.map((i) => i.id)).size).toBe(n);
    const iso = (key: string, value: string) => (dated.has(key) ? value.split('/').toReversed().join('-') : value);
    const rows = items.flatMap((item, i) =>
      sheet([Object.fromEntries(Object.entries(item.cells).map(([key, value]) => [key, iso(key, value ?? '')]))]).rows.map((row) => ({
        ...row,
        row: i + 2,
        cell: item.cells.cellName === two.name ? 1 : 0,
      })),
    );
    const { said } = await check({ rows, cells: [one, two].map(({ id }) => ({ nodeId: id, meetsAsCell: true })) });
    expect(new Set(said.map((s) => s.split(',')[0]))).toEqual(new Set(['UNCHANGED']));
    expect(
      await sql(
        `select count(distinct p)::int as n from audit a cross join unnest(a.persons) p where a.operation = 'membership.export.page' and a.actor_id = 'officer'`,
      ),
    ).toEqual([{ n }]);
    const read = await all('reader');
    expect(new Set(read.map((i) => i.cells.cellName))).toEqual(new Set([one.name]));
    expect(read.every((i) => i.cells.citizenNumber === undefined)).toBe(true);
    expect(items.some((i) => i.cells.citizenNumber !== undefined)).toBe(true);
    expect(await all('exporter')).toEqual([]);
  });
});
