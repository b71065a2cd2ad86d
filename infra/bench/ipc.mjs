import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startGuard } from '../local/guard.mjs';
import { identify, stopProcess } from '../local/processes.mjs';

/** In a child: answers the calls of the parent with `methods`, and says that it is ready, with `about` itself. */
export function answerParent(methods, about = {}) {
  const answer = async ({ id, method, input }) => {
    try {
      process.send({ id, result: await methods[method](input) });
    } catch (error) {
      process.send({ id, error: String(error.stack ?? error) });
    }
  };
  process.on('message', (message) => void answer(message));
  process.on('disconnect', () => process.exit(0));
  process.send({ ready: about });
}

/**
 * Starts programs of this folder, each in a process of its own, and ends them, and nothing else, in `stop()`.
 * `start(program, settings)` answers `{ pid, about, call(method, input) }`.
 */
export function startChildren() {
  const guard = startGuard();
  const children = [];
  return {
    start: async (program, settings = {}) => {
      const child = fork(fileURLToPath(new URL(program, import.meta.url)), [], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      const self = identify(child.pid);
      guard.watch(child.pid, { stage: 1 });
      children.push(self);
      child.send({ settings });
      const calls = new Map();
      const over = new Promise((_, reject) => child.once('exit', (code) => reject(new Error(`${program} ended (${code})`))));
      over.catch(() => {});
      const ready = new Promise((resolve) => {
        child.on('message', (message) => {
          if (message.ready) return resolve(message.ready);
          const { resolve: done, reject } = calls.get(message.id);
          calls.delete(message.id);
          if (message.error) reject(new Error(message.error));
          else done(message.result);
        });
      });
      let sequence = 0;
      const call = (method, input) => {
        const answer = new Promise((resolve, reject) => {
          calls.set((sequence += 1), { resolve, reject });
          child.send({ id: sequence, method, input });
        });
        return Promise.race([answer, over]);
      };
      return { pid: child.pid, about: await Promise.race([ready, over]), call };
    },
    stop: async () => {
      await Promise.all(children.map((child) => stopProcess(child, { timeoutMs: 3_000 })));
      guard.dismiss();
    },
  };
}

/** In a child: the settings that the parent gave it, its first message. */
export const settings = () => new Promise((resolve) => process.once('message', (message) => resolve(message.settings)));
