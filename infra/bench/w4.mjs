import { inRounds } from './rounds.mjs';
import { printTable, verdictOf } from './report.mjs';
import { benchDatabase, freeSlots, signedInHeaders } from './sides.mjs';

/** Above what any side has reached a second; a run that used up what was made for it ends early and counts for what it did. */
const MOST = { 'raw-pg-accountable': 6000, 'nats-thin': 4000, 'nest-nats-fastify': 3000, 'vung-manh': 1500 };

/** W4: one meeting with about seventeen on the roll and 2.5 KB of minutes, durable; ours with everything on. Answers verdicts. */
export async function w4({ platform, children, postmaster, rounds, seconds, log }) {
  const slots = await freeSlots(platform, 20_000);
  log(`w4: ${slots.length} meetings could still be handed in`);
  if (slots.length < 15_000)
    throw new Error(`The data of earlier runs hold too few months without meetings: remove ${platform.dataDir} and run again.`);
  const databaseUrl = await benchDatabase(platform.urls.admin);
  const headers = await signedInHeaders(platform);
  const db = { databaseUrl, natsUrl: platform.urls.nats };
  const some = slots.slice(0, 500);
  const http = (port, path, more) =>
    children.start('http-load.mjs', { workload: 'w4', port, paths: { w4: path }, headers: {}, slots: some, ...more });

  const raw = await children.start('raw-pg.mjs', { workload: 'w4', ...db, slots: some });
  const thinService = await children.start('thin-service.mjs', db);
  const thinGateway = await children.start('thin-gateway.mjs', db);
  const nestService = await children.start('nest-service.mjs', db);
  const nestGateway = await children.start('nest-gateway.mjs', db);
  const running = platform.processes();
  const nats = running.nats;
  const sides = [
    { name: 'raw-pg-accountable', load: raw, processes: { client: raw.pid } },
    {
      name: 'nats-thin',
      load: await http(thinGateway.about.port, '/meetings'),
      processes: { gateway: thinGateway.pid, service: thinService.pid, nats },
    },
    {
      name: 'nest-nats-fastify',
      load: await http(nestGateway.about.port, '/meetings'),
      processes: { gateway: nestGateway.pid, service: nestService.pid, nats },
    },
    {
      name: 'vung-manh',
      load: await http(new URL(platform.baseUrl).port, '/api/meetings/whole', { headers, whole: true, slots }),
      processes: { gateway: running.gateway, service: running.meetings, nats },
    },
  ];
  const verdicts = [];
  for (const clients of [1, 16]) {
    const perSecond = (name) => (clients === 1 ? MOST[name] / 4 : MOST[name]);
    const prepare = (side, time) => side.load.call('prepare', { count: Math.ceil(perSecond(side.name) * (time + 0.3)) });
    const figures = await inRounds(sides, { rounds, seconds, clients, postmaster, prepare });
    printTable(`W4, one meeting handed in, c=${clients}`, figures);
    const about = { workload: 'w4', clients };
    const judged = clients === 16 ? { floor: 0.3, goal: 0.47 } : {};
    verdicts.push(verdictOf(figures, { ...about, against: 'raw-pg-accountable', ...judged }));
    verdicts.push(verdictOf(figures, { ...about, against: 'nats-thin' }));
    verdicts.push(verdictOf(figures, { ...about, against: 'nest-nats-fastify' }));
  }
  return verdicts;
}
