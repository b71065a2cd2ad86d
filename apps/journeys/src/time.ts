import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const clockFile = (): string => {
  const file = process.env['TEST_CLOCK_FILE'];
  if (file === undefined) throw new Error('The platform of this run has no clock to move');
  return file;
};

/** How far the platform's clock stands ahead of the machine's. */
export const clockAheadMs = (): number => Number(readFileSync(clockFile(), 'utf8'));

/** Moves the clock of the whole platform to an instant (ISO 8601); it goes on from there at its usual pace. Sessions may end by it. */
export async function moveTo(instant: string): Promise<void> {
  const file = clockFile();
  // In one piece: a half-written file would be another time.
  writeFileSync(`${file}.next`, String(Date.parse(instant) - Date.now()));
  renameSync(`${file}.next`, file);
  // Every process looks at the file at least that often.
  await sleep(120);
}

/** Asks again until the answer is right: what other services learn by events takes a moment. Fails with the last answer. */
export async function eventually<T>(ask: () => Promise<T>, right: (answer: T) => boolean, withinMs = 5000): Promise<T> {
  for (const end = Date.now() + withinMs; ; await sleep(50)) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (Date.now() > end) throw new Error(`Still not right after ${withinMs} ms: ${JSON.stringify(answer).slice(0, 500)}`);
  }
}
