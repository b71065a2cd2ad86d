import { childrenOf, myRoots, nodeDetail, nodeHistory, searchNodes } from '@vungmanh/contracts/organization/browse';
import { establishNode, renameNode, type NodeDetail } from '@vungmanh/contracts/organization/node';
import { listNodeTypes } from '@vungmanh/contracts/organization/node-type';
import { nodeSnapshot } from '@vungmanh/contracts/organization/tree';
import { counting } from '@vungmanh/platform/db/counter';
import { dataSourceFor } from '@vungmanh/platform/db/data-source';
import { Grants } from '@vungmanh/platform/scope/grants';
import { expectNoDrift } from '@vungmanh/testing/drift';
import { randomUUID } from 'node:crypto';
import { ProvinceWorld } from '../../test/province.js';
import { foundProvince } from './found-province.js';
import { childrenOf as childrenQuery } from './node.queries.js';
import { organization } from '../service.js';

let province: ProvinceWorld;
let commune: NodeDetail;
let village: NodeDetail;
beforeAll(async () => {
  province = await ProvinceWorld.start();
  commune = await province.establish(province.provinceId, 'GRASSROOTS_COMMITTEE', '99.001', 'Đảng bộ xã Hòa Bình');
  village = await province.establish(commune.id, 'CELL', '99.001.001', 'Chi bộ thôn Đồng Tâm');
}, 40_000);
afterAll(() => province.stop());

const officer = () => province.officer;
const sane = { parentId: '', typeCode: 'CELL', code: '99.001.050', name: 'Chi bộ thử', establishedOn: '2026-11-01' };

describe('the database', () => {
  it('is what the entities say', async () => {
    const source = await dataSourceFor(organization, province.world.databaseUrl).initialize();
    try {
      await expectNoDrift(source);
    } finally {
      await source.destroy();
    }
  });
});

describe('establishing', () => {
  it('makes an organization with its path, its traits and its body', async () => {
    expect(village).toMatchObject({
      version: 1,
      parentId: commune.id,
      typeCode: 'CELL',
      typeLabel: 'Chi bộ',
      status: 'ACTIVE',
      sectorLabel: 'Thôn, bản, tổ dân phố',
    });
    const mayNot = { hasSeal: false, mayHaveInspectionCommission: false, mayHaveAdvisoryOrgans: false };
    expect(village.traits).toEqual({ meetsAsCell: true, mayHaveCommittee: true, ...mayNot, inspectsAs: 'CELL', symbol: 'CB' });
    const may = { hasSeal: true, mayHaveInspectionCommission: true, mayHaveAdvisoryOrgans: true };
    expect(commune.traits).toEqual({ meetsAsCell: false, mayHaveCommittee: true, ...may, inspectsAs: 'GRASSROOTS_COMMITTEE', symbol: 'ĐU' });
    expect(village.path.map((p) => [p.name, p.readable])).toEqual([
      ['Đảng bộ tỉnh Mô Phỏng', true],
      ['Đảng bộ xã Hòa Bình', true],
    ]);
    expect(village.bodies).toMatchObject([{ kind: 'CELL', name: 'Chi bộ thôn Đồng Tâm', meets: true }]);
    expect(commune.bodies).toMatchObject([{ kind: 'COMMITTEE', name: 'Ban Chấp hành Đảng bộ xã Hòa Bình', meets: true }]);
  });

  it.each([
    ['a type that may not stand there', { typeCode: 'SECTION_COMMITTEE', parent: 'province' }, 'organization/type-not-allowed'],
    ['a type that has ended by then', { typeCode: 'DISTRICT', parent: 'province' }, 'organization/type-unknown'],
    ['a code in use', { code: '99.001.001' }, 'organization/code-taken'],
    ['a code with blanks', { code: '99 001' }, 'organization/code-malformed'],
    ['a sector that nobody knows', { sector: 'MARS' }, 'organization/sector-unknown'],
    ['a day to come', { establishedOn: '2026-11-23' }, 'organization/date-in-future'],
    ['a day before its parent', { establishedOn: '2026-10-31' }, 'organization/before-parent'],
  ])('is refused with %s', async (_what, { parent, ...changed }: { parent?: string } & Record<string, string>, code) => {
    const parentId = parent ? province.provinceId : commune.id;
    expect(await officer().refused(establishNode, { ...sane, parentId, ...changed })).toBe(code);
  });

  it('gives a code to one of many who ask for it at once', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => officer().do(establishNode, { ...sane, parentId: commune.id, code: '99.001.777' })),
    );
    expect(all.filter((a) => a.status === 'fulfilled')).toHaveLength(1);
    expect(all.flatMap((a) => (a.status === 'rejected' ? [String(a.reason.code)] : []))).toEqual(
      Array.from({ length: 9 }, () => 'organization/code-taken'),
    );
  });

  it('founds one province, however often it is asked', async () => {
    expect(await foundProvince(province.db, { code: '98', name: 'Khác' })).toBe(province.provinceId);
  });
});

