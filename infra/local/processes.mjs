import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A mark of this very process, so that a number used again by a stranger is never taken for ours:
 * its start time. `undefined` when it is gone (a zombie counts as gone: in a container nobody may reap it).
 */
export function birthOf(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  if (process.platform === 'win32') {
    try {
      process.kill(pid, 0);
      return 'alive';
    } catch {
      return undefined;
    }
  }
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const line = ps.stdout?.trim() ?? '';
  return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
}

/** `{ pid, born }` of a process that has just been started. */
export function identify(pid) {
  return { pid, born: birthOf(pid) };
}

export function isAlive({ pid, born }) {
  const now = birthOf(pid);
  return now !== undefined && (born === undefined || now === born);
}

/** Asks with `signal`, waits, and kills what has not ended after `timeoutMs`. True when it ended by itself. */
export async function stopProcess(entry, { signal = 'SIGTERM', timeoutMs = 10_000 } = {}) {
  const send = (which) => {
    try {
      if (isAlive(entry)) process.kill(entry.pid, which);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  const gone = async (ms) => {
    for (const end = Date.now() + ms; ;) {
      if (!isAlive(entry)) return true;
      if (Date.now() > end) return false;
      await sleep(10);
    }
  };
  send(signal);
  if (await gone(timeoutMs)) return true;
  send('SIGKILL');
  await gone(5_000);
  return false;
}
