import {
  applyMembers,
  BETWEEN_TEXTS,
  checkMembers,
  dropMembers,
  stagedMembers,
  stageMembers,
  type MemberSheetRow,
} from '@vungmanh/contracts/membership/import';
import type { InputOf } from '@vungmanh/contracts/operation';
import { childrenOf, nodeDetail, nodeHistory, searchNodes } from '@vungmanh/contracts/organization/browse';
import {
  cancelImport,
  confirmImport,
  getImport,
  importRows,
  listImports,
  startImport,
  type Import,
  type ImportState,
} from '@vungmanh/contracts/organization/import';
import { memberColumns, organizationColumns } from '@vungmanh/contracts/organization/import-sheet';
import { renameNode } from '@vungmanh/contracts/organization/node';
import { streamOfWorkbook, type SheetToWrite, type SheetValue } from '@vungmanh/documents/workbook/write';
import { Files } from '@vungmanh/platform/files';
import { Problem } from '@vungmanh/platform/problem';
import { done } from '@vungmanh/contracts/types';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProvinceWorld } from '../../test/province.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What membership was sent, in its place: rows by import and number. */
type Staged = Pick<MemberSheetRow, 'row' | 'texts'> & { cell: InputOf<typeof stageMembers>['cells'][number] };
const staged = new Map<string, Map<number, Staged>>();
const nameAt = memberColumns.findIndex((c) => c.key === 'name');
const membership = { applied: [] as string[], refuses: false, away: 0 };

let province: ProvinceWorld;
beforeAll(async () => {
  province = await ProvinceWorld.start((world) => {
    world.standIn(stageMembers, ({ importId, rows, cells }) => {
      const all = staged.get(importId) ?? new Map<number, Staged>();
      for (const { row, texts, cell } of rows) all.set(row, { row, texts, cell: cells[cell ?? -1] ?? null });
      staged.set(importId, all);
      return done;
    });
    world.standIn(checkMembers, ({ importId }) => {
      const rows = [...(staged.get(importId)?.values() ?? [])];
      const errors = rows.filter((r) => !r.cell?.meetsAsCell).length;
      return { new: rows.length - errors, changed: 0, unchanged: 0, errors, warnings: 0 };
    });
    world.standIn(stagedMembers, ({ importId }) => ({
      items: [...(staged.get(importId)?.values() ?? [])].map((r) => ({
        row: r.row,
        state: 'NEW' as const,
        warned: false,
        cells: { name: r.texts.split(BETWEEN_TEXTS)[nameAt] ?? '' },
        remarks: [],
      })),
    }));
    world.standIn(applyMembers, ({ importId }) => {
      if (membership.away-- > 0) throw new Problem('unavailable', 'request/unavailable', 'Đang bận');
      if (membership.refuses) throw new Problem('conflict', 'membership/import-has-errors', 'Danh sách đảng viên đã thay đổi');
      membership.applied.push(importId);
      return { new: staged.get(importId)?.size ?? 0, changed: 0, unchanged: 0, errors: 0, warnings: 0 };
    });
    world.standIn(dropMembers, ({ importId }) => {
      staged.delete(importId);
      return done;
    });
  });
}, 40_000);
afterAll(() => province.stop());

const officer = () => province.officer;
const files = () => province.world.service.app.get(Files);
const sheet = (name: string, columns: readonly { title: string }[], rows: Iterable<readonly SheetValue[]>): SheetToWrite => ({
  name,
  columns: columns.map((c) => ({ header: c.title, width: 20, kind: 'text' as const })),
  rows,
});
const organizations = (...rows: SheetValue[][]) => sheet('Tổ chức đảng', organizationColumns, rows);
const members = (...rows: SheetValue[][]) => sheet('Đảng viên', memberColumns, rows);
const memberOf = (name: string, cell: string): SheetValue[] => [
  name,
  '99001234',
  '001099001234',
  '03/02/1980',
  'Nam',
  '19/05/2005',
  '19/05/2006',
  cell,
  '',
  '',
  'Đảng viên chính thức',
];
const unit = (code: string, name: string, type: string, parent: string, ...more: SheetValue[]): SheetValue[] => [code, name, type, parent, ...more];

async function upload(sheets: SheetToWrite[] | Buffer, by = 'officer'): Promise<string> {
  const bytes = Buffer.isBuffer(sheets) ? [sheets] : streamOfWorkbook(sheets);
  return (await files().put(bytes, { by, type: XLSX })).fileId;
}
const begin = async (...sheets: SheetToWrite[]): Promise<Import> =>
  officer().do(startImport, { nodeId: province.provinceId, fileId: await upload(sheets), fileName: 'dữ liệu mô phỏng.xlsx' });