describe('renaming', () => {
  it('keeps the old name in the history, tells everybody and is found by the new one', async () => {
    const cell = await province.establish(commune.id, 'CELL', '99.001.002', 'Chi bộ thôn Cũ');
    const renamed = await officer().do(
      renameNode,
      { nodeId: cell.id, name: 'Chi bộ thôn Mới', from: '2026-11-20', decision: { number: '12-QĐ/ĐU', date: '2026-11-18' } },
      cell,
    );
    expect(renamed).toMatchObject({ version: 2, name: 'Chi bộ thôn Mới' });
    const { items } = await officer().do(nodeHistory, { nodeId: cell.id });
    expect(items.filter((i) => i.kind === 'NAME')).toEqual([
      { kind: 'NAME', value: 'Chi bộ thôn Mới', from: '2026-11-20', decision: { number: '12-QĐ/ĐU', date: '2026-11-18' } },
      { kind: 'NAME', value: 'Chi bộ thôn Cũ', from: '2026-11-01', to: '2026-11-20' },
    ]);
    expect((await officer().do(searchNodes, { text: 'thôn cũ' })).items).toEqual([]);
    const [event] = await province.db.query<{ payload: unknown }>(`select payload from outbox where payload @> $1`, [
      JSON.stringify({ items: [{ id: cell.id, version: 2 }] }),
    ]);
    expect(event?.payload).toEqual({ items: [{ id: cell.id, version: 2 }] });
    expect(await officer().refused(renameNode, { nodeId: cell.id, name: 'Lại', from: '2026-11-21' }, cell)).toBe('request/stale');
    expect(await officer().refused(renameNode, { nodeId: cell.id, name: 'Lại', from: '2026-11-20' }, renamed)).toBe('organization/name-older');
    expect(await officer().refused(renameNode, { nodeId: cell.id, name: 'Chi bộ thôn Mới', from: '2026-11-21' }, renamed)).toBe(
      'organization/name-same',
    );
  });
});

