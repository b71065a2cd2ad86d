// `npm run audit:verify`: reads every service's audit of the running platform and says what was edited, taken out, reordered or cut.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.mjs';

const MOST_SHOWN = 50;

async function run() {
  const file = path.join(path.resolve(root, process.env.VUNGMANH_DATA || '.data'), 'run', 'servers.json');
  const { databases, keys, heads } = JSON.parse(readFileSync(file, 'utf8'));
  const { verifyAudit } = await import('@vungmanh/platform/audit/verify');
  let found = 0;
  let missing = 0;
  for (const [service, databaseUrl] of Object.entries(databases)) {
    const started = performance.now();
    const { rows, signed, last, findings, lost, notes } = await verifyAudit({ service, databaseUrl, keysDir: keys, headsDir: heads });
    const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
    console.log(
      `${service}: ${rows.toLocaleString('vi')} dòng đã niêm phong, ${findings.length === 0 ? 'nguyên vẹn' : 'KHÔNG NGUYÊN VẸN'} (${seconds} s)`,
    );
    if (last) console.log(`  dấu niêm phong thứ ${signed}, ký lúc ${inVietnam(last.at)}: ${last.digest.match(/.{8}/g).join(' ')}`);
    else console.log('  chưa có dấu niêm phong nào được ký');
    for (const finding of findings.slice(0, MOST_SHOWN)) console.log(`  - ${finding}`);
    if (findings.length > MOST_SHOWN) console.log(`  … và ${findings.length - MOST_SHOWN} điều nữa`);
    for (const note of notes) console.log(`  ${note}`);
    found += findings.length;
    missing += lost.length;
  }
  if (found > 0) {
    console.error('Nhật ký đã bị can thiệp. Giữ nguyên hiện trạng, sao chép cơ sở dữ liệu và thư mục dấu niêm phong trước khi làm gì khác.');
    if (missing === found) {
      console.error(
        'Chỉ thấy mất dòng, không thấy sửa. Nếu vừa khôi phục từ một bản sao lưu cũ hơn, hãy ghi nhận bằng: npm run audit:restored -- "<lý do>"',
      );
    }
    process.exitCode = 1;
  } else {
    console.log('Nhật ký nguyên vẹn. Hãy in hoặc chép các dấu niêm phong ra ngoài máy chủ để đối chiếu lần sau.');
  }
}

const inVietnam = (at) => new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });

run().catch((error) => {
  console.error(error.code === 'ENOENT' ? 'Phần mềm chưa chạy trên thư mục dữ liệu này (VUNGMANH_DATA).' : error.message);
  process.exitCode = 1;
});
