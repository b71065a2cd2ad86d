import { execFile, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { identify, stopProcess } from './processes.mjs';

/** What a Node process needs of the machine; nothing else of the caller's environment reaches a service. */
const MACHINE = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'NODE_ENV', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'];
const DRAIN_MS = 20_000;

/** The environment of one service: the machine's few variables and those that platform.json names. */
export function environmentOf(service, { values, optional: forAll, env }) {
  const optional = [...forAll, ...(service.optionalVariables ?? [])];
  const known = [...service.variables, ...optional];
  const wanted = { ...pick(env, [...MACHINE, ...optional]), ...pick(values, known) };
  const missing = service.variables.filter((name) => wanted[name] === undefined);
  if (missing.length > 0) throw new Error(`platform.json: ${service.name} cần ${missing.join(', ')}, không ai cung cấp`);
  return wanted;
}

function pick(from, names) {
  return Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, String(from[name])]));
}

/** Runs a service's program with its output in `logFile`; `exited` resolves with the code or signal. */
export function spawnService({ program, env, logFile, onSpawn = () => {} }) {
  mkdirSync(path.dirname(logFile), { recursive: true, mode: 0o700 });
  const output = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env,
    stdio: ['ignore', output, output],
    // Its own group: Ctrl-C reaches only the start, which stops things in their order.
    detached: true,
    windowsHide: true,
  });
  closeSync(output);
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `mã ${code}`));
  });
  const self = identify(child.pid);
  if (child.pid !== undefined) onSpawn(child.pid);
  return { pid: child.pid, exited, stop: () => stopProcess(self, { timeoutMs: DRAIN_MS }) };
}

/** Runs another program of a service (its bootstrap, say) with the service's environment; answers what it printed. */
export async function runProgram({ program, args, env }) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--enable-source-maps', program, ...args], { env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Runs the service's migrations as the owner of its database, to the end. */
export async function migrate({ name, program, env, logFile, onSpawn }) {
  const how = await spawnService({ program, env, logFile, onSpawn }).exited;
  if (how !== 'mã 0') throw new Error(`Cập nhật cấu trúc dữ liệu của ${name} thất bại (${how}):\n${tail(logFile)}`);
}

/** Waits until `url` answers 200. A service that keeps crashing or is silent for two minutes is an error with its last log lines. */
export async function waitUntilReady({ name, url, supervisor, logFile, signal }) {
  for (const deadline = Date.now() + 120_000; ; await sleep(50)) {
    signal?.throwIfAborted();
    if (await isReady(url)) return;
    const lines = () => `\n${tail(logFile)}`;
    if (supervisor.crashes >= 3) throw new Error(`${name} không khởi động được:${lines()}`);
    if (Date.now() > deadline) throw new Error(`${name} không sẵn sàng sau 120 giây (${url}):${lines()}`);
  }
}

async function isReady(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

function tail(file) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
}
