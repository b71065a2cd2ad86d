import { inRounds, median } from './rounds.mjs';
import { printTable, verdictOf } from './report.mjs';

const GOALS = { 200: 2.2, 2300: 1.5 };

/** W7: one hop from service to service, ours with check of who asks, headers, parsing and deadline. Answers verdicts. */
export async function w7({ platform, children, rounds, seconds }) {
  const { openNats: nats } = platform.processes();
  const here = { natsUrl: platform.openNats, keysDir: platform.directories.keys };
  const callee = await children.start('echo-service.mjs', here);
  const caller = await children.start('echo-caller.mjs', here);
  const nestCallee = await children.start('nest-service.mjs', here);
  const nestCaller = await children.start('nest-caller.mjs', here);
  const sides = [
    { name: 'nest-nats', load: nestCaller, processes: { caller: nestCaller.pid, callee: nestCallee.pid, nats } },
    { name: 'vung-manh', load: caller, processes: { caller: caller.pid, callee: callee.pid, nats } },
  ];
  const verdicts = [];
  for (const bytes of [200, 2300]) {
    for (const clients of [1, 64]) {
      const figures = await inRounds(sides, { rounds, seconds, clients, options: { bytes } });
      printTable(`W7, one hop, ${bytes} B, c=${clients}`, figures);
      const about = { workload: 'w7', against: 'nest-nats', bytes, clients };
      verdicts.push(verdictOf(figures, { ...about, floor: 1, ...(clients === 64 ? { goal: GOALS[bytes] } : {}) }));
      if (clients === 1) {
        const share = median(figures['vung-manh'].map(({ p50 }, round) => p50 / figures['nest-nats'][round].p50));
        console.log(`  p50 alone: ${share.toFixed(2)} of stock (goal: at most 0.65)`);
      }
    }
  }
  return verdicts;
}
