import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startPlatform } from '../../../infra/local/platform.mjs';

/** Before the first day of every journey: what is founded here holds from this day on. */
const BEGINS = '2026-10-01T01:00:00Z';

/**
 * The built platform in `dataDir`, every service in a process of its own as `npm start` runs them, with a province, its first officer
 * and a clock that journeys move: `{ platform, provinceId, clockFile }`. `more` are variables of its processes.
 */
export async function startProvince(dataDir, more = {}) {
  const file = (name, value) => {
    const place = path.join(dataDir, name);
    writeFileSync(place, JSON.stringify(value));
    return place;
  };
  const clockFile = file('clock', Date.parse(BEGINS) - Date.now());
  const platform = await startPlatform({ dataDir, port: 0, fast: true, env: { ...process.env, CLOCK_FILE: clockFile, LOG_LEVEL: 'warn', ...more } });
  try {
    const province = file('province.json', { code: '99', name: 'Đảng bộ tỉnh Minh Sơn (dữ liệu mô phỏng)' });
    const { nodeId } = JSON.parse(await platform.services.organization.run('bootstrap.js', province));
    const account = { username: 'canbo.tinh', password: 'Vungmanh@2026', displayName: 'Cán bộ Tỉnh ủy' };
    const grants = [{ role: 'PROVINCIAL_OFFICER', nodeId, below: true }];
    await platform.services.identity.run('bootstrap.js', file('officer.json', { demo: true, accounts: [{ ...account, grants }] }));
    return { platform, provinceId: nodeId, clockFile };
  } catch (error) {
    await platform.stop();
    throw error;
  }
}
