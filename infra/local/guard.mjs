// A small process that outlives whoever started it: when its standard input closes, it stops what was entrusted to it.
// `kill -9` of npm start or of Jest therefore leaves nothing running. Plain Node: it is started before anything else.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { identify, stopProcess } from './processes.mjs';

/**
 * Starts a guard for this process. `watch(pid, { stage, signal })`: stages stop one after another, lower first.
 * `removeDirectory(dir)`: deleted at the end. `dismiss()`: everything was stopped in order, the guard may go.
 * `release()`: the guard stops everything now, and the promise waits until it has.
 */
export function startGuard() {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--guard'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
    windowsHide: true,
  });
  child.unref();
  child.stdin.unref?.();
  child.stdin.on('error', () => {});
  const say = (message) => child.stdin.write(`${JSON.stringify(message)}\n`);
  return {
    watch: (pid, { stage, signal = 'SIGTERM' }) => say({ watch: { ...identify(pid), stage, signal } }),
    forget: (pid) => say({ forget: pid }),
    removeDirectory: (directory) => say({ remove: directory }),
    release: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.ref();
        child.stdin.end();
      }),
    dismiss: () => child.stdin.end(`${JSON.stringify({ dismiss: true })}\n`),
  };
}

async function stand() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
  const watched = new Map();
  const directories = new Set();
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line);
    if (message.dismiss) return;
    if (message.watch) watched.set(message.watch.pid, message.watch);
    if (message.forget) watched.delete(message.forget);
    if (message.remove) directories.add(message.remove);
  }
  const stages = [...new Set([...watched.values()].map((entry) => entry.stage))].sort((a, b) => a - b);
  for (const stage of stages) {
    const entries = [...watched.values()].filter((entry) => entry.stage === stage);
    await Promise.all(entries.map((entry) => stopProcess(entry, { signal: entry.signal })));
  }
  for (const directory of directories) rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}

if (process.argv[2] === '--guard') await stand();