describe('reading', () => {
  it('shows children by code with what lies below them', async () => {
    const { items } = await officer().do(childrenOf, { nodeId: province.provinceId });
    expect(items).toMatchObject([{ id: commune.id, code: '99.001', typeLabel: 'Đảng bộ cơ sở', meetsAsCell: false }]);
    const cells = await officer().do(childrenOf, { nodeId: commune.id, limit: 200 });
    expect(items[0]?.cellsBelow).toBe(cells.items.length);
    expect(items[0]?.children).toBe(cells.items.length);
  });

  it('pages through children without losing or repeating one, at a constant number of statements', async () => {
    const parent = await province.establish(province.provinceId, 'GRASSROOTS_COMMITTEE', '99.002', 'Đảng bộ xã Trang');
    for (let i = 1; i <= 7; i += 1) await province.establish(parent.id, 'CELL', `99.002.00${i}`, `Chi bộ ${i}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await officer().do(childrenOf, { nodeId: parent.id, limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((i) => i.code));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((i) => `99.002.00${i}`));
    const all = await new Grants(province.db, province.world.clock).scope({ id: 'officer' }, 'organization:read');
    const few = await counting(() => childrenQuery(province.db, parent.id, all, { paging: { limit: 1 }, today: '2026-11-22' }));
    const many = await counting(() => childrenQuery(province.db, parent.id, all, { paging: { limit: 200 }, today: '2026-11-22' }));
    expect([few.statements, many.statements]).toEqual([1, 1]);
  });

  it.each(['hoa binh', 'HOÀ BÌNH', 'xã Hòa Bình'.normalize('NFD'), '99.001'])('finds %s without marks, with the way to it', async (text) => {
    const { items } = await officer().do(searchNodes, { text });
    expect(items.find((i) => i.id === commune.id)?.path).toEqual([{ id: province.provinceId, name: 'Đảng bộ tỉnh Mô Phỏng', readable: true }]);
  });

  it('names committees before cells, over every page', async () => {
    const seen: boolean[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const found = await officer().do(searchNodes, { text: '99', limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...found.items.map((i) => i.meetsAsCell));
      cursor = found.next;
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('takes a sign of a pattern as itself', async () => {
    expect((await officer().do(searchNodes, { text: '%' })).items).toEqual([]);
  });

  it('begins where the grants begin; what lies above shows its name alone, and the rest is not there', async () => {
    const secretary = await province.grant('secretary', village.id);
    expect((await secretary.do(myRoots, {})).items.map((i) => i.id)).toEqual([village.id]);
    const seen = await secretary.do(nodeDetail, { nodeId: village.id });
    expect(seen.path.map((p) => p.readable)).toEqual([false, false]);
    expect(await secretary.refused(nodeDetail, { nodeId: commune.id })).toBe('request/not-found');
    expect(await secretary.refused(nodeDetail, { nodeId: randomUUID() })).toBe('request/not-found');
    expect((await secretary.do(searchNodes, { text: 'xã' })).items).toEqual([]);
    expect(await world().person('stranger').refused(myRoots, {})).toBe('request/forbidden');
    expect((await officer().do(myRoots, {})).items.map((i) => i.id)).toEqual([province.provinceId]);
  });

  it('offers the types and sectors that are in force on a day', async () => {
    const today = await officer().do(listNodeTypes, {});
    expect(today.types.map((t) => t.code)).not.toContain('DISTRICT');
    expect(today.types.every((t) => t.source !== '')).toBe(true);
    expect(today.sectors).toHaveLength(6);
    const then = await officer().do(listNodeTypes, { on: '2025-01-15' });
    expect(then.types.map((t) => t.code)).toEqual(expect.arrayContaining(['DISTRICT', 'BLOC']));
    expect(then.types.find((t) => t.code === 'CELL')?.label).toBe('Chi bộ trực thuộc');
  });

  it('tells other services every organization, parents before children', async () => {
    const actor = await province.tokenOf('meetings');
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await world().rpc.call(nodeSnapshot, { limit: 4, ...(cursor ? { cursor } : {}) }, { actor });
      for (const row of page.items) {
        if (row.parentId !== undefined) expect(seen).toContain(row.parentId);
        seen.add(row.id);
      }
      cursor = page.next;
    } while (cursor);
    const [count] = await province.db.query<{ n: number }>('select count(*)::int n from node');
    expect(seen.size).toBe(count?.n);
    const named = await world().rpc.call(nodeSnapshot, { limit: 10, ids: [village.id] }, { actor });
    expect(named.items).toMatchObject([{ id: village.id, version: 1, parentId: commune.id, sector: 'VILLAGE_RESIDENTIAL' }]);
    expect(await officer().refused(nodeSnapshot, {})).toBe('request/forbidden');
  });
});

const world = () => province.world;
