import { median, ratioOf } from './rounds.mjs';

const OURS = 'vung-manh';

/** Prints what one setting of a workload gave, as a table. */
export function printTable(title, figures) {
  console.log(`\n${title}`);
  const rows = Object.entries(figures).map(([name, all]) => {
    const of = (pick) => median(all.map(pick));
    const cpu = Object.keys(all[0].cpu).map((process) => `${process} ${of((f) => f.cpu[process]).toFixed(3)}`);
    return [
      name,
      of((f) => f.rate).toFixed(0),
      ratioOf(figures, OURS, name).toFixed(2),
      of((f) => f.p50).toFixed(2),
      of((f) => f.p99).toFixed(1),
      cpu.join(', '),
    ];
  });
  const head = ['side', 'ops/s', `${OURS} is x`, 'p50 ms', 'p99 ms', 'CPU ms/op'];
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i].length)));
  for (const row of [head, ...rows])
    console.log(`  ${row.map((cell, i) => (i === 0 || i === 5 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')}`.trimEnd());
}

/**
 * Judges ratios. A verdict is `{ workload, against, clients, ratio, floor?, goal?, most? }` — `most` of a ratio of times — or of a time
 * `{ workload, level, list, p95, mostMs }`; each is printed as one line of JSON and in words.
 * True when no floor was missed.
 */
export function judge(verdicts) {
  console.log('');
  for (const { clients, ratio, p95, ...rest } of verdicts)
    console.log(JSON.stringify(p95 === undefined ? { ...rest, c: clients, ratio: round(ratio) } : { ...rest, p95: round(p95) }));
  console.log('');
  let stands = true;
  for (const { workload, level, list, p95, mostMs } of verdicts) {
    if (mostMs === undefined) continue;
    stands &&= p95 <= mostMs;
    console.log(`${p95 <= mostMs ? 'holds ' : 'MISSED'} p95 ${mostMs} ms  ${workload} ${level}, ${list}: ${round(p95)} ms`);
  }
  for (const { workload, against, clients, bytes, ratio, floor, goal, most } of verdicts) {
    const what = `${workload} c=${clients}${bytes ? ` ${bytes} B` : ''} against ${against}: ${round(ratio)}`;
    if (most !== undefined) {
      stands &&= ratio <= most;
      console.log(`${ratio <= most ? 'holds ' : 'MISSED'} at most ${most}  ${what}`);
    }
    if (floor !== undefined) {
      stands &&= ratio >= floor;
      console.log(`${ratio >= floor ? 'holds ' : 'MISSED'} floor ${floor}  ${what}`);
    }
    if (goal !== undefined)
      console.log(
        `${ratio >= goal ? 'reached' : 'not yet'} goal ${goal}  ${what}${ratio >= goal ? '' : ` (${Math.round((ratio / goal) * 100)}% of it)`}`,
      );
  }
  return stands;
}

const round = (ratio) => Math.round(ratio * 1000) / 1000;

/** A verdict on how our side stands against another. */
export const verdictOf = (figures, about) => ({ ...about, ratio: ratioOf(figures, OURS, about.against) });