async function until(run: Import, ...states: ImportState[]): Promise<Import> {
  for (let i = 0; i < 300; i += 1) {
    // A whole province in one process with this test: a look that comes too late is repeated.
    const now = await officer()
      .do(getImport, { importId: run.id })
      .catch((error: unknown) => (error instanceof Problem && error.kind === 'timeout' ? run : Promise.reject(error)));
    if (states.includes(now.state)) return now;
    await sleep(20);
  }
  const [job] = await province.db.query<{ error: string }>('select error from job where unique_key = $1 order by id desc', [run.id]);
  throw new Error(`${run.id} did not become ${states.join(' or ')}: ${job?.error ?? 'no job'}`);
}
const preview = async (...sheets: SheetToWrite[]) => until(await begin(...sheets), 'READY', 'REFUSED');
const apply = async (run: Import, sheets: ('ORGANIZATIONS' | 'MEMBERS')[]) =>
  until(await officer().do(confirmImport, { importId: run.id, sheets }, run), 'DONE', 'REFUSED');

const commune = unit('99.001', 'Đảng bộ xã Nhập', 'Đảng bộ cơ sở', '99', '', '01/07/2025', '12-QĐ/TU', 'Có');
const village = unit('99.001.001', 'Chi bộ thôn Nhập'.normalize('NFD'), 'Chi bộ', '99.001', 'Thôn, bản, tổ dân phố', '2025-07-01');

