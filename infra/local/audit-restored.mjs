// `npm run audit:restored -- "<lý do>"`: after a restore of a backup older than the last signed heads, with the platform running on it:
// signs which rows of the audit are gone and why. Refuses when more than that is wrong. Nothing is made good; it is owned up to.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.mjs';

async function run() {
  const reason = process.argv.slice(2).join(' ').trim();
  if (reason.length < 10)
    throw new Error('Hãy ghi lý do, ví dụ: npm run audit:restored -- "Khôi phục từ bản sao lưu 23/11/2026 do hỏng đĩa, biên bản số 12"');
  const file = path.join(path.resolve(root, process.env.VUNGMANH_DATA || '.data'), 'run', 'servers.json');
  const { databases, keys, heads } = JSON.parse(readFileSync(file, 'utf8'));
  const { sealAfterRestore } = await import('@vungmanh/platform/audit/seal-after-restore');
  for (const [service, databaseUrl] of Object.entries(databases)) {
    const at = { service, databaseUrl, keysDir: keys, headsDir: heads };
    const rows = await sealAfterRestore(at, { reason, now: new Date().toISOString() });
    console.log(rows === 0 ? `${service}: không mất dòng nào` : `${service}: đã ghi nhận mất ${rows.toLocaleString('vi')} dòng`);
  }
}

run().catch((error) => {
  console.error(error.code === 'ENOENT' ? 'Phần mềm chưa chạy trên thư mục dữ liệu này (VUNGMANH_DATA).' : error.message);
  process.exitCode = 1;
});
