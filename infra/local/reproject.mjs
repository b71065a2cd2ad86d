// `npm run reproject -- <service> [name]`: makes a running service's copies of what other services own anew, while reads go on.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.mjs';

async function run() {
  const [service, name] = process.argv.slice(2);
  if (!service) throw new Error('Cách dùng: npm run reproject -- <dịch vụ> [tên bản sao]');
  const file = path.join(path.resolve(root, process.env.VUNGMANH_DATA || '.data'), 'run', 'servers.json');
  const { nats, keys } = JSON.parse(readFileSync(file, 'utf8'));
  const { requestReproject } = await import('@vungmanh/platform/events/control');
  console.log(`Đã dựng lại: ${(await requestReproject({ nats, keys }, service, name)).join(', ')}`);
}

run().catch((error) => {
  console.error(error.code === 'ENOENT' ? 'Phần mềm chưa chạy trên thư mục dữ liệu này (VUNGMANH_DATA).' : error.message);
  process.exitCode = 1;
});
