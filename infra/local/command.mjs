import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a program to its end with this terminal, in the repository's root; answers its exit code.
 * `quiet` shows what it said only when it failed.
 * A signal to this process is passed on, so that `kill` of the start never leaves an installer or a compiler behind.
 */
export function runCommand(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32' && command === 'npm',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
    const pass = (signal) => {
      child.kill(signal);
      process.exitCode = 130;
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const done = () => {
      for (const signal of signals) process.off(signal, pass);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (code, signal) => {
      done();
      if (process.exitCode === 130) process.exit(130);
      if (code !== 0) process.stderr.write(said);
      resolve(signal ? 1 : code);
    });
  });
}

/** `turbo run …` with the repository's own Turborepo, without telemetry. */
export function turbo(args, { quiet = false } = {}) {
  return runCommand(process.execPath, ['node_modules/turbo/bin/turbo', 'run', ...args], {
    quiet,
    env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  });
}
