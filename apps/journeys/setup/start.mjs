import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startProvince } from './province.mjs';

/** The platform that the journeys of a run share, in a folder of its own. */
export default async function start() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vungmanh-journeys-'));
  const { platform, provinceId, clockFile } = await startProvince(dataDir, faults(dataDir));
  Object.assign(process.env, { TEST_BASE_URL: platform.baseUrl, TEST_PROVINCE_ID: provinceId, TEST_CLOCK_FILE: clockFile, TEST_DATA_DIR: dataDir });
  Object.assign(process.env, { TEST_PLATFORM_NATS: platform.urls.nats, TEST_KEYS_DIR: platform.directories.keys });
  const urls = Object.entries(platform.services).map(([service, { ownerUrl: owner, databaseUrl: app, readDatabaseUrl: read }]) => ({
    service,
    owner,
    app,
    read,
  }));
  process.env.TEST_METRICS = JSON.stringify(
    Object.fromEntries(Object.entries(platform.services).map(([service, { healthUrl }]) => [service, new URL('/metrics', healthUrl).href])),
  );
  process.env.TEST_ROLE_URLS = JSON.stringify(urls);
  globalThis.vungmanhJourneys = { platform, dataDir };
}

/** The whole access matrix tries faults of the guard on the running services; any other run has the product as it is. */
function faults(dataDir) {
  if (process.env.ACCESS_MATRIX !== 'whole') return {};
  const file = path.join(dataDir, 'mutant');
  process.env.TEST_MUTANT_FILE = file;
  const loader = new URL('mutant-switch.mjs', import.meta.url);
  loader.searchParams.set('at', file);
  return { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${loader.href}`.trim() };
}
