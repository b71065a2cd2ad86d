import { deepStrictEqual } from 'node:assert/strict';
import { httpSides, UNAUDITED } from './http-sides.mjs';
import { inRounds } from './rounds.mjs';
import { printTable, verdictOf } from './report.mjs';
import { bareUrl, cellsOf, signedInHeaders } from './sides.mjs';

const CHECKED = 200;

/** W2: one cell's members, a keyset page of ten, random cells; ours signed in, with scope and the audit of reads. Answers verdicts. */
export async function w2({ platform, children, postmaster, rounds, seconds, log }) {
  const cells = await cellsOf(platform);
  const headers = await signedInHeaders(platform);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now());
  const db = { databaseUrl: bareUrl(platform, 'membership'), natsUrl: platform.openNats, today };
  const sides = await httpSides(
    { platform, children },
    {
      workload: 'w2',
      rawName: 'raw-pg',
      db,
      data: { cells },
      limitPath: '/members',
      ownPath: '/api/members',
      ownOf: () => ({ headers }),
      service: 'membership',
    },
  );
  for (let checked = 0; checked < CHECKED; checked += 1) {
    const nodeId = cells[Math.floor(Math.random() * cells.length)];
    const [truth, ...answers] = await Promise.all(sides.map((side) => side.load.call('ask', { nodeId })));
    for (const answer of answers) deepStrictEqual(answer, truth);
  }
  log(`w2: ${CHECKED} cells answered alike by all sides`);

  const verdicts = [];
  for (const clients of [1, 16]) {
    const figures = await inRounds(sides, { rounds, seconds, clients, postmaster });
    printTable(`W2, one cell's members, c=${clients}`, figures);
    const about = { workload: 'w2', clients };
    verdicts.push(verdictOf(figures, { ...about, against: 'raw-pg' }));
    verdicts.push(verdictOf(figures, { ...about, against: 'nats-thin', ...(clients === 16 ? { goal: 0.95 } : {}) }));
    verdicts.push(verdictOf(figures, { ...about, against: 'nest-nats-fastify', ...(clients === 16 ? { floor: 1 } : {}) }));
    verdicts.push(verdictOf(figures, { ...about, against: UNAUDITED }));
  }
  return verdicts;
}
