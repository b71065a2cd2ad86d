import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPlatform } from '../../../infra/local/platform.mjs';

/** Before the first day of every journey: what is founded here holds from this day on. */
const BEGINS = '2026-10-01T01:00:00Z';

/** Starts the built platform in a folder of its own, with the province and its first officer, and a clock that journeys move. */
export default async function start() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vungmanh-journeys-'));
  const clockFile = path.join(dataDir, 'clock');
  writeFileSync(clockFile, String(Date.parse(BEGINS) - Date.now()));
  const platform = await startPlatform({ dataDir, port: 0, fast: true, env: { ...process.env, CLOCK_FILE: clockFile, LOG_LEVEL: 'warn' } });
  const json = (name, value) => {
    const file = path.join(dataDir, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  const province = json('province.json', { code: '99', name: 'Đảng bộ tỉnh Minh Sơn (dữ liệu mô phỏng)' });
  const { nodeId } = JSON.parse(await platform.services.organization.run('bootstrap.js', province));
  const account = { username: 'canbo.tinh', password: 'Vungmanh@2026', displayName: 'Cán bộ Tỉnh ủy' };
  const grants = [{ role: 'PROVINCIAL_OFFICER', nodeId, below: true }];
  await platform.services.identity.run('bootstrap.js', json('officer.json', { demo: true, accounts: [{ ...account, grants }] }));
  Object.assign(process.env, { TEST_BASE_URL: platform.baseUrl, TEST_PROVINCE_ID: nodeId, TEST_CLOCK_FILE: clockFile, TEST_DATA_DIR: dataDir });
  globalThis.vungmanhJourneys = { platform, dataDir };
}