describe('an import', () => {
  it('previews, applies both sheets and reports; the same file again changes nothing', async () => {
    const run = await preview(
      organizations(commune, village),
      members(memberOf('Nguyễn Văn An', '99.001.001'), memberOf('Trần Thị Bình', '99.001.001')),
    );
    expect(run).toMatchObject({
      state: 'READY',
      progress: { done: 4, total: 4 },
      organizations: { new: 2, errors: 0 },
      members: { new: 2, errors: 0 },
    });
    expect((await officer().do(searchNodes, { text: 'xã nhập' })).items).toEqual([]);
    const { items } = await officer().do(importRows, { importId: run.id, sheet: 'ORGANIZATIONS' });
    expect(items.map((i) => [i.row, i.state, i.cells['name'], i.cells['establishedOn']])).toEqual([
      [2, 'NEW', 'Đảng bộ xã Nhập', '01/07/2025'],
      [3, 'NEW', 'Chi bộ thôn Nhập', '01/07/2025'],
    ]);
    expect((await officer().do(importRows, { importId: run.id, sheet: 'MEMBERS' })).items.map((i) => i.cells['name'])).toEqual([
      'Nguyễn Văn An',
      'Trần Thị Bình',
    ]);
    const done = await apply(run, ['ORGANIZATIONS', 'MEMBERS']);
    expect(done).toMatchObject({ state: 'DONE', confirmed: ['ORGANIZATIONS', 'MEMBERS'] });
    expect(membership.applied).toEqual([run.id]);
    const found = (await officer().do(searchNodes, { text: 'thon nhap' })).items[0];
    expect(found).toMatchObject({ code: '99.001.001', typeCode: 'CELL', meetsAsCell: true });
    expect(found?.path.map((p) => p.name)).toEqual(['Đảng bộ tỉnh Mô Phỏng', 'Đảng bộ xã Nhập']);
    // Membership was told the id under which the cell now stands.
    expect([...(staged.get(run.id)?.values() ?? [])].map((r) => r.cell)).toEqual([0, 1].map(() => ({ nodeId: found?.id, meetsAsCell: true })));
    const detail = await officer().do(nodeDetail, { nodeId: found?.id ?? '' });
    expect(detail).toMatchObject({ version: 1, sector: 'VILLAGE_RESIDENTIAL', establishedOn: '2025-07-01', bodies: [{ kind: 'CELL' }] });
    const again = await preview(organizations(commune, village));
    expect(again.organizations).toEqual({ new: 0, changed: 0, unchanged: 2, errors: 0, warnings: 0 });
    await apply(again, ['ORGANIZATIONS']);
    expect((await officer().do(nodeDetail, { nodeId: detail.id })).version).toBe(1);
  });

  it('writes changes of name, sector and seal, and keeps the history', async () => {
    const renamed = unit('99.001.001', 'Chi bộ thôn Nhập Mới', 'CELL', '99.001', 'Thôn, bản, tổ dân phố', '', '', 'Có');
    const run = await preview(organizations(renamed));
    expect(run.organizations).toMatchObject({ changed: 1 });
    const [row] = (await officer().do(importRows, { importId: run.id, sheet: 'ORGANIZATIONS', state: 'CHANGED' })).items;
    expect(row?.remarks.map((r) => [r.column, r.says])).toEqual([
      ['name', 'Đang là: Chi bộ thôn Nhập.'],
      ['hasSeal', 'Đang để trống.'],
    ]);
    await apply(run, ['ORGANIZATIONS']);
    const [cell] = (await officer().do(searchNodes, { text: 'nhập mới' })).items;
    const detail = await officer().do(nodeDetail, { nodeId: cell?.id ?? '' });
    expect(detail).toMatchObject({ version: 2, name: 'Chi bộ thôn Nhập Mới', traits: { hasSeal: true }, establishedOn: '2025-07-01' });
    const names = (await officer().do(nodeHistory, { nodeId: detail.id })).items.filter((i) => i.kind === 'NAME');
    expect(names.map((n) => [n.value, n.from, n.to])).toEqual([
      ['Chi bộ thôn Nhập Mới', '2026-11-22', undefined],
      ['Chi bộ thôn Nhập', '2025-07-01', '2026-11-22'],
    ]);
  });

  it('with an error in a sheet applies nothing of it, and the other sheet by itself', async () => {
    const wrong = unit('99.001.009', 'Chi bộ lạc', 'Chi bộ', '99.404');
    const run = await preview(organizations(wrong), members(memberOf('Lê Văn Chi', '99.001.001')));
    expect(run.organizations).toMatchObject({ errors: 1 });
    expect(await officer().refused(confirmImport, { importId: run.id, sheets: ['ORGANIZATIONS'] }, run)).toBe('organization/import-has-errors');
    expect(await officer().refused(confirmImport, { importId: run.id, sheets: ['MEMBERS'] }, { version: run.version + 1 })).toBe('request/stale');
    expect(await apply(run, ['MEMBERS'])).toMatchObject({ state: 'DONE', confirmed: ['MEMBERS'] });
    expect((await officer().do(searchNodes, { text: 'chi bộ lạc' })).items).toEqual([]);
    expect(await officer().refused(confirmImport, { importId: run.id, sheets: ['MEMBERS'] }, run)).toBe('request/stale');
  });

  it('takes members before their cells in the file, and not without them', async () => {
    const cell = unit('99.001.002', 'Chi bộ thôn Hai', 'Chi bộ', '99.001', 'thôn');
    const run = await preview(members(memberOf('Phạm Thị Dung', '99.001.002')), organizations(cell));
    expect(run.members).toMatchObject({ new: 1, errors: 0 });
    expect(await officer().refused(confirmImport, { importId: run.id, sheets: ['MEMBERS'] }, run)).toBe('organization/import-needs-organizations');
    // Longer away than one attempt at the job is patient: the organizations stand already when the next one goes on.
    membership.away = 5;
    expect((await apply(run, ['ORGANIZATIONS', 'MEMBERS'])).state).toBe('DONE');
    expect(membership.applied).toContain(run.id);
  });

  it('keeps the organizations and says so when membership takes the members no more', async () => {
    membership.refuses = true;
    const run = await preview(organizations(unit('99.001.003', 'Chi bộ thôn Ba', 'Chi bộ', '99.001')), members(memberOf('Vũ Văn Em', '99.001.003')));
    const done = await apply(run, ['ORGANIZATIONS', 'MEMBERS']);
    membership.refuses = false;
    expect(done).toMatchObject({ state: 'DONE', confirmed: ['ORGANIZATIONS'], trouble: 'Danh sách đảng viên đã thay đổi' });
  });

  it('is refused whole when the register was changed after the preview', async () => {
    const run = await preview(
      organizations(unit('99.001.001', 'Tên từ tệp', 'Chi bộ', '99.001'), unit('99.001.050', 'Chi bộ mới từ tệp', 'Chi bộ', '99.001')),
    );
    const [cell] = (await officer().do(searchNodes, { text: '99.001.001' })).items;
    province.world.clock.set('2026-11-23T02:00:00Z');
    const seen = await officer().do(nodeDetail, { nodeId: cell?.id ?? '' });
    await officer().do(renameNode, { nodeId: seen.id, name: 'Tên đổi tay', from: '2026-11-23' }, seen);
    const done = await apply(run, ['ORGANIZATIONS']);
    expect(done).toMatchObject({ state: 'REFUSED', trouble: expect.stringContaining('đã thay đổi từ khi kiểm tra') });
    expect((await officer().do(searchNodes, { text: 'từ tệp' })).items).toEqual([]);
  });

  it('can be canceled while it waits, and then forgets what it read', async () => {
    const run = await preview(organizations(unit('99.001.060', 'Chi bộ hủy', 'Chi bộ', '99.001')), members(memberOf('Đỗ Thị Gấm', '99.001.060')));
    expect(await officer().do(cancelImport, { importId: run.id }, run)).toMatchObject({ state: 'CANCELED' });
    expect(staged.has(run.id)).toBe(false);
    expect((await officer().do(importRows, { importId: run.id, sheet: 'ORGANIZATIONS' })).items).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each<[string, () => Promise<SheetToWrite[] | Buffer>, RegExp]>([
    ['a file that is no workbook', async () => Buffer.from('không phải bảng tính'), /không phải bảng tính Excel/],
    [
      'a workbook without our headings',
      async () => [sheet('Sheet1', [{ title: 'Cột A' }, { title: 'Cột B' }], [['1', '2']])],
      /Không thấy trang tính nào/,
    ],
    [
      'a heading that lacks a column',
      async () => [
        sheet(
          'Tổ chức đảng',
          organizationColumns.filter((c) => c.key !== 'parentCode'),
          [],
        ),
      ],
      /thiếu cột: Mã tổ chức cấp trên/,
    ],
    ['two sheets of one kind', async () => [organizations(commune), { ...organizations(village), name: 'Khác' }], /hai trang tính cùng mẫu/],
  ])('%s, with the reason', async (_what, made, says) => {
    const run = await officer().do(startImport, { nodeId: province.provinceId, fileId: await upload(await made()), fileName: 'x.xlsx' });
    const refused = await until(run, 'REFUSED');
    expect(refused.trouble).toMatch(says);
  });

  it('the file of another, and an import of another scope', async () => {
    const stolen = await upload([organizations(commune)], 'somebody-else');
    expect(await officer().refused(startImport, { nodeId: province.provinceId, fileId: stolen, fileName: 'x.xlsx' })).toBe(
      'organization/file-unknown',
    );
    const [node] = (await officer().do(childrenOf, { nodeId: province.provinceId })).items;
    const clerk = await province.grant('clerk', node?.id ?? '');
    const { items } = await officer().do(listImports, {});
    expect(items.length).toBeGreaterThan(5);
    expect((await clerk.do(listImports, {})).items).toEqual([]);
    expect(await clerk.refused(getImport, { importId: items[0]?.id ?? '' })).toBe('request/not-found');
    expect(await clerk.refused(importRows, { importId: items[0]?.id ?? '', sheet: 'MEMBERS' })).toBe('request/not-found');
    const own = await clerk.do(startImport, {
      nodeId: node?.id ?? '',
      fileId: await upload([organizations(unit('99.002', 'Ngoài phạm vi', 'Đảng bộ cơ sở', '99'))], 'clerk'),
      fileName: 'x.xlsx',
    });
    const outside = await until(own, 'READY');
    expect(outside.organizations).toMatchObject({ errors: 1 });
  });
});

describe('a province', () => {
  it('of 4,534 organizations is staged, checked and applied', async () => {
    const rows: SheetValue[][] = [];
    for (let g = 1; g <= 800; g += 1) {
      const code = `99.5${String(g).padStart(3, '0')}`;
      rows.push(unit(code, `Đảng bộ cơ sở ${g} (dữ liệu mô phỏng)`, 'Đảng bộ cơ sở', '99', '', '01/07/2025'));
      for (let c = 1; c <= (g <= 534 ? 5 : 4) && rows.length < 4534; c += 1)
        rows.push(unit(`${code}.${c}`, `Chi bộ ${g}.${c}`, 'Chi bộ', code, 'thôn', '01/07/2025'));
    }
    const run = await preview(organizations(...rows));
    expect(run.organizations).toEqual({ new: rows.length, changed: 0, unchanged: 0, errors: 0, warnings: 0 });
    await apply(run, ['ORGANIZATIONS']);
    const [count] = await province.db.query<{ n: number }>(
      `select count(*)::int n from tree_now t join node_view n on n.id = t.descendant where t.ancestor = $1 and n.code like '99.5%'`,
      [province.provinceId],
    );
    expect(count?.n).toBe(rows.length);
  }, 60_000);
});
