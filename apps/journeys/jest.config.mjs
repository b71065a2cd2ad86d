import { fileURLToPath } from 'node:url';
import { preset } from '@vungmanh/tooling/jest.preset.mjs';

const setup = (name) => fileURLToPath(new URL(`./setup/${name}.mjs`, import.meta.url));

export default {
  ...preset(import.meta.url, { timeoutSeconds: 120 }),
  // One platform for the whole run: every service in a process of its own, as `npm start` runs them.
  globalSetup: setup('start'),
  globalTeardown: setup('stop'),
  maxWorkers: 1,
};
