import { httpSides, UNAUDITED } from './http-sides.mjs';
import { inRounds, WARM_CALLS } from './rounds.mjs';
import { printTable, verdictOf } from './report.mjs';
import { benchDatabase, freeSlots, signedInHeaders } from './sides.mjs';

/** Above what any side has reached a second; a run that used up what was made for it ends early and counts for what it did. */
const MOST = { 'raw-pg-accountable': 6000, 'nats-thin': 4000, 'nest-nats-fastify': 3000, 'vung-manh': 1500, [UNAUDITED]: 1500 };

/** What each of the product's two sides hands in a second, so that no round is left without work. */
const ENOUGH_A_SECOND = 1000;

/** W4: one meeting with about seventeen on the roll and 2.5 KB of minutes, durable; ours with everything on. Answers verdicts. */
export async function w4({ platform, children, postmaster, rounds, seconds, log }) {
  const slots = await freeSlots(platform, 60_000);
  log(`w4: ${slots.length} meetings could still be handed in`);
  if (slots.length < 2 * (rounds * seconds * ENOUGH_A_SECOND + 2 * WARM_CALLS))
    throw new Error(`Too few months without meetings are left: ask for fewer rounds or seconds, or remove ${platform.dataDir} and run again.`);
  const databaseUrl = await benchDatabase(platform.urls.admin);
  const headers = await signedInHeaders(platform);
  const db = { databaseUrl, natsUrl: platform.openNats };
  const sides = await httpSides(
    { platform, children },
    {
      workload: 'w4',
      rawName: 'raw-pg-accountable',
      db,
      data: { slots: slots.slice(0, 500) },
      limitPath: '/meetings',
      ownPath: '/api/meetings/whole',
      ownOf: (nth) => ({ headers, whole: true, slots: slots.filter((_, i) => i % 2 === nth) }),
      service: 'meetings',
    },
  );
  const verdicts = [];
  for (const clients of [1, 16]) {
    const perSecond = (name) => (clients === 1 ? MOST[name] / 4 : MOST[name]);
    const prepare = (side, { time, calls }) => side.load.call('prepare', { count: Math.ceil(perSecond(side.name) * (time + 0.3)) + calls });
    const figures = await inRounds(sides, { rounds, seconds, clients, postmaster, prepare });
    printTable(`W4, one meeting handed in, c=${clients}`, figures);
    const about = { workload: 'w4', clients };
    const judged = clients === 16 ? { floor: 0.3, goal: 0.47 } : {};
    verdicts.push(verdictOf(figures, { ...about, against: 'raw-pg-accountable', ...judged }));
    verdicts.push(verdictOf(figures, { ...about, against: 'nats-thin' }));
    verdicts.push(verdictOf(figures, { ...about, against: 'nest-nats-fastify' }));
    verdicts.push(verdictOf(figures, { ...about, against: UNAUDITED }));
  }
  return verdicts;
}
