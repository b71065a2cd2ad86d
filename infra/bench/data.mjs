import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startNats } from '../local/nats.mjs';
import { loadDemo } from '../local/demo.mjs';
import { root } from '../local/command.mjs';
import { startPlatform } from '../local/platform.mjs';

/** Twelve months take long to load and change neither workload by more than its noise; these are what the figures are measured on. */
const MONTHS = { province: 2, demo: 3 };
/** One account asks for a whole province here. */
const UNLIMITED = { REQUESTS_PER_ACCOUNT: '1000000000', REQUESTS_PER_ADDRESS: '1000000000' };
const NAME = `vung-manh-bench-${process.getuid?.() ?? 0}`;

/**
 * The real platform, durable, on data of the given scale. They are loaded once and kept in the system's temporary directory for as
 * long as migrations, demo data and their loader stay the same.
 */
export async function startLoaded({ scale, log }) {
  const dataDir = path.join(os.tmpdir(), `${NAME}-${scale}-${keyOfSources()}`);
  removeOlder(dataDir, scale);
  const switched = `--import ${new URL('read-audit.mjs', import.meta.url).href}`;
  const env = { ...process.env, ...UNLIMITED, LOG_LEVEL: 'warn', NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${switched}`.trim() };
  const platform = await startPlatform({ dataDir, port: 0, fast: false, scale: 'none', log, env });
  // The limits and W7 speak subjects of their own, on a broker that serves whoever connects.
  const open = await startNats({ directory: path.join(dataDir, 'open-nats') });
  const stop = async () => {
    await platform.stop();
    await open.stop();
  };
  try {
    const stamp = path.join(dataDir, 'bench-loaded');
    if (scale !== 'none' && !existsSync(stamp)) {
      const began = Date.now();
      log(`Nạp dữ liệu mô phỏng (${scale}, ${MONTHS[scale]} tháng), một lần…`);
      await loadDemo({ baseUrl: platform.baseUrl, services: platform.services, dataDir, scale, log, months: MONTHS[scale] });
      log(`Nạp xong sau ${Math.round((Date.now() - began) / 1000)} giây`);
      writeFileSync(stamp, `${scale}\n`);
    }
    return { ...platform, stop, openNats: open.url, dataDir, processes: () => ({ ...processesOf(dataDir), openNats: open.pid }) };
  } catch (error) {
    await stop();
    // Half a load would be taken for a whole one's beginning and refused by the bootstrap.
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** `{ name: pid }` of everything that the start has running. */
function processesOf(dataDir) {
  const { children } = JSON.parse(readFileSync(path.join(dataDir, 'run', 'processes.json'), 'utf8'));
  return Object.fromEntries(children.map(({ name, pid }) => [name, pid]));
}

function keyOfSources() {
  const hash = createHash('sha256');
  const sources = ['apps', 'packages']
    .flatMap((top) => readdirSync(path.join(root, top)).map((name) => path.join(root, top, name, 'src')))
    .filter((directory) => existsSync(directory))
    .flatMap((directory) => readdirSync(directory, { recursive: true }).map((file) => path.join(directory, String(file))))
    .filter((file) => file.endsWith('.migration.ts') || (file.includes(`${path.sep}demo${path.sep}src`) && file.endsWith('.ts')));
  const local = path.join(root, 'infra', 'local');
  const loaders = readdirSync(local)
    .filter((name) => name.startsWith('demo'))
    .map((name) => path.join(local, name));
  for (const file of [...sources, ...loaders].sort()) hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.update(JSON.stringify(MONTHS)).digest('hex').slice(0, 12);
}

/** Data that an earlier version of the sources made are of no use any more. */
function removeOlder(current, scale) {
  for (const name of readdirSync(os.tmpdir())) {
    const directory = path.join(os.tmpdir(), name);
    const held = existsSync(path.join(directory, 'run', 'processes.json'));
    if (name.startsWith(`${NAME}-${scale}-`) && directory !== current && !held) rmSync(directory, { recursive: true, force: true });
  }
}
