import { childrenOf, memoryOf } from './cpu.mjs';

const MOST_MB = 1536;

/** Resident memory of everything that the start has running, per process and in all. Answers whether it stays under the limit. */
export function memory({ platform, postmaster }) {
  const rows = Object.entries({ ...platform.processes(), start: process.pid }).map(([name, pid]) => ({ name, ...memoryOf(pid) }));
  const server = rows.find((row) => row.name === 'postgres');
  const family = [postmaster, ...childrenOf(postmaster)].map(memoryOf);
  // Backends share their buffers: resident sums count the same pages once a backend, shares count them once.
  Object.assign(server, { name: `postgres (${family.length})`, resident: sum(family, 'resident'), share: sum(family, 'share') });
  rows.push({ name: 'all', resident: sum(rows, 'resident'), share: sum(rows, 'share') });
  console.log('\nMemory in MB (share: pages that several hold are counted once)');
  for (const { name, resident, share } of rows)
    console.log(`  ${name.padEnd(16)} resident ${resident.toFixed(0).padStart(6)}  share ${share.toFixed(0).padStart(6)}`);
  const all = rows.at(-1);
  console.log(JSON.stringify({ workload: 'memory', residentMb: Math.round(all.resident), shareMb: Math.round(all.share), limitMb: MOST_MB }));
  return all.share < MOST_MB;
}

const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);
