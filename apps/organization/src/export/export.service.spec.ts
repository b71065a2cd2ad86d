import { checkMembers, exportMembers, stageMembers } from '@vungmanh/contracts/membership/import';
import { downloadExport, getExport, listExports, startExport, type Export } from '@vungmanh/contracts/organization/export';
import { getImport, startImport } from '@vungmanh/contracts/organization/import';
import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import { readWorkbook } from '@vungmanh/documents/workbook/read';
import { Files } from '@vungmanh/platform/files';
import { done } from '@vungmanh/contracts/types';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProvinceWorld } from '../../test/province.js';
import { XLSX } from './export.kinds.js';

const asked: string[] = [];
let province: ProvinceWorld;
let commune: NodeDetail;
beforeAll(async () => {
  province = await ProvinceWorld.start((world) => {
    world.standIn(stageMembers, () => done);
    world.standIn(checkMembers, () => ({ new: 0, changed: 0, unchanged: 2, errors: 0, warnings: 0 }));
    world.standIn(exportMembers, ({ cursor, accountId }) => {
      asked.push(accountId);
      const cells = {
        name: cursor ? '=HYPERLINK("http://x")' : 'Nguyễn Văn An',
        birthDate: '03/02/1980',
        cellCode: '99.001.001',
        status: 'Đảng viên chính thức',
      };
      return { items: [{ id: randomUUID(), cells }], ...(cursor ? {} : { next: 'two' }) };
    });
  });
  commune = await province.establish(province.provinceId, 'GRASSROOTS_COMMITTEE', '99.001', 'Đảng bộ xã Xuất');
  await province.establish(commune.id, 'CELL', '99.001.001', 'Chi bộ thôn Một');
  await province.establish(province.provinceId, 'GRASSROOTS_COMMITTEE', '99.002', 'Đảng bộ xã Khác');
}, 40_000);
afterAll(() => province.stop());

const officer = () => province.officer;
async function finished(run: Export): Promise<Export> {
  for (let i = 0; i < 300; i += 1) {
    const now = await officer().do(getExport, { exportId: run.id });
    if (now.state !== 'RUNNING') return now;
    await sleep(20);
  }
  throw new Error('The export does not end');
}
async function bytesOf(run: Export): Promise<Buffer> {
  const { fileId } = await officer().do(downloadExport, { exportId: run.id });
  const stream = await province.world.service.app.get(Files).read(fileId);
  if (!stream) throw new Error('The file is not there');
  return Buffer.concat(await stream.toArray());
}
async function read(bytes: Buffer) {
  const directory = await mkdtemp(join(tmpdir(), 'vungmanh-export-'));
  try {
    await writeFile(join(directory, 'x.xlsx'), bytes);
    const result = await readWorkbook(join(directory, 'x.xlsx'));
    if (!result.ok) throw new Error(result.refusal.title);
    return result.value.map((s) => ({
      name: s.name,
      rows: s.rows.map((r) => r.cells.map((c) => c.value)),
      formulas: s.rows.flatMap((r) => r.cells.filter((c) => c.formula)),
    }));
  } finally {
    await rm(directory, { recursive: true });
  }
}

it('writes the organizations and members below one, executes nothing, and comes in again unchanged', async () => {
  const whole = await finished(await officer().do(startExport, { nodeId: province.provinceId }));
  expect(whole).toMatchObject({ state: 'DONE', organizations: 4, members: 2, nodeName: 'Đảng bộ tỉnh Mô Phỏng' });
  expect(new Set(asked)).toEqual(new Set(['officer']));
  const bytes = await bytesOf(whole);
  const [organizations, members] = await read(bytes);
  expect(organizations?.rows.slice(1)).toEqual([
    ['99', 'Đảng bộ tỉnh Mô Phỏng', 'Đảng bộ tỉnh, thành phố'],
    ['99.001', 'Đảng bộ xã Xuất', 'Đảng bộ cơ sở', '99', '2026-11-01'],
    ['99.001.001', 'Chi bộ thôn Một', 'Chi bộ', '99.001', 'Thôn, bản, tổ dân phố', '2026-11-01'],
    ['99.002', 'Đảng bộ xã Khác', 'Đảng bộ cơ sở', '99', '2026-11-01'],
  ]);
  expect(members?.rows[2]?.[0]).toBe('=HYPERLINK("http://x")');
  expect(members?.formulas).toEqual([]);
  const { fileId } = await province.world.service.app.get(Files).put([bytes], { by: 'officer', type: XLSX });
  const run = await officer().do(startImport, { nodeId: province.provinceId, fileId, fileName: 'xuất.xlsx' });
  for (let i = 0; i < 300; i += 1) {
    const { state, organizations: counts } = await officer().do(getImport, { importId: run.id });
    if (state === 'READY') return expect(counts).toEqual({ new: 0, changed: 0, unchanged: 4, errors: 0, warnings: 0 });
    await sleep(20);
  }
  throw new Error('The export did not come in again unchanged');
});

it('is of one subtree, without members when they are not wanted', async () => {
  const part = await finished(await officer().do(startExport, { nodeId: commune.id, withMembers: false }));
  expect(part).toMatchObject({ organizations: 2, members: 0 });
  const sheets = await read(await bytesOf(part));
  expect(sheets.map((s) => s.name)).toEqual(['Tổ chức đảng']);
});

it('is for the one who asked for it alone, and for nobody outside', async () => {
  const { items } = await officer().do(listExports, {});
  expect(items).toHaveLength(2);
  const colleague = await province.grant('colleague', province.provinceId);
  expect((await colleague.do(listExports, {})).items).toEqual([]);
  expect(await colleague.refused(downloadExport, { exportId: items[0]?.id ?? '' })).toBe('request/not-found');
  const secretary = await province.grant('secretary', commune.id, ['organization:read', 'organization:read-details']);
  expect(await secretary.refused(startExport, { nodeId: commune.id })).toBe('request/forbidden');
  const clerk = await province.grant('clerk', commune.id);
  expect(await clerk.refused(startExport, { nodeId: province.provinceId })).toBe('request/not-found');
});
