import { cpuOf, cpuOfFamily } from './cpu.mjs';

/** Calls of a side before its first figure. */
export const WARM_CALLS = 2000;

/**
 * Runs every side once per round, next to each other in time and in another order each round, so that whatever else the machine does
 * meets all of them. A side is `{ name, load, processes, begin? }`; `prepare` is called before each run, with the
 * seconds and the calls beside them that it must last for, and is not timed.
 * Answers, by side, a list of what each round gave: `{ rate, p50, p99, cpu: { process: ms per operation } }`.
 */
export async function inRounds(sides, { rounds, seconds, clients, options = {}, postmaster, prepare = async () => {} }) {
  const figures = Object.fromEntries(sides.map((side) => [side.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = [...sides.slice(round % sides.length), ...sides.slice(0, round % sides.length)];
    for (const side of order) {
      await prepare(side, { time: round === 0 ? seconds + 1 : seconds, calls: round === 0 ? WARM_CALLS : 0 });
      await side.begin?.();
      // Compilers are warm after some thousand calls, which are seconds for a slow side; after that a moment suffices. The same for all.
      await side.load.call('run', { clients, ...(round === 0 ? { seconds: 1, atLeast: WARM_CALLS } : { seconds: 0.2 }), ...options });
      const before = cpu(side, postmaster);
      const { ops, seconds: took, p50, p99 } = await side.load.call('run', { clients, seconds, ...options });
      const after = cpu(side, postmaster);
      if (ops === 0) throw new Error(`${side.name} did nothing in ${seconds} s`);
      const spent = Object.fromEntries(Object.keys(after).map((name) => [name, (after[name] - before[name]) / ops]));
      figures[side.name].push({ rate: ops / took, p50, p99, cpu: spent });
    }
  }
  return figures;
}

function cpu({ processes }, postmaster) {
  const spent = Object.fromEntries(Object.entries(processes).map(([name, pid]) => [name, cpuOf(pid)]));
  return postmaster === undefined ? spent : { ...spent, postgres: cpuOfFamily(postmaster) };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many times as fast one side is as another: the median of the ratios of the rounds, since only neighbors in time compare. */
export const ratioOf = (figures, one, other) => median(figures[one].map(({ rate }, round) => rate / figures[other][round].rate));
