import { fileURLToPath } from 'node:url';
import { preset } from '@vungmanh/tooling/jest.preset.mjs';
import { findChromium } from '../../infra/local/chromium.mjs';

const setup = (name) => fileURLToPath(new URL(`./setup/${name}.mjs`, import.meta.url));

export default async function config() {
  // Only where no browser can be brought (not on Linux x64) is it undefined; the teardown then says what did not run.
  const browser = await findChromium();
  return {
    ...preset(import.meta.url, { timeoutSeconds: 120 }),
    // One platform for the whole run: every service in a process of its own, as `npm start` runs them.
    ...(process.env.JOURNEYS_OWN ? {} : { globalSetup: setup('start'), globalTeardown: setup('stop') }),
    maxWorkers: 1,
    ...(browser ? {} : { testPathIgnorePatterns: ['/node_modules/', '/test/browser/'], globals: { withoutBrowser: true } }),
  };
}
