import { setTimeout as sleep } from 'node:timers/promises';

const SHORTEST_MS = 500;
const LONGEST_MS = 30_000;
/** Having run this long, a process is taken as sound and its next crash waits the shortest time again. */
const SOUND_MS = 60_000;

/**
 * Keeps one process running: `launch()` answers `{ pid, exited, stop() }` and is called again, later each time,
 * whenever `exited` resolves before `stop()` was asked for. The first launch must succeed.
 */
export async function supervise({ name, launch, log, onChange = () => {} }) {
  let current = await launch();
  let stopping = false;
  let wakeUp = () => {};
  const state = { crashes: 0 };
  // The children themselves do not hold this process; what watches over them does.
  const hold = setInterval(() => {}, 2 ** 30);
  onChange(current.pid);

  const keepRunning = async () => {
    for (let wait = SHORTEST_MS; !stopping;) {
      const began = Date.now();
      const why = await current.exited;
      if (stopping) return;
      state.crashes += 1;
      if (Date.now() - began > SOUND_MS) wait = SHORTEST_MS;
      log(`${name} dừng bất thường (${why}); khởi động lại sau ${wait / 1000} giây`);
      for (;;) {
        await Promise.race([sleep(wait, undefined, { ref: false }), new Promise((resolve) => (wakeUp = resolve))]);
        if (stopping) return;
        wait = Math.min(wait * 2, LONGEST_MS);
        try {
          current = await launch();
          break;
        } catch (error) {
          log(`${name} chưa khởi động lại được: ${error.message.split('\n')[0]}`);
        }
      }
      onChange(current.pid);
      if (stopping) await current.stop();
    }
  };
  const ended = keepRunning();
  return {
    get pid() {
      return current.pid;
    },
    get crashes() {
      return state.crashes;
    },
    stop: async () => {
      stopping = true;
      wakeUp();
      await current.stop();
      await ended;
      clearInterval(hold);
    },
  };
}
