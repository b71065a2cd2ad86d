import { sealAfterRestore } from '@vungmanh/platform/audit/seal-after-restore';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Audited } from './audited.fixture.js';

const about = { reason: 'Khôi phục từ bản sao lưu đêm', now: '2026-03-02T02:00:00Z' };

let audited: Audited;
beforeEach(async () => {
  audited = await Audited.make();
  await audited.write(150);
  await audited.seal();
  // The backup of that night.
  await audited.superuser.query('create table audit_copy as table audit; create table audit_seal_copy as table audit_seal');
  await audited.write(100);
  await audited.seal();
}, 60_000);
afterEach(() => audited.stop());

const restore = () =>
  audited.tamper(
    'truncate audit, audit_seal; insert into audit select * from audit_copy; insert into audit_seal select * from audit_seal_copy; delete from audit_open',
  );
const service = () => ({ service: 'meetings', ...audited.at });
const lostOf = async () => (await audited.verify()).lost.reduce((sum, { after, through }) => sum + through - after, 0);

it('an older backup is found out for what it is, row by row', async () => {
  await restore();
  const { findings, lost } = await audited.verify();
  expect(findings.length).toBe(lost.length);
  expect(findings[0]).toMatch(/^chuỗi \d+: bị cắt đuôi, đã ký đến vị trí \d+ nhưng chỉ còn đến \d+$/);
  expect(await lostOf()).toBe(100);
});

it('is owned up to by a signed line, and from then on told as what it is, though the chains go on', async () => {
  await restore();
  // The service has written on before anybody looked.
  await audited.write(80);
  await audited.seal();
  expect(await lostOf()).toBe(100);
  expect(await sealAfterRestore(service(), about)).toBe(100);
  const after = await audited.verify();
  expect(after).toMatchObject({ rows: 230, findings: [] });
  expect(after.notes).toEqual([
    expect.stringMatching(/^đã khôi phục, niêm phong lại lúc 2026-03-02T02:00:00Z: mất 100 dòng ở \d+ chuỗi; Khôi phục từ bản sao lưu đêm$/),
  ]);
  await audited.write(60);
  await audited.seal();
  expect(await audited.verify()).toMatchObject({ rows: 290, findings: [] });
  // Nothing to own up to a second time.
  expect(await sealAfterRestore(service(), about)).toBe(0);
  // And a row that goes now is found as ever.
  await audited.tamper(
    'delete from audit_seal where (chain, position) = (select chain, max(position) from audit_seal group by chain order by chain limit 1)',
  );
  expect((await audited.verify()).findings.length).toBeGreaterThan(0);
});

it('is no way to own up to anything else', async () => {
  await restore();
  await audited.tamper(`update audit set actor_id = 'somebody' where id = (select min(id::text)::uuid from audit)`);
  await expect(sealAfterRestore(service(), about)).rejects.toThrow('ngoài phần bị mất còn 1 điều khác');
  await restore();
  await audited.tamper('delete from audit_seal where position = 1 and chain = (select min(chain) from audit_seal where position > 1)');
  await expect(sealAfterRestore(service(), about)).rejects.toThrow(/không phải do khôi phục|điều khác/);
});

it('cannot be forged by who has no key, and is missed when it is gone', async () => {
  await restore();
  await sealAfterRestore(service(), about);
  expect((await audited.verify()).findings).toEqual([]);
  const file = join(audited.at.headsDir, 'meetings.restored.jsonl');
  const line = await readFile(file, 'utf8');
  await writeFile(file, line.replace('bản sao lưu đêm', 'bản sao lưu khác'));
  expect((await audited.verify()).findings.join()).toContain('chữ ký không đúng');
  await writeFile(file, '');
  expect(await lostOf()).toBe(100);
});
