import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second; elsewhere there is no /proc and no figure. */
const TICK_MS = 10;

function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** User and system time of one process so far, in milliseconds. */
export function cpuOf(pid) {
  const fields = statOf(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : 0;
}

/** The same for a process and its children: PostgreSQL with its backends, those that have ended too. */
export function cpuOfFamily(pid) {
  const own = statOf(pid);
  let sum = own ? [11, 12, 13, 14].reduce((total, field) => total + Number(own[field]), 0) * TICK_MS : 0;
  for (const child of childrenOf(pid)) sum += cpuOf(child);
  return sum;
}

export function childrenOf(pid) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.[1] === String(pid));
}

/** Memory of a process in megabytes: resident, and its fair share of what it shares with others (PostgreSQL's buffers). */
export function memoryOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const read = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024;
    return { resident: read('Rss'), share: read('Pss') };
  } catch {
    return { resident: 0, share: 0 };
  }
}
