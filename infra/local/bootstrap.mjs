// `npm run bootstrap -- --code=38 --name="Đảng bộ tỉnh …" --user=canbo.tinh --display-name="…"`
// Founds the province and opens the first officer's account: what nobody who is signed in could do. Run it while the platform is stopped.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './command.mjs';
import { startPlatform } from './platform.mjs';

const options = new Map(
  process.argv
    .slice(2)
    .filter((a) => a.startsWith('--'))
    .map((a) => a.slice(2).split(/=(.*)/s, 2)),
);

async function run() {
  const wanted = ['code', 'name', 'user', 'display-name'];
  const missing = wanted.filter((name) => !options.get(name));
  if (missing.length > 0) throw new Error(`Thiếu ${missing.map((name) => `--${name}=…`).join(', ')}`);
  const dataDir = path.resolve(root, process.env.VUNGMANH_DATA || '.data');
  const platform = await startPlatform({ dataDir, port: 0, log: console.log });
  const work = mkdtempSync(path.join(tmpdir(), 'vungmanh-bootstrap-'));
  try {
    const json = (name, value) => {
      const file = path.join(work, name);
      writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
      return file;
    };
    const province = json('province.json', { code: options.get('code'), name: options.get('name') });
    const { nodeId } = JSON.parse(await platform.services.organization.run('bootstrap.js', province));
    const password = randomBytes(12).toString('base64url');
    const officer = { username: options.get('user'), password, displayName: options.get('display-name') };
    const grants = [{ role: 'PROVINCIAL_OFFICER', nodeId, below: true }];
    const opened = JSON.parse(
      await platform.services.identity.run('bootstrap.js', json('officer.json', { demo: false, accounts: [{ ...officer, grants }] })),
    );
    if (opened.accounts === 0) console.log(`Tài khoản ${officer.username} đã có từ trước; mật khẩu không thay đổi.`);
    else console.log(`Tài khoản: ${officer.username}\nMật khẩu:  ${password}\nHãy ghi lại mật khẩu này; nó không được lưu ở đâu khác.`);
  } finally {
    rmSync(work, { recursive: true, force: true });
    await platform.stop();
  }
}

run().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
