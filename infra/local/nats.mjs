import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { fetchFromDebian, fetchRelease, isDebian } from './nats-fetch.mjs';
import { identify, stopProcess } from './processes.mjs';

const run = promisify(execFile);
const OLDEST = JSON.parse(readFileSync(new URL('../platform.json', import.meta.url), 'utf8'))
  .nats.oldest.split('.')
  .map(Number);
const WELL_KNOWN = ['/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/**
 * A nats-server that is new enough: `{ binary, version, source }`. Looks in PATH, well-known places and the cache that all
 * clones share, then fetches one (Debian's package, else the official release); the last error names the ways out.
 */
export async function findNatsServer({ env = process.env, log = () => {}, wellKnown = WELL_KNOWN } = {}) {
  const cache = cacheDirectory(env);
  const name = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
  const places = [...(env.PATH ?? '').split(path.delimiter), ...wellKnown, cache];
  const seen = [];
  for (const binary of new Set(places.filter(Boolean).map((place) => path.join(place, name)))) {
    const version = existsSync(binary) ? await versionOf(binary) : undefined;
    if (version && isAtLeast(version, OLDEST)) return { binary, version, source: binary };
    if (version) seen.push(`${binary} là bản ${version}, cần từ ${OLDEST.join('.')}`);
  }
  const failures = [...seen];
  const routes = [
    ...(isDebian() ? [{ source: 'gói Debian', fetch: () => fetchFromDebian(cache) }] : []),
    { source: 'bản phát hành chính thức', fetch: () => fetchRelease(cache, { base: env.VUNGMANH_NATS_RELEASES }) },
  ];
  for (const { source, fetch } of routes) {
    try {
      log(`Đang tải nats-server (${source})…`);
      const binary = await fetch();
      const version = await versionOf(binary);
      if (version && isAtLeast(version, OLDEST)) return { binary, version, source: `${source}, lưu ở ${binary}` };
      rmSync(binary, { force: true });
      failures.push(`${source}: ${version ? `bản ${version} quá cũ` : 'không chạy được trên máy này'}`);
    } catch (error) {
      failures.push(`${source}: ${(error.stderr || error.message).trim().split('\n').slice(-2).join(' ')}`);
    }
  }
  throw new Error(
    `Không tìm được nats-server từ ${OLDEST.join('.')} trở lên:\n${failures.map((each) => `  - ${each}`).join('\n')}\n` +
      'Cách giải quyết: cài nats-server (macOS: brew install nats-server; Linux: gói của bản phân phối hoặc trang phát hành của NATS) ' +
      'rồi chạy lại; hoặc đặt NATS_URL trỏ tới máy chủ NATS có JetStream; hoặc dùng docker compose up.',
  );
}

/**
 * Starts nats-server with JetStream in `directory`, on 127.0.0.1. Ports 0 are chosen by the server itself.
 * `config` is its configuration file; without one it serves whoever connects (tests only, and the yardsticks of the benchmarks).
 * Answers `{ url, monitorUrl, port, monitorPort, pid, version, source, exited, stop() }`.
 */
export async function startNats({ directory, config, port = 0, monitorPort = 0, logFile, onSpawn = () => {}, server, env, log }) {
  const { binary, version, source } = server ?? (await findNatsServer({ env, log }));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const logs = logFile ?? path.join(directory, 'nats.log');
  mkdirSync(path.dirname(logs), { recursive: true, mode: 0o700 });
  const output = openSync(logs, 'a', 0o600);
  const random = (number) => String(number === 0 ? -1 : number);
  const args = ['-a', '127.0.0.1', '-p', random(port), '-m', random(monitorPort), '-sd', directory, '--ports_file_dir', directory];
  const child = spawn(binary, [...args, ...(config ? ['-c', config] : ['-js'])], {
    stdio: ['ignore', output, output],
    detached: true,
    windowsHide: true,
    cwd: directory,
  });
  closeSync(output);
  let over;
  const exited = new Promise((resolve) => {
    const end = (why) => resolve((over = why ?? 'signal'));
    child.once('error', (error) => end(error.message)).once('exit', end);
  });
  child.unref();
  if (child.pid === undefined) throw new Error(`nats-server không chạy được: ${await exited}`);
  onSpawn(child.pid);
  const stop = () => stopProcess(identify(child.pid), { signal: 'SIGTERM', timeoutMs: 15_000 });
  for (const deadline = Date.now() + 60_000; over === undefined; await sleep(5)) {
    const ports = readPorts(directory, child.pid);
    if (ports && (await isHealthy(ports.monitorUrl))) return { ...ports, pid: child.pid, binary, version, source, exited, stop };
    if (Date.now() > deadline) {
      await stop();
      over = 'không sẵn sàng sau 60 giây';
    }
  }
  throw new Error(`nats-server không khởi động được (${over}); nhật ký: ${logs}`);
}

/** The file that nats-server writes once it listens; the pid in its name makes it this server's. */
function readPorts(directory, pid) {
  try {
    const said = JSON.parse(readFileSync(path.join(directory, `nats-server_${pid}.ports`), 'utf8'));
    const url = new URL(said.nats[0]);
    const monitor = new URL(said.monitoring[0]);
    return {
      url: `nats://127.0.0.1:${url.port}`,
      monitorUrl: `http://127.0.0.1:${monitor.port}`,
      port: Number(url.port),
      monitorPort: Number(monitor.port),
    };
  } catch {
    return undefined;
  }
}

async function isHealthy(monitorUrl) {
  try {
    const answer = await fetch(`${monitorUrl}/healthz`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok && (await answer.json()).status === 'ok';
  } catch {
    return false;
  }
}

function cacheDirectory(env) {
  return path.join(env.XDG_CACHE_HOME || path.join(env.HOME || os.homedir(), '.cache'), 'vung-manh');
}

async function versionOf(binary) {
  try {
    const { stdout } = await run(binary, ['--version'], { timeout: 10_000 });
    return /v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

function isAtLeast(version, oldest) {
  const parts = version.split('.').map(Number);
  for (const [index, part] of oldest.entries()) if (parts[index] !== part) return parts[index] > part;
  return true;
}
